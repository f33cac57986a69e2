package io.kro4j.compiler.draft;

import io.kro4j.compiler.analysis.ReservedNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object as somebody wrote it: without what only the API server writes, and without the
 * namespace, which is that of the instance.
 *
 * @param id the id of its node
 * @param object the object
 */
record Manifest(String id, Map<String, @Nullable Object> object) {
  private static final Set<String> SERVER_METADATA =
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

  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  String kind() {
    return String.valueOf(object.get("kind"));
  }

  String name() {
    return at(object, "metadata").get("name") instanceof String name ? name : "";
  }

  /** Cleans objects, and gives each an id made of its kind. */
  static List<Manifest> of(List<Map<String, Object>> objects) {
    Names ids = new Names(ReservedNames::contains);
    List<Manifest> manifests = new ArrayList<>();
    for (Map<String, Object> object : objects) {
      Manifest cleaned = new Manifest("", clean(object));
      String kind = DraftName.camelCase(cleaned.kind());
      String name = DraftName.camelCase(cleaned.name());
      String id = ids.take(kind, kind + DraftName.capitalized(name));
      manifests.add(new Manifest(id, cleaned.object()));
    }
    return manifests;
  }

  private static Map<String, @Nullable Object> clean(Map<String, Object> object) {
    Map<String, @Nullable Object> cleaned = new LinkedHashMap<>(object);
    cleaned.remove("status");
    Map<String, @Nullable Object> metadata = new LinkedHashMap<>(at(object, "metadata"));
    metadata.keySet().removeAll(SERVER_METADATA);
    Map<String, @Nullable Object> annotations = new LinkedHashMap<>(at(metadata, "annotations"));
    if (annotations.remove(LAST_APPLIED) != null) {
      metadata.put("annotations", annotations);
    }
    if (annotations.isEmpty()) {
      metadata.remove("annotations");
    }
    cleaned.put("metadata", metadata);
    return cleaned;
  }

  /** A field that is an object; an empty one if it is none. */
  static Map<String, @Nullable Object> at(Map<?, ?> object, String field) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (object.get(field) instanceof Map<?, ?> map) {
      map.forEach((name, value) -> fields.put(String.valueOf(name), value));
    }
    return fields;
  }
}
