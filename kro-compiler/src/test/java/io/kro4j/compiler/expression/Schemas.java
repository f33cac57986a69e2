package io.kro4j.compiler.expression;

import io.kro4j.compiler.schema.JsonSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small schemas for tests, as plain JSON. */
final class Schemas {
  static final Map<String, Object> TEXT = Map.of("type", "string");
  static final Map<String, Object> INT = Map.of("type", "integer");
  static final Map<String, Object> NUMBER = Map.of("type", "number");
  static final Map<String, Object> BOOL = Map.of("type", "boolean");
  static final Map<String, Object> BYTES = Map.of("type", "string", "format", "byte");
  static final Map<String, Object> TIME = Map.of("type", "string", "format", "date-time");
  static final Map<String, Object> INT_OR_STRING = Map.of("x-kubernetes-int-or-string", true);
  static final Map<String, Object> QUANTITY =
      Map.of("oneOf", List.of(Map.of("type", "string"), Map.of("type", "number")));

  private Schemas() {}

  /** An object of names and schemas by turns. */
  static Map<String, Object> object(Object... namesAndSchemas) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (int i = 0; i < namesAndSchemas.length; i += 2) {
      properties.put((String) namesAndSchemas[i], namesAndSchemas[i + 1]);
    }
    return Map.of("type", "object", "properties", properties);
  }

  static Map<String, Object> open(Object... namesAndSchemas) {
    Map<String, Object> schema = new LinkedHashMap<>(object(namesAndSchemas));
    schema.put("x-kubernetes-preserve-unknown-fields", true);
    return schema;
  }

  static Map<String, Object> list(Map<String, Object> items) {
    return Map.of("type", "array", "items", items);
  }

  static Map<String, Object> map(Map<String, Object> values) {
    return Map.of("type", "object", "additionalProperties", values);
  }

  static ValueType type(String variable, Map<String, Object> schema) {
    return ValueTypes.of(variable, JsonSchema.of(schema));
  }

  /** A scope with an instance {@code schema}, a {@code web} deployment and a {@code pods} list. */
  static Scope scope() {
    Map<String, Object> metadata =
        object("name", TEXT, "namespace", TEXT, "labels", map(TEXT), "creationTimestamp", TIME);
    Map<String, Object> spec =
        object(
            "name",
            TEXT,
            "replicas",
            INT,
            "ratio",
            NUMBER,
            "debug",
            BOOL,
            "port",
            INT_OR_STRING,
            "my-label",
            TEXT,
            "tags",
            list(TEXT),
            "env",
            map(TEXT),
            "extra",
            open("known", TEXT),
            "started",
            TIME,
            "secret",
            BYTES,
            "items",
            list(object("name", TEXT, "size", INT)));
    Map<String, Object> condition =
        object("type", TEXT, "status", TEXT, "lastTransitionTime", TIME);
    Map<String, ValueType> variables = new LinkedHashMap<>();
    variables.put("schema", type("schema", object("metadata", metadata, "spec", spec)));
    variables.put(
        "web",
        type(
            "web",
            object(
                "metadata",
                metadata,
                "data",
                map(BYTES),
                "status",
                object("replicas", INT, "conditions", list(condition)))));
    variables.put("pods", ValueTypes.listOf("pods", JsonSchema.of(object("metadata", metadata))));
    return Scope.of(variables);
  }
}
