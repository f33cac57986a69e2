package io.kro4j.compiler.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.source.MappedText;
import java.util.EnumSet;
import java.util.Set;

/** Parses the expressions that {@link ExpressionScanner} found. */
public final class ExpressionParser {
  /**
   * Operators, calls and literals with elements. cel-java's checker remembers a type variable for
   * each and copies all of them for the next, so ten times as many would take minutes, and a file
   * may have many such expressions.
   */
  private static final int MOST_OPERATIONS = 1_000;

  private static final Set<Kind> OPERATIONS =
      EnumSet.of(Kind.CALL, Kind.LIST, Kind.MAP, Kind.STRUCT, Kind.COMPREHENSION);

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
      return parsed(source, result.getAst());
    } catch (CelValidationException e) {
      throw new IllegalStateException("a tree without errors is missing", e);
    }
  }

  private static Checked<ParsedExpression> parsed(MappedText source, CelAbstractSyntaxTree tree) {
    long operations =
        CelNavigableAst.fromAst(tree)
            .getRoot()
            .allNodes()
            .filter(node -> OPERATIONS.contains(node.getKind()))
            .count();
    return operations <= MOST_OPERATIONS
        ? Checked.of(new ParsedExpression(source, tree))
        : Checked.failed(
            Diagnostic.of(
                    DiagnosticId.EXPRESSION_TOO_COMPLEX,
                    source.span(),
                    "the expression has " + operations + " operators, calls and lists")
                .withHelp("at most " + MOST_OPERATIONS + " are allowed; split it"));
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
