package io.kro4j.compiler.crd;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.model.SchemaDefinition;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The schema must be structural: every field has a type or keeps unknown fields, every list says
 * what its items are, an object has either fields or values of one type ({@code
 * apiserver/schema/validation.go}).
 *
 * <p>What SimpleSchema writes always is; this is about {@code status}, whose types come from
 * expressions.
 */
final class StructuralRule {
  private final SchemaDefinition definition;
  private final List<Diagnostic> found = new ArrayList<>();

  private StructuralRule(SchemaDefinition definition) {
    this.definition = definition;
  }

  /** The parts of the schema that are not structural, at the status field they belong to. */
  static List<Diagnostic> check(JsonSchema root, SchemaDefinition definition) {
    StructuralRule rule = new StructuralRule(definition);
    JsonSchema status = root.property("status").orElse(JsonSchema.anything());
    status
        .properties()
        .forEach((name, field) -> rule.visit("status." + name, field, rule.place(name)));
    return rule.found;
  }

  private Span place(String field) {
    return definition
        .status()
        .entry(field)
        .map(YamlValue.Entry::value)
        .map(YamlValue::span)
        .orElse(definition.span());
  }

  private void visit(String path, JsonSchema schema, Span place) {
    boolean untyped = schema.type().isEmpty();
    if (untyped && !schema.preservesUnknownFields() && !schema.isIntOrString()) {
      invalid(place, "`" + path + "` has no type");
    }
    if (schema.isType("array") && schema.items().isEmpty()) {
      invalid(place, "`" + path + "` is a list whose items have no type");
    }
    if (schema.hasProperties() && schema.additionalProperties().isPresent()) {
      invalid(place, "`" + path + "` is both a map and an object with fields");
    }
    schema.properties().forEach((name, part) -> visit(path + "." + name, part, place));
    schema.items().ifPresent(items -> visit(path + "[]", items, place));
    schema
        .additionalProperties()
        .filter(values -> !values.isEmpty()) // `true`, which allows anything
        .ifPresent(values -> visit(path + ".*", values, place));
  }

  private void invalid(Span place, String message) {
    found.add(Diagnostic.of(DiagnosticId.CRD_INVALID_SCHEMA, place, message));
  }
}
