package io.kro4j.compiler.analysis;

import io.kro4j.compiler.schema.JsonSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a template finds the schema of a field, and the types of value that the schema allows. */
final class SchemaLookup {
  /** Stands for every type in {@link #types}. */
  static final String ANY = "any";

  private SchemaLookup() {}

  /** The schema of a field: the property of that name, or what any further property must be. */
  static Optional<JsonSchema> field(JsonSchema schema, String name) {
    return schema.property(name).or(schema::additionalProperties);
  }

  /**
   * The types of value that the schema allows; {@link #ANY} alone if any; empty if the schema names
   * none, which makes every value wrong.
   */
  static List<String> types(JsonSchema schema) {
    if (schema.preservesUnknownFields()) {
      return List.of(ANY);
    }
    if (schema.isIntOrString()) {
      return List.of("string", "integer");
    }
    List<String> union = union(schema, "oneOf");
    union = union.isEmpty() ? union(schema, "anyOf") : union;
    if (!union.isEmpty()) {
      return union;
    }
    if (schema.type().isPresent()) {
      return List.of(schema.type().get());
    }
    return schema.additionalProperties().isPresent() ? List.of(ANY) : List.of();
  }

  /** The types that a union names; a branch that only constrains an object counts as one. */
  private static List<String> union(JsonSchema schema, String keyword) {
    List<String> types = new ArrayList<>();
    for (JsonSchema branch : schema.alternatives(keyword)) {
      if (!branch.required().isEmpty() || branch.keyword("not") != null) {
        addOnce(types, "object");
      }
      branch.type().ifPresent(type -> addOnce(types, type));
    }
    return types;
  }

  private static void addOnce(List<String> types, String type) {
    if (!types.contains(type)) {
      types.add(type);
    }
  }
}
