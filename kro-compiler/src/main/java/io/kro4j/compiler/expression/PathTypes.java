package io.kro4j.compiler.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.kro4j.compiler.expression.ValueType.ListOf;
import io.kro4j.compiler.expression.ValueType.MapOf;
import io.kro4j.compiler.expression.ValueType.Simple;
import io.kro4j.compiler.expression.ValueType.Struct;
import java.util.Optional;

/**
 * The types of expressions that are only a path, {@code schema.spec.name}, as most are: read from
 * the schemas, as CEL's checker would find them in ten times the time.
 */
final class PathTypes {
  private PathTypes() {}

  /**
   * The type of the value of a path.
   *
   * @return empty if the expression is not a path, or one about which there may be more to say
   */
  static Optional<ValueType> of(CelExpr expr, Scope scope) {
    return path(expr, scope).filter(PathTypes::isPlain);
  }

  private static Optional<ValueType> path(CelExpr expr, Scope scope) {
    if (expr.getKind() == Kind.IDENT) {
      return variable(expr.ident().name(), scope);
    }
    return expr.getKind() == Kind.SELECT && !expr.select().testOnly()
        ? path(expr.select().operand(), scope).flatMap(type -> field(type, expr.select().field()))
        : Optional.empty();
  }

  /** A variable may have a name for which CEL has a meaning, too. */
  private static Optional<ValueType> variable(String name, Scope scope) {
    return Cel.environment(scope.language()).isKnown(name)
        ? Optional.empty()
        : scope.variable(name);
  }

  private static Optional<ValueType> field(ValueType type, String name) {
    if (type instanceof Struct struct) {
      Optional<ValueType> declared = struct.field(name);
      return declared.isEmpty() && struct.isOpen() ? Optional.of(Simple.DYN) : declared;
    }
    if (type instanceof MapOf map) {
      return Optional.of(map.value());
    }
    return type == Simple.DYN ? Optional.of(Simple.DYN) : Optional.empty();
  }

  /** Whether a type comes back from CEL as it is; functions make others, for iterators. */
  private static boolean isPlain(ValueType type) {
    if (type instanceof ListOf list) {
      return isPlain(list.element());
    }
    if (type instanceof MapOf map) {
      return isPlain(map.key()) && isPlain(map.value());
    }
    return type instanceof Simple || type instanceof Struct;
  }
}
