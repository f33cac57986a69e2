package io.kro4j.compiler.validation;

import static io.kro4j.compiler.diagnostics.DiagnosticId.CRD_INVALID_SCHEMA;

import io.kro4j.compiler.analysis.AnalyzedGroup;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.expression.CheckedExpression;
import io.kro4j.compiler.expression.EvaluableExpression;
import io.kro4j.compiler.expression.Evaluation;
import io.kro4j.compiler.expression.ExpressionChecker;
import io.kro4j.compiler.expression.ExpressionParser;
import io.kro4j.compiler.expression.Limits;
import io.kro4j.compiler.expression.ParsedExpression;
import io.kro4j.compiler.expression.ScannedString;
import io.kro4j.compiler.expression.Scope;
import io.kro4j.compiler.expression.ValueType;
import io.kro4j.compiler.expression.ValueType.Simple;
import io.kro4j.compiler.expression.ValueTypes;
import io.kro4j.compiler.simpleschema.ValidationRule;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The CEL rules of the new API's schema, which the API server compiles when the CRD is created.
 *
 * <p>The API server's CEL differs from that of expressions in which functions there are and in how
 * numbers of different types compare, so findings about those are not passed on.
 */
final class SpecValidationRule implements GroupRule {
  private static final String SELF = "self";
  private static final String OLD_SELF = "oldSelf";
  private static final Set<DiagnosticId> UNSURE =
      Set.of(DiagnosticId.EXPRESSION_UNKNOWN_FUNCTION, DiagnosticId.EXPRESSION_NO_OVERLOAD);

  @Override
  public void check(AnalyzedGroup group, Diagnostics diagnostics) {
    group.spec().validations().forEach(rule -> check(rule, diagnostics));
  }

  private static void check(ValidationRule rule, Diagnostics diagnostics) {
    Optional<ParsedExpression> parsed =
        diagnostics
            .collect(ExpressionParser.parse(new ScannedString.Standalone(rule.rule(), rule.rule())))
            .value();
    if (parsed.isEmpty()) {
      return;
    }
    Checked<CheckedExpression> checked = ExpressionChecker.check(parsed.get(), scope(rule));
    checked.diagnostics().stream()
        .filter(diagnostic -> !UNSURE.contains(diagnostic.id()))
        .forEach(diagnostics::add);
    if (checked.value().isPresent()) {
      checkResult(rule, checked.value().get(), diagnostics);
    }
  }

  private static void checkResult(
      ValidationRule rule, CheckedExpression checked, Diagnostics diagnostics) {
    if (checked.result() != Simple.BOOL && checked.result() != Simple.DYN) {
      diagnostics.add(notBoolean(rule, checked.result()));
    } else if (rule.self().hasDefault() && !readsOldSelf(checked)) {
      Evaluation outcome =
          EvaluableExpression.of(checked.text(), checked.conversions())
              .evaluate(Collections.singletonMap(SELF, rule.self().defaultValue()), Limits.DEFAULT);
      if (!outcome.equals(new Evaluation.Value(true))) {
        diagnostics.add(breaksDefault(rule, outcome));
      }
    }
  }

  /** A rule about a change says nothing about a default. */
  private static boolean readsOldSelf(CheckedExpression checked) {
    return checked.parsed().reference(OLD_SELF).isPresent();
  }

  private static Scope scope(ValidationRule rule) {
    ValueType self = ValueTypes.of(SELF, rule.self());
    Scope scope = Scope.of(Map.of(SELF, self));
    return rule.mayUseOldSelf()
        ? scope.with(OLD_SELF, self)
        : scope.without(OLD_SELF, "items of a list without keys have no earlier value");
  }

  private static Diagnostic breaksDefault(ValidationRule rule, Evaluation outcome) {
    String why = "";
    if (outcome instanceof Evaluation.Pending pending) {
      why = ": " + pending.message();
    } else if (outcome instanceof Evaluation.Failed failed) {
      why = ": " + failed.message();
    }
    return Diagnostic.of(
            CRD_INVALID_SCHEMA,
            rule.rule().span(),
            "the default of `" + rule.path() + "` breaks its own rule" + why)
        .withHelp(
            "the API server tries the rule on the default before it fills in defaults below it;"
                + " guard fields with `has()`, or change the default");
  }

  private static Diagnostic notBoolean(ValidationRule rule, ValueType type) {
    return Diagnostic.of(
            CRD_INVALID_SCHEMA,
            rule.rule().span(),
            "the rule of `" + rule.path() + "` must yield `bool`, and yields " + type.inWords())
        .withHelp("compare the value with something, for example `self > 0`");
  }
}
