package io.kro4j.compiler.analysis;

import static io.kro4j.compiler.diagnostics.DiagnosticId.STATUS_CONDITIONS;

import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.expression.CheckedExpression;
import io.kro4j.compiler.expression.ExpressionChecker;
import io.kro4j.compiler.expression.Scope;
import io.kro4j.compiler.expression.ValueType;
import io.kro4j.compiler.expression.ValueType.ListOf;
import io.kro4j.compiler.expression.ValueType.RuntimeType;
import io.kro4j.compiler.expression.ValueType.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the author's status conditions: each expression yields conditions. */
final class ConditionsChecker {
  private final Scope scope;
  private final Diagnostics diagnostics;

  ConditionsChecker(Map<String, ValueType> variables, Diagnostics diagnostics) {
    this.scope = Scope.of(variables).allowingRuntime();
    this.diagnostics = diagnostics;
  }

  List<AnalyzedExpression> check(List<ReadResource.Condition> conditions) {
    List<AnalyzedExpression> checked = new ArrayList<>();
    for (ReadResource.Condition condition : conditions) {
      Optional<CheckedExpression> expression =
          diagnostics.collect(ExpressionChecker.check(condition.expression(), scope)).value();
      expression.ifPresent(this::checkType);
      expression.ifPresent(e -> checked.add(new AnalyzedExpression(condition.source(), e)));
    }
    return checked;
  }

  private void checkType(CheckedExpression expression) {
    ValueType type =
        expression.result() instanceof ListOf list ? list.element() : expression.result();
    if (type != RuntimeType.CONDITION && type != Simple.DYN) {
      diagnostics.add(
          STATUS_CONDITIONS,
          expression.parsed().source().span(),
          "a status condition needs a condition or a list of them, and the expression yields `"
              + expression.result().display()
              + "`",
          "write `runtime.newCondition({type: 'Name', status: 'True'})`");
    }
  }
}
