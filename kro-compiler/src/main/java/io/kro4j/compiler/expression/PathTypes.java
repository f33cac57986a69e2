package io.kro4j.compiler.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.kro4j.compiler.expression.ValueType.ListOf;
import io.kro4j.compiler.expression.ValueType.MapOf;
import io.kro4j.compiler.expression.ValueType.Simple;
import io.kro4j.compiler.expression.ValueType.Struct;
import java.util.Optional;

/**
 * The types of expressions that are only a path, {@code schema.spec.name}, or text put together
 * from paths, {@code schema.spec.name + "-web"}, as most are: read from the schemas, as CEL's
 * checker would find them in ten times the time.
 */
final class PathTypes {
  private PathTypes() {}

  /**
   * The type of the value of an expression.
   *
   * @return empty if it is neither a path nor made from paths, or there may be more to say about it
   */
  static Optional<ValueType> of(CelExpr expr, Scope scope) {
    boolean path = expr.getKind() == Kind.IDENT || expr.getKind() == Kind.SELECT;
    if (path) {
      return path(expr, scope).filter(PathTypes::isPlain);
    }
    return isText(expr, scope) ? Optional.of(Simple.TEXT) : Optional.empty();
  }

  /** Whether an expression is text, or a sum of texts, as a mixed string is. */
  private static boolean isText(CelExpr expr, Scope scope) {
    if (expr.getKind() == Kind.CONSTANT) {
      return expr.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    }
    return expr.getKind() == Kind.CALL
        ? expr.call().function().equals("_+_")
            && expr.call().args().stream().allMatch(part -> isText(part, scope))
        : path(expr, scope).filter(Simple.TEXT::equals).isPresent();
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
