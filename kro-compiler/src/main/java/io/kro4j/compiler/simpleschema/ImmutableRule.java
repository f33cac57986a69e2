package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import java.util.List;

/**
 * {@code immutable=true} compares a field with what it was before. In the items of a list an API
 * server knows what an item was only if {@code listType=map} gives items a key; otherwise it
 * refuses the CRD.
 */
final class ImmutableRule {
  private ImmutableRule() {}

  /** The rules of a field that cannot be evaluated where it stands. */
  static List<Diagnostic> check(SchemaDraft schema, SpecRules.Place place) {
    if (!place.uncorrelated()) {
      return List.of();
    }
    return schema.rules.stream()
        .filter(SchemaDraft.Rule::immutable)
        .map(
            rule ->
                Diagnostic.of(
                        DiagnosticId.SIMPLESCHEMA_MARKER_NOT_APPLICABLE,
                        rule.rule().span(),
                        "`immutable` does not work inside the items of a list without keys")
                    .withHelp("give the list `listType=map` and a `listMapKey`"))
        .toList();
  }
}
