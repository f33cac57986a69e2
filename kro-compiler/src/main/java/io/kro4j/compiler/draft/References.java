package io.kro4j.compiler.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields by which one object names another: those of built-in kinds, and every object with a
 * {@code kind} and a {@code name}.
 */
final class References {
  /** The field that holds the name, where that is enough to know the kind. */
  private static final Map<String, String> BY_FIELD =
      Map.of(
          "serviceName", "Service",
          "secretName", "Secret",
          "claimName", "PersistentVolumeClaim",
          "serviceAccountName", "ServiceAccount");

  /** The object that holds the field {@code name}. */
  private static final Map<String, String> BY_PARENT =
      Map.of(
          "configMapKeyRef", "ConfigMap",
          "configMapRef", "ConfigMap",
          "configMap", "ConfigMap",
          "secretKeyRef", "Secret",
          "secretRef", "Secret",
          "secret", "Secret",
          "imagePullSecrets", "Secret",
          "backendRefs", "Service",
          "service", "Service");

  private final Map<String, String> ids = new HashMap<>();

  References(List<Manifest> manifests) {
    for (Manifest manifest : manifests) {
      ids.putIfAbsent(manifest.kind() + " " + manifest.name(), manifest.id());
    }
  }

  /**
   * The id of the node that a field names.
   *
   * @param parent the name of the field that holds the object, or the list of such objects
   * @param object the object with the field
   * @param field the field
   * @return empty if the field names nothing, or nothing of the draft
   */
  Optional<String> node(String parent, Map<?, ?> object, String field) {
    return object.get(field) instanceof String name
        ? Optional.ofNullable(kind(parent, object, field)).map(kind -> ids.get(kind + " " + name))
        : Optional.empty();
  }

  private static @Nullable String kind(String parent, Map<?, ?> object, String field) {
    if (!field.equals("name")) {
      return BY_FIELD.get(field);
    }
    if (parent.equals("metadata")) {
      return null;
    }
    return object.get("kind") instanceof String kind ? kind : BY_PARENT.get(parent);
  }
}
