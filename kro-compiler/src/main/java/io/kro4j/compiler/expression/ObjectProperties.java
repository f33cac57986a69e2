package io.kro4j.compiler.expression;

import io.kro4j.compiler.schema.JsonSchema;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The properties of an object schema as expressions see them: an embedded resource always has
 * {@code apiVersion}, {@code kind} and a name, whatever its schema says.
 */
final class ObjectProperties {
  private static final JsonSchema TEXT = JsonSchema.of(Map.of("type", "string"));
  private static final JsonSchema METADATA =
      JsonSchema.of(
          Map.of(
              "type",
              "object",
              "properties",
              Map.of("name", Map.of("type", "string"), "generateName", Map.of("type", "string"))));

  private ObjectProperties() {}

  /** The properties by their real names, in the order of the schema. */
  static Map<String, JsonSchema> of(JsonSchema schema) {
    if (!schema.isEmbeddedResource() || isResource(schema.properties())) {
      return schema.properties();
    }
    Map<String, JsonSchema> properties = new LinkedHashMap<>(schema.properties());
    properties.put("apiVersion", TEXT);
    properties.put("kind", TEXT);
    properties.put("metadata", METADATA);
    return properties;
  }

  private static boolean isResource(Map<String, JsonSchema> properties) {
    Map<String, JsonSchema> metadata =
        properties.getOrDefault("metadata", JsonSchema.anything()).properties();
    return has(properties, "apiVersion", "string")
        && has(properties, "kind", "string")
        && has(properties, "metadata", "object")
        && has(metadata, "name", "string")
        && has(metadata, "generateName", "string");
  }

  private static boolean has(Map<String, JsonSchema> properties, String name, String type) {
    JsonSchema property = properties.get(name);
    return property != null && property.isType(type);
  }
}
