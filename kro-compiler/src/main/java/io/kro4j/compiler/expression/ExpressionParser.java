package io.kro4j.compiler.expression;

import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.source.MappedText;

/** Parses the expressions that {@link ExpressionScanner} found. */
public final class ExpressionParser {
  private ExpressionParser() {}

  /**
   * Parses a standalone expression, or a mixed string as the concatenation of its parts.
   *
   * @param scanned a string with at least one expression
   * @return the expression, or all syntax errors
   * @throws IllegalArgumentException if the string has no expression
   */
  public static Checked<ParsedExpression> parse(ScannedString scanned) {
    MappedText source = source(scanned);
    if (source.value().isBlank()) {
      return Checked.failed(
          Diagnostic.of(
              DiagnosticId.EXPRESSION_SYNTAX, scanned.whole().span(), "the expression is empty"));
    }
    CelValidationResult result = Cel.environment().parse(source.value());
    if (result.hasError()) {
      return Checked.failed(SyntaxErrors.explain(result.getErrors(), source));
    }
    try {
      return Checked.of(new ParsedExpression(scanned, source, result.getAst()));
    } catch (CelValidationException e) {
      throw new IllegalStateException("a tree without errors is missing", e);
    }
  }

  private static MappedText source(ScannedString scanned) {
    if (scanned instanceof ScannedString.Standalone standalone) {
      return standalone.expression();
    }
    if (scanned instanceof ScannedString.Mixed mixed) {
      return ExpressionText.of(mixed);
    }
    throw new IllegalArgumentException("no expression in `" + scanned.whole() + "`");
  }
}
