package io.kro4j.compiler.validation;

import static io.kro4j.compiler.diagnostics.DiagnosticId.CRD_INVALID_SCHEMA;

import io.kro4j.compiler.analysis.AnalyzedGroup;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.expression.CheckedExpression;
import io.kro4j.compiler.expression.Evaluation;
import io.kro4j.compiler.expression.ExpressionChecker;
import io.kro4j.compiler.expression.ExpressionParser;
import io.kro4j.compiler.expression.Limits;
import io.kro4j.compiler.expression.ParsedExpression;
import io.kro4j.compiler.expression.ScannedString;
import io.kro4j.compiler.expression.SchemaRules;
import io.kro4j.compiler.expression.Scope;
import io.kro4j.compiler.expression.ValueType;
import io.kro4j.compiler.expression.ValueType.Simple;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.simpleschema.ValidationRule;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The CEL rules of the new API's schema, which the API server compiles when the CRD is created, and
 * evaluates for the default of the field.
 *
 * <p>The API server has some functions that kro has not; findings of rules that use one are not
 * passed on. Nor is the cost of a rule estimated.
 */
final class SpecValidationRule implements GroupRule {
  /**
   * How often the evaluations of all rules of a group may ask whether time is up, which they do
   * after some thousand units of work: some dozen long rules are tried on defaults, and any number
   * of short ones. The API server has limits of its own for the others.
   */
  private static final int MOST_LOOKS = 50;

  @Override
  public void check(AnalyzedGroup group, Diagnostics diagnostics) {
    IdentityHashMap<JsonSchema, Scope> scopes = new IdentityHashMap<>();
    AtomicInteger looks = new AtomicInteger(MOST_LOOKS);
    Limits limits = Limits.RULES.until(() -> looks.decrementAndGet() < 0);
    for (ValidationRule rule : group.spec().validations()) {
      Optional<CheckedExpression> checked =
          check(rule, scopes.computeIfAbsent(rule.self(), self -> scope(rule)), diagnostics);
      if (checked.isPresent() && looks.get() > 0) {
        tryOnDefault(rule, checked.get(), limits, diagnostics);
      }
    }
  }

  /** The rule, if it is one that can be tried. */
  private static Optional<CheckedExpression> check(
      ValidationRule rule, Scope scope, Diagnostics diagnostics) {
    Optional<ParsedExpression> parsed =
        diagnostics
            .collect(ExpressionParser.parse(new ScannedString.Standalone(rule.rule(), rule.rule())))
            .value();
    if (parsed.isEmpty() || SchemaRules.isBeyondUs(rule.rule().value())) {
      return Optional.empty();
    }
    if (parsed.get().usesBind()) {
      diagnostics.add(noBind(rule));
      return Optional.empty();
    }
    Optional<CheckedExpression> checked =
        diagnostics.collect(ExpressionChecker.check(parsed.get(), scope)).value();
    return checked.filter(expression -> isCondition(rule, expression, diagnostics));
  }

  private static boolean isCondition(
      ValidationRule rule, CheckedExpression checked, Diagnostics diagnostics) {
    boolean condition = checked.result() == Simple.BOOL || checked.result() == Simple.DYN;
    if (!condition) {
      diagnostics.add(notBoolean(rule, checked.result()));
    }
    return condition;
  }

  private static void tryOnDefault(
      ValidationRule rule, CheckedExpression checked, Limits limits, Diagnostics diagnostics) {
    if (rule.self().hasDefault() && !rule.inMap() && !readsOldSelf(checked)) {
      Evaluation outcome =
          checked
              .evaluable()
              .evaluate(
                  Collections.singletonMap(SchemaRules.SELF, rule.self().defaultValue()), limits);
      if (!outcome.equals(new Evaluation.Value(true)) && !isUnfinished(outcome)) {
        diagnostics.add(breaksDefault(rule, outcome));
      }
    }
  }

  /** What takes longer than the limits is left to the API server, which has limits of its own. */
  private static boolean isUnfinished(Evaluation outcome) {
    return outcome instanceof Evaluation.Failed failed && failed.exceedsLimit();
  }

  /** A rule about a change says nothing about a default. */
  private static boolean readsOldSelf(CheckedExpression checked) {
    return checked.parsed().reference(SchemaRules.OLD_SELF).isPresent();
  }

  private static Scope scope(ValidationRule rule) {
    return SchemaRules.scope(rule.self(), rule.mayUseOldSelf());
  }

  private static Diagnostic noBind(ValidationRule rule) {
    return Diagnostic.of(
            CRD_INVALID_SCHEMA,
            rule.rule().span(),
            "the API server has no `cel.bind` for the rules of a schema")
        .withHelp("write the value out where it is used");
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
