package io.kro4j.compiler.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Removes the defaults that the OpenAPI of Go types has and no API server applies.
 *
 * <p>OpenAPI v3 generated from Go says {@code default: ""} (or 0, false, {}) wherever a Go field
 * cannot be absent: at required properties, at items, and beside references to structs. An author
 * who leaves such a field out is told by the server that it is required, so a schema that promises
 * a default would hide that. Defaults that mean something, such as {@code TCP} for a port's
 * protocol, stay.
 */
final class ZeroDefaults {
  private static final List<Object> ZEROS = List.of("", 0L, 0.0, false, Map.of());

  private ZeroDefaults() {}

  /**
   * The same definition without such defaults.
   *
   * @param definition a named schema of a Go type, as plain JSON
   */
  static Map<String, Object> removedFrom(Map<String, Object> definition) {
    Map<String, Object> result = new LinkedHashMap<>(definition);
    List<Object> required = PlainJson.list(definition.get("required"));
    result.computeIfPresent(
        "properties", (k, parts) -> properties(PlainJson.object(parts), required));
    result.computeIfPresent("items", (k, part) -> element(part));
    result.computeIfPresent("additionalProperties", (k, part) -> element(part));
    return result;
  }

  private static Map<String, Object> properties(Map<String, Object> parts, List<Object> required) {
    Map<String, Object> result = new LinkedHashMap<>();
    parts.forEach(
        (name, schema) -> {
          Map<String, Object> part = removedFrom(PlainJson.object(schema));
          Object value = part.get("default");
          boolean zero = value != null && ZEROS.contains(value);
          if (zero && (required.contains(name) || Map.of().equals(value))) {
            part.remove("default");
          }
          result.put(name, part);
        });
    return result;
  }

  /** The schema of items or map values, which are never filled in. */
  private static Object element(Object value) {
    if (!(value instanceof Map)) {
      return value;
    }
    Map<String, Object> part = removedFrom(PlainJson.object(value));
    part.remove("default");
    return part;
  }
}
