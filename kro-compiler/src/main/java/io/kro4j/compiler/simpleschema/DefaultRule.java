package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Severity;
import io.kro4j.compiler.schema.TextPatterns;
import java.util.List;

/**
 * A default must satisfy the schema of its own field, or the API server refuses the CRD. Below the
 * values of a map it does not look, and every object that relies on such a default is refused
 * later: a warning.
 */
final class DefaultRule {
  private DefaultRule() {}

  /** The problems of the default, if the field has one and all that is said of it is clear. */
  static List<Diagnostic> check(SchemaDraft schema, SpecRules.Place place, TextPatterns patterns) {
    Object value = schema.get("default");
    if (value == null || schema.isDoubtful()) {
      return List.of();
    }
    return ValueCheck.problems(value, schema, patterns).stream()
        .map(
            problem ->
                Diagnostic.of(
                    DiagnosticId.SIMPLESCHEMA_INVALID_DEFAULT,
                    schema.place("default"),
                    "the default contradicts the field's own schema: " + problem))
        .map(found -> place.inMap() ? found.withSeverity(Severity.WARNING) : found)
        .toList();
  }
}
