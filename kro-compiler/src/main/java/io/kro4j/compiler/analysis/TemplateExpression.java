package io.kro4j.compiler.analysis;

import io.kro4j.compiler.expression.ParsedExpression;
import io.kro4j.compiler.schema.FieldPath;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.Optional;

/**
 * An expression in a template and what its field wants.
 *
 * @param path the field
 * @param text the string as written
 * @param parsed the expression
 * @param schema the schema of the field; empty if nothing is known of it
 */
record TemplateExpression(
    FieldPath path, YamlValue.Text text, ParsedExpression parsed, Optional<JsonSchema> schema) {}
