package io.kro4j.compiler.jsonschema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Translates the dialect of CRDs to JSON Schema: {@code nullable}, {@code x-kubernetes-*} and
 * Boolean {@code exclusiveMinimum} mean nothing there.
 */
final class StructuralSchema {
  private static final List<String> NESTED = List.of("items", "additionalProperties", "not");
  private static final List<String> NESTED_MAPS = List.of("properties", "patternProperties");
  private static final List<String> NESTED_LISTS = List.of("allOf", "anyOf", "oneOf");
  private static final Map<String, Object> STRING = Map.of("type", "string");

  private StructuralSchema() {}

  /** The JSON Schema of a schema as CRDs have it; objects take no fields but theirs. */
  static Map<String, Object> toJsonSchema(Map<?, ?> schema) {
    return translate(schema, true);
  }

  /** What users may write about any object. */
  static Map<String, Object> metadata() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("name", STRING);
    properties.put("generateName", STRING);
    properties.put("namespace", STRING);
    properties.put("labels", object("additionalProperties", STRING));
    properties.put("annotations", object("additionalProperties", STRING));
    return object("properties", properties);
  }

  private static Map<String, Object> object(String key, Object value) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put(key, value);
    return schema;
  }

  /**
   * Translates.
   *
   * @param isStructural whether the schema says which fields there are; else it only narrows down
   *     one that does
   */
  private static Map<String, Object> translate(Map<?, ?> schema, boolean isStructural) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : schema.entrySet()) {
      String key = (String) entry.getKey();
      if (!key.startsWith("x-kubernetes-") && !key.equals("nullable")) {
        json.put(key, value(key, entry.getValue(), isStructural));
      }
    }
    forgetDefaulted(json);
    exclusive(json, "minimum", "exclusiveMinimum");
    exclusive(json, "maximum", "exclusiveMaximum");
    if (json.get("pattern") instanceof String pattern && !RegularExpressions.isPortable(pattern)) {
      json.remove("pattern");
    }
    if (is(schema, "x-kubernetes-int-or-string")) {
      json.put("type", List.of("integer", "string"));
    }
    if ("set".equals(schema.get("x-kubernetes-list-type"))) {
      json.put("uniqueItems", true);
    }
    if (is(schema, "x-kubernetes-embedded-resource")) {
      embed(json);
    }
    if (isStructural && isClosed(schema)) {
      json.put("additionalProperties", false);
    }
    if (is(schema, "nullable")) {
      allowNull(json);
    }
    return json;
  }

  private static @Nullable Object value(String key, @Nullable Object value, boolean structural) {
    if (value instanceof Map<?, ?> map && NESTED.contains(key)) {
      return translate(map, structural && !key.equals("not"));
    }
    if (value instanceof Map<?, ?> map && NESTED_MAPS.contains(key)) {
      Map<String, Object> translated = new LinkedHashMap<>();
      map.forEach(
          (name, each) -> translated.put((String) name, translate((Map<?, ?>) each, structural)));
      return translated;
    }
    if (value instanceof List<?> list && NESTED_LISTS.contains(key)) {
      return list.stream().map(each -> translate((Map<?, ?>) each, false)).toList();
    }
    return value;
  }

  /** The API server fills in defaults before it asks what is missing. */
  private static void forgetDefaulted(Map<String, Object> json) {
    if (json.get("required") instanceof List<?> required
        && json.get("properties") instanceof Map<?, ?> properties) {
      List<Object> left = new ArrayList<>(required);
      left.removeIf(
          name -> properties.get(name) instanceof Map<?, ?> field && field.containsKey("default"));
      if (left.isEmpty()) {
        json.remove("required");
      } else {
        json.put("required", left);
      }
    }
  }

  /** JSON Schema has the bound itself in place of a flag. */
  private static void exclusive(Map<String, Object> json, String bound, String flag) {
    Object exclusive = json.remove(flag);
    if (Boolean.TRUE.equals(exclusive) && json.get(bound) != null) {
      json.put(flag, json.remove(bound));
    }
  }

  private static boolean isClosed(Map<?, ?> schema) {
    return schema.get("properties") instanceof Map
        && !schema.containsKey("additionalProperties")
        && !is(schema, "x-kubernetes-preserve-unknown-fields");
  }

  private static void embed(Map<String, Object> json) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("apiVersion", STRING);
    properties.put("kind", STRING);
    properties.put("metadata", metadata());
    if (json.get("properties") instanceof Map<?, ?> own) {
      own.forEach((name, property) -> properties.putIfAbsent((String) name, property));
    }
    json.put("properties", properties);
  }

  private static void allowNull(Map<String, Object> json) {
    List<Object> types = new ArrayList<>();
    if (json.get("type") instanceof List<?> several) {
      types.addAll(several);
    } else if (json.get("type") != null) {
      types.add(json.get("type"));
    } else {
      return;
    }
    types.add("null");
    json.put("type", types);
    if (json.get("enum") instanceof List<?> values) {
      List<@Nullable Object> withNull = new ArrayList<>(values);
      withNull.add(null);
      json.put("enum", withNull);
    }
  }

  private static boolean is(Map<?, ?> schema, String flag) {
    return Boolean.TRUE.equals(schema.get(flag));
  }
}
