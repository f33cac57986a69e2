package io.kro4j.compiler.expression.library;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.util.Optional;

/**
 * {@code list.sortBy(x, key)}: the list in the order of its elements' keys. The keys are computed
 * by a comprehension over the list, and the sorting is left to {@link #FUNCTION}.
 */
final class SortByMacro {
  /** Sorts its receiver by a list of keys of the same length. */
  static final String FUNCTION = "@sortByAssociatedKeys";

  static final CelMacro MACRO = CelMacro.newReceiverMacro("sortBy", 2, SortByMacro::expand);

  private static final String INPUT = "@__sortBy_input__";

  private SortByMacro() {}

  private static Optional<CelExpr> expand(
      CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> arguments) {
    CelExpr variable = arguments.get(0);
    if (variable.getKind() != Kind.IDENT) {
      return Optional.of(
          factory.reportError(
              CelIssue.formatError(
                  factory.getSourceLocation(variable),
                  "the variable of sortBy() must be a simple identifier")));
    }
    CelExpr keys = keys(factory, variable.ident().name(), arguments.get(1));
    CelExpr sorted = factory.newReceiverCall(FUNCTION, factory.newIdentifier(INPUT), keys);
    return Optional.of(Binding.of(factory, INPUT, target, sorted));
  }

  private static CelExpr keys(CelMacroExprFactory factory, String variable, CelExpr key) {
    String result = factory.getAccumulatorVarName();
    return factory.fold(
        variable,
        factory.newIdentifier(INPUT),
        result,
        factory.newList(),
        factory.newBoolLiteral(true),
        factory.newGlobalCall("_+_", factory.newIdentifier(result), factory.newList(key)),
        factory.newIdentifier(result));
  }
}
