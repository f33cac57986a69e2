package io.kro4j.compiler.instance;

import io.kro4j.compiler.schema.PlainJson;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who owns an object, by its labels.
 *
 * @param applySet the ApplySet that it is part of
 * @param kind the kind of the instance; empty if the labels do not say
 * @param namespace the namespace of the instance; empty if it has none
 * @param name the name of the instance; empty if the labels do not say
 * @param uid the uid of the instance; empty if the labels do not say
 */
public record ObjectOwner(String applySet, String kind, String namespace, String name, String uid) {
  /** The owner of an object as the cluster has it. */
  public static ObjectOwner of(Map<String, ? extends @Nullable Object> object) {
    Map<String, Object> labels = PlainJson.object(PlainJson.at(object, "metadata", "labels"));
    return new ObjectOwner(
        text(labels, KroMetadata.PART_OF),
        text(labels, KroMetadata.INSTANCE_KIND),
        text(labels, KroMetadata.INSTANCE_NAMESPACE),
        text(labels, KroMetadata.INSTANCE_NAME),
        text(labels, KroMetadata.INSTANCE_ID));
  }

  /**
   * Why an object must be left alone: another ApplySet has it. One that is part of none may be
   * adopted.
   *
   * @param live the object in the cluster
   * @param desired the object to apply, with the labels of its instance
   * @return a sentence without a final full stop; empty if it may be applied
   */
  public static Optional<String> obstacle(
      Map<String, ? extends @Nullable Object> live,
      Map<String, ? extends @Nullable Object> desired) {
    ObjectOwner owner = of(live);
    ObjectOwner ours = of(desired);
    if (owner.applySet().isEmpty() || owner.applySet().equals(ours.applySet())) {
      return Optional.empty();
    }
    return Optional.of(
        owner.isSameInstance(ours)
            ? "the label `%s` of the object was changed to `%s`: remove it to have it put right"
                .formatted(KroMetadata.PART_OF, owner.applySet())
            : "the object belongs to " + owner);
  }

  /** Whether the labels of both name the same instance, whatever ApplySet they name. */
  private boolean isSameInstance(ObjectOwner other) {
    return !uid.isEmpty() && uid.equals(other.uid());
  }

  private static String text(Map<String, Object> labels, String label) {
    return labels.get(label) instanceof String text ? text : "";
  }

  /** The instance if the labels say it, and the ApplySet otherwise, for messages. */
  @Override
  public String toString() {
    if (name.isEmpty()) {
      return "the ApplySet `" + applySet + "`";
    }
    String path = namespace.isEmpty() ? name : namespace + "/" + name;
    return "the instance " + kind + " `" + path + "`";
  }
}
