package io.kro4j.compiler.expression;

import dev.cel.common.ast.CelExpr;
import java.util.Optional;

/** Expressions that spell a dotted name. */
final class DottedNames {
  private DottedNames() {}

  /** {@code a.b.c} if the expression is that and nothing else. */
  static Optional<String> of(CelExpr expr) {
    return switch (expr.getKind()) {
      case IDENT -> Optional.of(expr.ident().name());
      case SELECT ->
          expr.select().testOnly()
              ? Optional.empty()
              : of(expr.select().operand()).map(prefix -> prefix + "." + expr.select().field());
      default -> Optional.empty();
    };
  }
}
