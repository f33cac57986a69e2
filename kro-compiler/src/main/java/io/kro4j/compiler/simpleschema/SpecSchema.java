package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.schema.JsonSchema;
import java.util.List;

/**
 * The schema of {@code spec}, compiled.
 *
 * @param schema the schema, an object
 * @param validations the rules in it, in the order of the schema's paths
 */
public record SpecSchema(JsonSchema schema, List<ValidationRule> validations) {
  /** Copies the list. */
  public SpecSchema {
    validations = List.copyOf(validations);
  }
}
