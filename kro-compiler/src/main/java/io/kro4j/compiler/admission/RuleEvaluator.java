package io.kro4j.compiler.admission;

import static io.kro4j.compiler.diagnostics.DiagnosticId.ADMISSION_RULE;
import static io.kro4j.compiler.diagnostics.DiagnosticId.ADMISSION_UNCHECKED_RULE;

import io.kro4j.compiler.expression.Evaluation;
import io.kro4j.compiler.schema.FieldPath;
import io.kro4j.compiler.schema.JsonSchema;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the rules of a schema, {@code x-kubernetes-validations}, over an object. A rule about a
 * change is evaluated where there is an earlier value to compare with; what an update leaves as it
 * was breaks no other rule ({@code cel/validation.go}).
 */
final class RuleEvaluator {
  private final Problems problems;
  private final IdentityHashMap<Object, SchemaRule> forUpdates = new IdentityHashMap<>();
  private final IdentityHashMap<Object, SchemaRule> forNewValues = new IdentityHashMap<>();

  RuleEvaluator(Problems problems) {
    this.problems = problems;
  }

  /**
   * Evaluates the rules of a value and of what is in it.
   *
   * @param old what it was before the update; null if it was not there
   * @param correlated whether it could be found again in the object before an update
   */
  void evaluate(
      @Nullable Object value,
      @Nullable Object old,
      boolean correlated,
      SchemaNode node,
      FieldPath path) {
    if (value == null) {
      return;
    }
    for (Object rule : node.schema().validations()) {
      evaluate(rule(rule, node.schema(), correlated, old != null), value, old, path);
    }
    if (value instanceof Map<?, ?>) {
      JsonValues.object(value)
          .forEach(
              (name, field) ->
                  node.field(name)
                      .ifPresent(
                          schema ->
                              evaluate(
                                  field,
                                  OldValues.field(old, name),
                                  correlated,
                                  schema,
                                  path.field(name))));
    } else if (value instanceof List<?> list) {
      node.items().ifPresent(items -> evaluateItems(list, old, correlated, node, items, path));
    }
  }

  /** A rule is compiled once for all items of a list. */
  private SchemaRule rule(Object json, JsonSchema self, boolean correlated, boolean hasOld) {
    return (hasOld ? forUpdates : forNewValues)
        .computeIfAbsent(json, key -> SchemaRule.of(key, self, correlated, hasOld));
  }

  private void evaluateItems(
      List<?> list,
      @Nullable Object old,
      boolean correlated,
      SchemaNode node,
      SchemaNode items,
      FieldPath path) {
    JsonSchema schema = node.schema();
    for (int i = 0; i < list.size(); i++) {
      Object item = list.get(i);
      Object before = OldValues.item(old, item, schema);
      evaluate(item, before, correlated && OldValues.isKeyed(schema), items, path.item(i));
    }
  }

  private void evaluate(SchemaRule rule, Object value, @Nullable Object old, FieldPath path) {
    if (rule.isAboutChange() && old == null && !rule.oldSelfOptional()) {
      return;
    }
    if (!rule.isAboutChange() && old != null && Objects.equals(value, old)) {
      return;
    }
    Optional<Evaluation> outcome = rule.evaluate(value, old);
    if (outcome.isEmpty() || isUnfinished(outcome.get())) {
      problems.atKey(
          ADMISSION_UNCHECKED_RULE,
          path,
          "the rule " + rule.shown() + " of " + problems.name(path) + " was not evaluated",
          Optional.of(
              "the API server evaluates it: it is too costly, or uses functions kro lacks"));
    } else if (!outcome.get().equals(new Evaluation.Value(true))) {
      FieldPath place = rule.place(path);
      String why = explain(rule, outcome.get(), value, old);
      problems.atValue(
          ADMISSION_RULE, place, problems.name(place) + ": " + why, "the rule is " + rule.shown());
    }
  }

  private static boolean isUnfinished(Evaluation outcome) {
    return outcome instanceof Evaluation.Failed failed && failed.exceedsLimit();
  }

  private static String explain(
      SchemaRule rule, Evaluation outcome, Object value, @Nullable Object old) {
    if (outcome instanceof Evaluation.Pending pending) {
      return pending.message();
    }
    return outcome instanceof Evaluation.Failed failed
        ? failed.message()
        : rule.message(value, old);
  }
}
