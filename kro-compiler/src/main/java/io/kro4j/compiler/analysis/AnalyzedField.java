package io.kro4j.compiler.analysis;

import io.kro4j.compiler.expression.CheckedExpression;
import io.kro4j.compiler.schema.FieldPath;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.Optional;

/**
 * A field whose value an expression computes.
 *
 * @param path the field
 * @param text the string as written
 * @param expression the expression
 * @param schema the schema of the field, if anything is known of it
 */
public record AnalyzedField(
    FieldPath path,
    YamlValue.Text text,
    CheckedExpression expression,
    Optional<JsonSchema> schema) {}
