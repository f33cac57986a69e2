package io.kro4j.runtime.controller.group;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.registry.GraphSource;
import io.kro4j.runtime.revision.Owner;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code ResourceGroup} or {@code ResourceGraphDefinition} as it is in the cluster.
 *
 * @param type its type
 * @param json the object as plain JSON, which nobody changes
 */
record LiveGroup(ApiType type, Map<String, Object> json) {
  /** Keeps a group until its instances are gone and nothing serves it. */
  static final String FINALIZER = "kro.run/finalizer";

  private static final String BREAKING_CHANGES = "kro.run/allow-breaking-changes";
  private static final String DELETION_POLICY = "kro4j.io/deletion-policy";

  /** What becomes of the instances of a group that is deleted. */
  enum DeletionPolicy {
    /** The group waits until somebody deletes them. */
    AWAIT_INSTANCES,
    /** They are deleted before the group. */
    INSTANCES_FIRST,
    /** They stay, and nobody looks after them. */
    LEAVE_INSTANCES
  }

  String name() {
    return PlainJson.text(metadata().get("name")).orElse("");
  }

  String uid() {
    return PlainJson.text(metadata().get("uid")).orElse("");
  }

  String resourceVersion() {
    return PlainJson.text(metadata().get("resourceVersion")).orElse("");
  }

  long generation() {
    return metadata().get("generation") instanceof Number number ? number.longValue() : 0;
  }

  boolean isDeleting() {
    return metadata().get("deletionTimestamp") != null;
  }

  /** When it was deleted; the epoch if it was not. */
  Instant deletedAt() {
    return PlainJson.text(metadata().get("deletionTimestamp"))
        .map(Instant::parse)
        .orElse(Instant.EPOCH);
  }

  boolean isHeld() {
    return finalizers().contains(FINALIZER);
  }

  List<String> finalizers() {
    return PlainJson.list(metadata().get("finalizers")).stream().map(String::valueOf).toList();
  }

  Map<String, Object> spec() {
    return PlainJson.object(json.get("spec"));
  }

  Map<String, Object> status() {
    return PlainJson.object(json.get("status"));
  }

  long lastIssuedRevision() {
    return status().get("lastIssuedRevision") instanceof Number number ? number.longValue() : 0;
  }

  Map<String, String> annotations() {
    Map<String, String> annotations = new LinkedHashMap<>();
    PlainJson.object(metadata().get("annotations"))
        .forEach((key, value) -> annotations.put(key, String.valueOf(value)));
    return annotations;
  }

  /** Whether the CRD may change so that existing objects or clients may fail. */
  boolean allowsBreakingChanges() {
    return "true".equals(annotations().get(BREAKING_CHANGES));
  }

  DeletionPolicy deletionPolicy() {
    return switch (annotations().getOrDefault(DELETION_POLICY, "")) {
      case "instances-first" -> DeletionPolicy.INSTANCES_FIRST;
      case "leave-instances" -> DeletionPolicy.LEAVE_INSTANCES;
      default -> DeletionPolicy.AWAIT_INSTANCES;
    };
  }

  /** The kind of its instances. */
  GroupKind instanceKind() {
    Map<String, Object> schema = PlainJson.object(spec().get("schema"));
    return new GroupKind(
        PlainJson.text(schema.get("group")).orElse("kro.run"),
        PlainJson.text(schema.get("kind")).orElse(""));
  }

  Definition definition() {
    return Definition.of(name(), Map.of(), spec());
  }

  Owner owner() {
    return new Owner(type.gvk().kind(), name(), uid());
  }

  GraphSource source() {
    return new GraphSource(type.gvk().kind(), name(), uid());
  }

  Waiter waiter() {
    return new Waiter(type.gvk().kind(), name());
  }

  ObjectRef ref() {
    return new ObjectRef(type, null, name());
  }

  private Map<String, Object> metadata() {
    return PlainJson.object(json.get("metadata"));
  }
}
