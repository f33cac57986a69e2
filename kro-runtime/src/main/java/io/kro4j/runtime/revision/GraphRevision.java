package io.kro4j.runtime.revision;

import io.kro4j.compiler.instance.KroMetadata;
import io.kro4j.compiler.schema.PlainJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A {@code GraphRevision}: the spec of a group as it was once, which never changes.
 *
 * @param name the name of the object
 * @param uid its uid
 * @param group the name of the group
 * @param number the number of the revision; later ones of a group have higher ones
 * @param generation the generation of the group that it was made of
 * @param spec the spec of the group, as plain JSON
 * @param terminating whether it is being deleted
 * @param finalizers its finalizers
 * @param ownerReferences its owner references, as plain JSON
 */
public record GraphRevision(
    String name,
    String uid,
    String group,
    long number,
    long generation,
    Map<String, Object> spec,
    boolean terminating,
    List<String> finalizers,
    List<Map<String, Object>> ownerReferences) {

  /** The {@code apiVersion} of the objects. */
  public static final String API_VERSION = "internal.kro.run/v1alpha1";

  /** The {@code kind} of the objects. */
  public static final String KIND = "GraphRevision";

  /** Keeps a revision until the runtime has forgotten it. */
  public static final String FINALIZER = "kro.run/finalizer";

  /** Copies the lists. */
  public GraphRevision {
    finalizers = List.copyOf(finalizers);
    ownerReferences = List.copyOf(ownerReferences);
  }

  /**
   * Reads an object.
   *
   * @param object the object as plain JSON, which nobody changes afterwards
   * @return empty if it is no revision, which no API server with the CRD has
   */
  public static Optional<GraphRevision> read(Map<String, ? extends @Nullable Object> object) {
    Map<String, Object> metadata = PlainJson.object(object.get("metadata"));
    Map<String, Object> spec = PlainJson.object(object.get("spec"));
    Map<String, Object> snapshot = PlainJson.object(spec.get("snapshot"));
    if (!(metadata.get("name") instanceof String name)
        || !(snapshot.get("name") instanceof String group)
        || !(spec.get("revision") instanceof Number number)) {
      return Optional.empty();
    }
    return Optional.of(
        new GraphRevision(
            name,
            metadata.get("uid") instanceof String uid ? uid : "",
            group,
            number.longValue(),
            snapshot.get("generation") instanceof Number generation ? generation.longValue() : 0,
            PlainJson.object(snapshot.get("spec")),
            metadata.get("deletionTimestamp") != null,
            PlainJson.list(metadata.get("finalizers")).stream().map(String::valueOf).toList(),
            PlainJson.list(metadata.get("ownerReferences")).stream()
                .map(PlainJson::object)
                .toList()));
  }

  /**
   * The object of a new revision.
   *
   * @param owner the group
   * @param number the number of the revision
   * @param generation the generation of the group
   * @param spec the spec of the group
   * @param runtimeVersion the version of this runtime, as a label has it
   */
  public static Map<String, Object> draft(
      Owner owner, long number, long generation, Map<String, Object> spec, String runtimeVersion) {
    Map<String, Object> labels = new LinkedHashMap<>();
    labels.put(KroMetadata.OWNED, "true");
    labels.put(KroMetadata.VERSION, runtimeVersion);
    labels.put(KroMetadata.GROUP_NAME, owner.name());
    labels.put("kro.run/graph-revision-hash", SpecHash.of(spec));
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", RevisionName.of(owner.name(), number));
    metadata.put("labels", labels);
    metadata.put("finalizers", List.of(FINALIZER));
    metadata.put("ownerReferences", List.of(owner.reference()));
    Map<String, Object> snapshot = new LinkedHashMap<>();
    snapshot.put("name", owner.name());
    snapshot.put("generation", generation);
    snapshot.put("spec", spec);
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", API_VERSION);
    object.put("kind", KIND);
    object.put("metadata", metadata);
    object.put("spec", Map.of("revision", number, "snapshot", snapshot));
    return object;
  }

  /** Whether the runtime's finalizer is on it. */
  public boolean isHeld() {
    return finalizers.contains(FINALIZER);
  }

  /**
   * Whether the revision is one of a group: of its name, and not controlled by another live group
   * of that name, which one of the other kind may be.
   *
   * @param owner the group
   * @param isLive tells whether a uid is that of a group in the cluster
   */
  public boolean belongsTo(Owner owner, Predicate<String> isLive) {
    return group.equals(owner.name())
        && (isControlledBy(owner)
            || ownerReferences.stream()
                .filter(Owner::isOfGroup)
                .map(reference -> String.valueOf(reference.get("uid")))
                .noneMatch(uid -> !uid.equals(owner.uid()) && isLive.test(uid)));
  }

  /** The kinds of the live groups that it says it belongs to; mostly one. */
  public Set<String> ownerKinds() {
    return ownerReferences.stream()
        .filter(Owner::isOfGroup)
        .map(reference -> String.valueOf(reference.get("kind")))
        .collect(Collectors.toSet());
  }

  /** Whether the garbage collector knows the group as the owner. */
  public boolean isControlledBy(Owner owner) {
    return ownerReferences.stream().anyMatch(owner::isIn);
  }

  /**
   * The owner references with which a revision is adopted: one to a group that is no more is
   * replaced.
   */
  public List<Map<String, Object>> adoptedBy(Owner owner) {
    List<Map<String, Object>> references = new ArrayList<>();
    ownerReferences.stream().filter(r -> !Owner.isOfGroup(r)).forEach(references::add);
    references.add(owner.reference());
    return references;
  }
}
