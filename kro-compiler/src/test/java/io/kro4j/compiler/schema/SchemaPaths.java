package io.kro4j.compiler.schema;

/** Walks a schema along a path such as {@code spec.ports[].name} or {@code data.*}. */
final class SchemaPaths {
  private SchemaPaths() {}

  /** The schema at the path, which must be there. */
  static JsonSchema at(JsonSchema root, String path) {
    JsonSchema schema = root;
    for (String step : path.split("\\.")) {
      String name = step.replace("[]", "");
      schema =
          (name.equals("*") ? schema.additionalProperties() : schema.property(name)).orElseThrow();
      if (step.endsWith("[]")) {
        schema = schema.items().orElseThrow();
      }
    }
    return schema;
  }
}
