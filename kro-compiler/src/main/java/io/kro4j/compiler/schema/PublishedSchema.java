package io.kro4j.compiler.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The schema of a CRD as API servers publish it in their OpenAPI, and so as kro sees it: whole
 * objects, also those embedded with {@code x-kubernetes-embedded-resource}, have {@code
 * apiVersion}, {@code kind} and Kubernetes' own {@code metadata}.
 */
final class PublishedSchema {
  private static final Map<String, Object> TEXT = Map.of("type", "string");
  private static final Map<String, Object> META = Map.of("$ref", KubernetesCatalog.OBJECT_META);

  private PublishedSchema() {}

  /** The schema of a whole object from {@code openAPIV3Schema}. */
  static JsonSchema of(Map<String, Object> schema) {
    return JsonSchema.of(
        wholeObject(withEmbedded(schema)), KubernetesCatalog.newest().definitions());
  }

  private static Map<String, Object> withEmbedded(Map<String, Object> schema) {
    Map<String, Object> result = new LinkedHashMap<>(schema);
    result.computeIfPresent("properties", (keyword, parts) -> partsWithEmbedded(parts));
    result.computeIfPresent("items", (keyword, part) -> partWithEmbedded(part));
    result.computeIfPresent("additionalProperties", (keyword, part) -> partWithEmbedded(part));
    if (Boolean.TRUE.equals(schema.get("x-kubernetes-embedded-resource"))) {
      List<Object> required = new ArrayList<>(PlainJson.list(schema.get("required")));
      for (String field : List.of("kind", "apiVersion")) {
        if (!required.contains(field)) {
          required.add(field);
        }
      }
      result.put("required", required);
      return wholeObject(result);
    }
    return result;
  }

  private static Map<String, Object> partsWithEmbedded(Object parts) {
    Map<String, Object> result = new LinkedHashMap<>();
    PlainJson.object(parts).forEach((name, part) -> result.put(name, partWithEmbedded(part)));
    return result;
  }

  /** A schema, or {@code additionalProperties} that is only true or false. */
  private static Object partWithEmbedded(Object part) {
    return part instanceof Map ? withEmbedded(PlainJson.object(part)) : part;
  }

  private static Map<String, Object> wholeObject(Map<String, Object> schema) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("apiVersion", TEXT);
    properties.put("kind", TEXT);
    properties.put("metadata", META);
    PlainJson.object(schema.get("properties")).forEach(properties::putIfAbsent);
    Map<String, Object> result = new LinkedHashMap<>(schema);
    result.put("properties", properties);
    return result;
  }
}
