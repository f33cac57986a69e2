package io.kro4j.compiler.expression.library;

import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelStandardFunctions;
import java.util.List;
import java.util.Set;

/**
 * What the checker is told of the standard functions. Comparisons of different number types are
 * left out, as upstream does: {@code 1 < 1.5} does not compile, and works through {@code dyn}.
 */
final class StandardOverloads {
  private static final Set<CelType> NUMBERS =
      Set.of(SimpleType.INT, SimpleType.UINT, SimpleType.DOUBLE);
  private static final Set<StandardFunction> ORDERINGS =
      Set.of(
          StandardFunction.LESS,
          StandardFunction.LESS_EQUALS,
          StandardFunction.GREATER,
          StandardFunction.GREATER_EQUALS);

  private StandardOverloads() {}

  /** The declaration of a standard function. */
  static CelFunctionDecl declaration(StandardFunction function) {
    CelFunctionDecl declaration = function.functionDecl();
    if (!ORDERINGS.contains(function)) {
      return declaration;
    }
    List<CelOverloadDecl> same =
        declaration.overloads().stream().filter(StandardOverloads::comparesOneType).toList();
    return CelFunctionDecl.newFunctionDeclaration(declaration.name(), same);
  }

  /** The name of a standard function of the runtime; the checker knows it by the same constant. */
  static String name(CelStandardFunctions.StandardFunction function) {
    return StandardFunction.valueOf(function.name()).functionName();
  }

  private static boolean comparesOneType(CelOverloadDecl overload) {
    CelType left = overload.parameterTypes().get(0);
    CelType right = overload.parameterTypes().get(1);
    return left.equals(right) || !NUMBERS.contains(left) || !NUMBERS.contains(right);
  }
}
