package io.kro4j.compiler.expression.library;

import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelMacroExprFactory;

/**
 * How CEL spells a local variable: a comprehension over nothing whose accumulator is its value. The
 * value passes through a function that changes nothing but the cost of naming it, see {@link
 * ListValue}.
 */
final class Binding {
  /** Gives back its argument. */
  static final String FUNCTION = "cel.@bound";

  private static final String UNUSED = "#unused";

  private Binding() {}

  /** {@code body} with {@code name} standing for {@code value}. */
  static CelExpr of(CelMacroExprFactory factory, String name, CelExpr value, CelExpr body) {
    return factory.fold(
        UNUSED,
        factory.newList(),
        name,
        factory.newGlobalCall(FUNCTION, value),
        factory.newBoolLiteral(false),
        factory.newIdentifier(name),
        body);
  }
}
