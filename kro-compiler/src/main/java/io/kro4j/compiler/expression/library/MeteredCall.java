package io.kro4j.compiler.expression.library;

import com.google.errorprone.annotations.Immutable;

/**
 * A function's body that takes its work off the budget of the evaluation it runs in, and whose
 * lists and maps cel-java does not walk through.
 */
@Immutable
@SuppressWarnings("Immutable") // A function's body is pure, see Overload.Body.
record MeteredCall(Overload.Body body) {
  Object one(Object argument) {
    return all(new Object[] {argument});
  }

  Object two(Object first, Object second) {
    return all(new Object[] {first, second});
  }

  Object all(Object[] arguments) {
    WorkBudget budget = WorkBudget.current();
    for (Object argument : arguments) {
      budget.spend(WorkBudget.size(argument));
    }
    Object result = body.call(arguments);
    budget.spend(WorkBudget.size(result));
    return ListValue.adapt(result);
  }
}
