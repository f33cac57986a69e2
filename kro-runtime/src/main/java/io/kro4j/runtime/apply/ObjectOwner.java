package io.kro4j.runtime.apply;

import io.kro4j.compiler.instance.KroMetadata;
import io.kro4j.runtime.cluster.PlainJson;
import java.util.Map;

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
  static ObjectOwner of(Map<String, Object> object) {
    Map<String, Object> labels = PlainJson.object(PlainJson.at(object, "metadata", "labels"));
    return new ObjectOwner(
        text(labels, KroMetadata.PART_OF),
        text(labels, KroMetadata.INSTANCE_KIND),
        text(labels, KroMetadata.INSTANCE_NAMESPACE),
        text(labels, KroMetadata.INSTANCE_NAME),
        text(labels, KroMetadata.INSTANCE_ID));
  }

  /** Whether the labels of both name the same instance, whatever ApplySet they name. */
  boolean isSameInstance(ObjectOwner other) {
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
