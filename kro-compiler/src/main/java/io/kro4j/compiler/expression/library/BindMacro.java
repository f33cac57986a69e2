package io.kro4j.compiler.expression.library;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.util.Optional;

/** {@code cel.bind(x, value, e)}: {@code e} with {@code x} standing for the value. */
final class BindMacro {
  static final CelMacro MACRO = CelMacro.newReceiverMacro("bind", 3, BindMacro::expand);

  private BindMacro() {}

  private static Optional<CelExpr> expand(
      CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> arguments) {
    if (target.getKind() != Kind.IDENT || !target.ident().name().equals("cel")) {
      return Optional.empty();
    }
    CelExpr variable = arguments.get(0);
    if (variable.getKind() != Kind.IDENT) {
      return Optional.of(
          factory.reportError(
              CelIssue.formatError(
                  factory.getSourceLocation(variable),
                  "the variable of cel.bind() must be a simple identifier")));
    }
    return Optional.of(
        Binding.of(factory, variable.ident().name(), arguments.get(1), arguments.get(2)));
  }
}
