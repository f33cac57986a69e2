package io.kro4j.compiler.expression.library;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * {@code opt.optMap(x, e)} and {@code opt.optFlatMap(x, e)}. cel-java's own copy their receiver
 * into the expansion twice, so that a chain of them doubles in size with every link; here it is
 * bound once.
 */
final class OptionalMacros {
  static final List<CelMacro> ALL =
      List.of(
          CelMacro.newReceiverMacro("optMap", 2, OptionalMacros::expandMap),
          CelMacro.newReceiverMacro("optFlatMap", 2, OptionalMacros::expandFlatMap));

  private static final String TARGET = "@target";

  private OptionalMacros() {}

  private static Optional<CelExpr> expandMap(
      CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> arguments) {
    return expand(factory, target, arguments, body -> factory.newGlobalCall("optional.of", body));
  }

  private static Optional<CelExpr> expandFlatMap(
      CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> arguments) {
    return expand(factory, target, arguments, body -> body);
  }

  private static Optional<CelExpr> expand(
      CelMacroExprFactory factory,
      CelExpr target,
      List<CelExpr> arguments,
      UnaryOperator<CelExpr> wrap) {
    CelExpr variable = arguments.get(0);
    if (variable.getKind() != Kind.IDENT) {
      return Optional.of(
          factory.reportError(
              CelIssue.formatError(
                  factory.getSourceLocation(variable),
                  "the variable of optMap() and optFlatMap() must be a simple identifier")));
    }
    CelExpr value = factory.newReceiverCall("value", factory.newIdentifier(TARGET));
    CelExpr body = Binding.of(factory, variable.ident().name(), value, arguments.get(1));
    CelExpr choice =
        factory.newGlobalCall(
            "_?_:_",
            factory.newReceiverCall("hasValue", factory.newIdentifier(TARGET)),
            wrap.apply(body),
            factory.newGlobalCall("optional.none"));
    return Optional.of(Binding.of(factory, TARGET, target, choice));
  }
}
