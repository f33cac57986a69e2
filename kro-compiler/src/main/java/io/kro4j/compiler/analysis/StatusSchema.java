package io.kro4j.compiler.analysis;

import io.kro4j.compiler.schema.FieldPath;
import io.kro4j.compiler.schema.JsonSchema;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Builds the schema of {@code status} from the types of its fields. The items of a list share one
 * schema: objects are merged, and of scalars that differ the last wins.
 */
final class StatusSchema {
  private static final String TYPE = "type";
  private static final String PROPERTIES = "properties";

  private final Map<String, Object> root = object();

  /** Adds a field. */
  void add(FieldPath path, JsonSchema leaf) {
    Map<String, Object> at = root;
    for (int i = 0; i < path.steps().size(); i++) {
      boolean last = i == path.steps().size() - 1;
      Map<String, Object> parent = path.steps().get(i) instanceof Integer ? at : properties(at);
      String key = path.steps().get(i) instanceof Integer ? "items" : (String) path.steps().get(i);
      if (path.steps().get(i) instanceof Integer) {
        at.put(TYPE, "array");
      }
      if (last) {
        parent.put(key, new LinkedHashMap<>(leaf.json()));
      } else {
        at = child(parent, key, path.steps().get(i + 1) instanceof Integer);
      }
    }
  }

  /** The schema of all fields added so far. */
  JsonSchema build() {
    return JsonSchema.of(root);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> child(Map<String, Object> parent, String key, boolean list) {
    return (Map<String, Object>)
        parent.computeIfAbsent(
            key, k -> list ? new LinkedHashMap<>(Map.of(TYPE, "array")) : object());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> properties(Map<String, Object> schema) {
    schema.putIfAbsent(TYPE, "object");
    return (Map<String, Object>)
        schema.computeIfAbsent(PROPERTIES, key -> new LinkedHashMap<String, Object>());
  }

  private static Map<String, Object> object() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(TYPE, "object");
    return schema;
  }
}
