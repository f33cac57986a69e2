package io.kro4j.compiler.analysis;

import static io.kro4j.compiler.diagnostics.DiagnosticId.STATUS_CONDITIONS;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.expression.CheckedExpression;
import io.kro4j.compiler.expression.ConditionExpressions;
import io.kro4j.compiler.expression.ConditionExpressions.ConditionName;
import io.kro4j.compiler.expression.ExpressionChecker;
import io.kro4j.compiler.expression.Scope;
import io.kro4j.compiler.expression.ValueType;
import io.kro4j.compiler.expression.ValueType.ListOf;
import io.kro4j.compiler.expression.ValueType.RuntimeType;
import io.kro4j.compiler.expression.ValueType.Simple;
import io.kro4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the author's status conditions: each entry yields conditions, no two entries declare the
 * same type, and none looks up a condition of the instance that only the author declares.
 */
final class ConditionsChecker {
  private static final Set<String> BUILT_IN =
      Set.of("InstanceManaged", "GraphResolved", "ResourcesReady", "Ready");

  private final Scope scope;
  private final Diagnostics diagnostics;

  ConditionsChecker(Scope scope, Diagnostics diagnostics) {
    this.scope = scope.allowingRuntime();
    this.diagnostics = diagnostics;
  }

  List<AnalyzedExpression> check(List<ReadResource.Condition> conditions) {
    List<ConditionExpressions> entries =
        conditions.stream().map(c -> ConditionExpressions.of(c.expression())).toList();
    Map<String, Span> declared = checkDeclared(entries);
    entries.forEach(entry -> checkLookups(entry, declared));
    List<AnalyzedExpression> checked = new ArrayList<>();
    for (ReadResource.Condition condition : conditions) {
      Optional<CheckedExpression> expression =
          diagnostics.collect(ExpressionChecker.check(condition.expression(), scope)).value();
      expression.ifPresent(this::checkType);
      expression.ifPresent(e -> checked.add(new AnalyzedExpression(condition.source(), e)));
    }
    return checked;
  }

  /** The types that the entries declare. One entry may name a type twice: in two branches. */
  private Map<String, Span> checkDeclared(List<ConditionExpressions> entries) {
    Map<String, Span> declared = new HashMap<>();
    for (ConditionExpressions entry : entries) {
      diagnostics.addAll(entry.diagnostics());
      Set<String> here = new HashSet<>();
      for (ConditionName name : entry.declared()) {
        if (here.add(name.type())) {
          declare(name, declared);
        }
      }
    }
    return declared;
  }

  private void declare(ConditionName name, Map<String, Span> declared) {
    Span first = declared.putIfAbsent(name.type(), name.span());
    if (first != null) {
      diagnostics.add(
          Diagnostic.of(
                  STATUS_CONDITIONS,
                  name.span(),
                  "condition type `" + name.type() + "` is declared by two entries")
              .withRelated("first declared here", first)
              .withHelp("declare each type in one entry; a ternary may choose between values"));
    }
  }

  private void checkLookups(ConditionExpressions entry, Map<String, Span> declared) {
    for (ConditionName name : entry.readFromInstance()) {
      if (!BUILT_IN.contains(name.type())) {
        boolean own = declared.containsKey(name.type());
        diagnostics.add(
            STATUS_CONDITIONS,
            name.span(),
            own
                ? "conditions of the author cannot read each other, and `"
                    + name.type()
                    + "` is one"
                : "`" + name.type() + "` is not a condition that the runtime keeps",
            "read one of `InstanceManaged`, `GraphResolved`, `ResourcesReady` and `Ready`");
      }
    }
  }

  private void checkType(CheckedExpression expression) {
    ValueType type =
        expression.result() instanceof ListOf list ? list.element() : expression.result();
    if (type != RuntimeType.CONDITION && type != Simple.DYN) {
      diagnostics.add(
          STATUS_CONDITIONS,
          expression.parsed().source().span(),
          "a status condition needs a condition or a list of them, and the expression yields "
              + expression.result().inWords(),
          "write `runtime.newCondition({type: 'Name', status: 'True'})`");
    }
  }
}
