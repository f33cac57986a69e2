package io.kro4j.compiler.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The selections of fields in a syntax tree: {@code a.b}, {@code has(a.b)} and {@code a.?b}. */
final class FieldSelections {
  private static final String OPTIONAL_SELECT = "_?._";

  private FieldSelections() {}

  /** The names of all selected fields. */
  static Set<String> in(CelAbstractSyntaxTree tree) {
    Set<String> names = new TreeSet<>();
    CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .forEach(node -> fieldOf(node.expr()).ifPresent(names::add));
    return names;
  }

  /** The field that an expression selects, if it is a selection. */
  static Optional<String> fieldOf(CelExpr expr) {
    return switch (expr.getKind()) {
      case SELECT -> Optional.of(expr.select().field());
      case CALL ->
          isOptional(expr)
              ? Optional.of(expr.call().args().get(1).constant().stringValue())
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** What a selection selects from. */
  static CelExpr operandOf(CelExpr expr) {
    return isOptional(expr) ? expr.call().args().get(0) : expr.select().operand();
  }

  /** Whether an expression is {@code a.?b}. */
  static boolean isOptional(CelExpr expr) {
    return expr.getKind() == CelExpr.ExprKind.Kind.CALL
        && expr.call().function().equals(OPTIONAL_SELECT)
        && expr.call().args().get(1).getKind() == CelExpr.ExprKind.Kind.CONSTANT;
  }
}
