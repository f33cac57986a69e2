package io.kro4j.compiler.instance;

import io.kro4j.compiler.expression.Evaluation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs expressions over the values of one place. */
final class Evaluator {
  private final EvaluationOptions options;
  private final Map<String, ? extends @Nullable Object> variables;

  Evaluator(EvaluationOptions options, Map<String, ? extends @Nullable Object> variables) {
    this.options = options;
    this.variables = variables;
  }

  EvaluationOptions options() {
    return options;
  }

  Map<String, ? extends @Nullable Object> variables() {
    return variables;
  }

  Evaluation evaluate(PlannedExpression expression) {
    long begun = options.meter().begins();
    Evaluation evaluation = expression.program().evaluate(variables, options.limits());
    options.meter().ends(begun, evaluation instanceof Evaluation.Failed);
    return evaluation;
  }

  /** The value of an expression that cannot be omitted. */
  @Nullable Object value(String place, PlannedExpression expression) throws Unresolved {
    return value(place, expression, evaluate(expression));
  }

  static @Nullable Object value(String place, PlannedExpression expression, Evaluation evaluation)
      throws Unresolved {
    if (evaluation instanceof Evaluation.Value value) {
      return value.json();
    }
    if (evaluation instanceof Evaluation.Pending pending) {
      throw Unresolved.waiting(place, pending);
    }
    if (evaluation instanceof Evaluation.Failed failed) {
      throw Unresolved.failed(place, expression, failed.message());
    }
    throw Unresolved.failed(place, expression, "`omit()` cannot be used here");
  }

  /** What is missing, as a sentence. */
  static String explain(Evaluation.Pending pending) {
    boolean isField = !pending.missing().equals(pending.message());
    return isField ? "`" + pending.missing() + "` is not there" : pending.message();
  }
}
