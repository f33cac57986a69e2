package io.kro4j.compiler.expression.library;

import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * {@code <}, {@code <=}, {@code >} and {@code >=}. The checker may settle on one overload from one
 * side alone, as in {@code dyn(1) < 1.5}; so each of them compares whatever it is given.
 */
final class ComparisonFunctions implements FunctionLibrary {
  private final Function<StandardFunction, CelFunctionDecl> declarations;

  private ComparisonFunctions(Function<StandardFunction, CelFunctionDecl> declarations) {
    this.declarations = declarations;
  }

  /** As kro has them: both sides are of one type. */
  static ComparisonFunctions ofOneType() {
    return new ComparisonFunctions(StandardOverloads::declaration);
  }

  /** As the API server has them: numbers of different types compare. */
  static ComparisonFunctions ofNumbers() {
    return new ComparisonFunctions(StandardFunction::functionDecl);
  }

  @Override
  public List<Overload> overloads() {
    List<Overload> overloads = new ArrayList<>();
    overloads.addAll(of(StandardFunction.LESS, order -> order < 0));
    overloads.addAll(of(StandardFunction.LESS_EQUALS, order -> order <= 0));
    overloads.addAll(of(StandardFunction.GREATER, order -> order > 0));
    overloads.addAll(of(StandardFunction.GREATER_EQUALS, order -> order >= 0));
    return overloads;
  }

  private List<Overload> of(StandardFunction function, IntPredicate holds) {
    List<Overload> overloads = new ArrayList<>();
    for (CelOverloadDecl overload : declarations.apply(function).overloads()) {
      overloads.add(
          Overload.global(
              function.functionName(),
              overload.overloadId(),
              List.of(
                  new ValueType(overload.parameterTypes().get(0), Object.class),
                  new ValueType(overload.parameterTypes().get(1), Object.class)),
              ValueType.BOOL,
              a -> Ordering.ordered(a[0], a[1]) && holds.test(Ordering.compare(a[0], a[1]))));
    }
    return overloads;
  }
}
