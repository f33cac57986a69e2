package io.kro4j.compiler.draft;

import io.kro4j.compiler.analysis.ReservedNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object as somebody wrote it: without what only the API server writes, and without the
 * namespace, which is that of the instance.
 *
 * @param id the id of its node
 * @param object the object
 */
record Manifest(String id, Map<String, @Nullable Object> object) {
  String kind() {
    return String.valueOf(object.get("kind"));
  }

  String name() {
    return at(object, "metadata").get("name") instanceof String name ? name : "";
  }

  /** Objects without what the API server wrote, each with an id made of its kind. */
  static List<Manifest> of(List<Map<String, Object>> objects) {
    Names ids = new Names(ReservedNames::contains);
    List<Manifest> manifests = new ArrayList<>();
    for (Map<String, Object> object : objects) {
      Manifest cleaned = new Manifest("", ServerFields.without(object));
      String kind = DraftName.camelCase(cleaned.kind());
      String name = DraftName.camelCase(cleaned.name());
      String id = ids.take(kind, kind + DraftName.capitalized(name));
      manifests.add(new Manifest(id, cleaned.object()));
    }
    return manifests;
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
