package io.kro4j.compiler.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an API server and its controllers write into objects, and nobody who means the next one. */
final class ServerFields {
  private static final Set<String> METADATA =
      Set.of(
          "creationTimestamp",
          "deletionGracePeriodSeconds",
          "deletionTimestamp",
          "generation",
          "managedFields",
          "namespace",
          "ownerReferences",
          "resourceVersion",
          "selfLink",
          "uid");

  private static final Set<String> ANNOTATIONS =
      Set.of(
          "deployment.kubernetes.io/revision",
          "kubectl.kubernetes.io/last-applied-configuration",
          "pv.kubernetes.io/bind-completed",
          "pv.kubernetes.io/bound-by-controller");

  /** What is allotted to one object and cannot be another's, by kind. */
  private static final Map<String, Set<String>> ALLOTTED =
      Map.of(
          "Service", Set.of("clusterIP", "clusterIPs", "healthCheckNodePort"),
          "PersistentVolumeClaim", Set.of("volumeName"));

  private static final Set<Object> HEADLESS = Set.of("None", List.of("None"));

  private ServerFields() {}

  /** An object without them, and without its namespace, which is that of the instance. */
  static Map<String, @Nullable Object> without(Map<String, Object> object) {
    Map<String, @Nullable Object> cleaned = new LinkedHashMap<>(object);
    cleaned.remove("status");
    Map<String, @Nullable Object> metadata = Manifest.at(object, "metadata");
    metadata.keySet().removeAll(METADATA);
    Map<String, @Nullable Object> annotations = Manifest.at(metadata, "annotations");
    if (annotations.keySet().removeAll(ANNOTATIONS)) {
      metadata.put("annotations", annotations);
    }
    if (annotations.isEmpty()) {
      metadata.remove("annotations");
    }
    cleaned.put("metadata", metadata);
    Set<String> allotted = ALLOTTED.getOrDefault(String.valueOf(object.get("kind")), Set.of());
    Map<String, @Nullable Object> spec = Manifest.at(object, "spec");
    if (spec.entrySet().removeIf(field -> isAllotted(field, allotted))) {
      cleaned.put("spec", spec);
    }
    return cleaned;
  }

  /** A service without an address has none on purpose. */
  private static boolean isAllotted(
      Map.Entry<String, @Nullable Object> field, Set<String> allotted) {
    @Nullable Object value = field.getValue();
    return allotted.contains(field.getKey()) && (value == null || !HEADLESS.contains(value));
  }
}
