package io.kro4j.compiler.instance;

import io.kro4j.compiler.expression.Evaluation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the author's conditions, each expression by itself. Where one yields nothing, what the
 * status had of other types stays as it was.
 */
final class ConditionsEvaluator {
  private static final Set<String> STATUSES = Set.of("True", "False", "Unknown");

  /** A condition of CEL becomes JSON with just these, a map that looks like one may have others. */
  private static final Set<String> FIELDS = Set.of("type", "status", "reason", "message");

  private final Evaluator evaluator;
  private final ConditionInputs inputs;
  private final List<Map<String, @Nullable Object>> made = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private boolean incomplete;

  ConditionsEvaluator(Evaluator evaluator, ConditionInputs inputs) {
    this.evaluator = evaluator;
    this.inputs = inputs;
  }

  AuthorConditions evaluate(List<PlannedExpression> expressions) {
    expressions.forEach(this::evaluate);
    List<Map<String, @Nullable Object>> conditions = withoutDuplicates();
    List<Map<String, @Nullable Object>> previous = previous();
    List<Map<String, @Nullable Object>> written = new ArrayList<>();
    conditions.forEach(condition -> written.add(stamped(condition, previous)));
    if (incomplete || !problems.isEmpty()) {
      Set<String> types =
          conditions.stream().map(ConditionsEvaluator::type).collect(Collectors.toSet());
      previous.stream().filter(kept -> !types.contains(type(kept))).forEach(written::add);
    }
    return new AuthorConditions(written, problems);
  }

  private void evaluate(PlannedExpression expression) {
    Evaluation evaluation = evaluator.evaluate(expression);
    if (evaluation instanceof Evaluation.Pending) {
      incomplete = true;
    } else if (evaluation instanceof Evaluation.Value value) {
      add(expression, value.json());
    } else if (evaluation instanceof Evaluation.Failed failed) {
      problems.add(failed.message() + ", in `" + expression.text() + "`");
    } else {
      problems.add("`omit()` cannot be used here, in `" + expression.text() + "`");
    }
  }

  /** A condition, or a list of which every element is one. */
  private void add(PlannedExpression expression, @Nullable Object value) {
    List<Map<String, @Nullable Object>> conditions = new ArrayList<>();
    for (Object element : value instanceof List<?> list ? list : Collections.singletonList(value)) {
      Map<String, @Nullable Object> condition = JsonObjects.of(element);
      boolean isCondition =
          condition != null
              && condition.keySet().equals(FIELDS)
              && !type(condition).isEmpty()
              && STATUSES.contains(JsonObjects.text(condition, "status"));
      if (condition == null || !isCondition) {
        problems.add("the result is no condition, in `" + expression.text() + "`");
        return;
      }
      conditions.add(condition);
    }
    made.addAll(conditions);
  }

  /** No occurrence of a type that occurs twice can be told to be the right one. */
  private List<Map<String, @Nullable Object>> withoutDuplicates() {
    Map<String, Integer> counts = new TreeMap<>();
    made.forEach(condition -> counts.merge(type(condition), 1, Integer::sum));
    counts.forEach(
        (type, count) -> {
          if (count > 1) {
            problems.add("the condition `" + type + "` is made " + count + " times");
          }
        });
    return made.stream()
        .filter(condition -> Integer.valueOf(1).equals(counts.get(type(condition))))
        .toList();
  }

  private List<Map<String, @Nullable Object>> previous() {
    List<Map<String, @Nullable Object>> previous = new ArrayList<>();
    for (Object element : inputs.previous()) {
      Map<String, @Nullable Object> condition = JsonObjects.of(element);
      if (condition != null && !type(condition).isEmpty()) {
        previous.add(condition);
      }
    }
    return previous;
  }

  private Map<String, @Nullable Object> stamped(
      Map<String, @Nullable Object> condition, List<Map<String, @Nullable Object>> previous) {
    Map<String, @Nullable Object> stamped = new LinkedHashMap<>();
    stamped.put("type", type(condition));
    stamped.put("status", condition.get("status"));
    stamped.put("observedGeneration", inputs.generation());
    stamped.put("lastTransitionTime", transitionTime(condition, previous));
    for (String field : List.of("reason", "message")) {
      String text = JsonObjects.text(condition, field);
      if (!text.isEmpty()) {
        stamped.put(field, text);
      }
    }
    return stamped;
  }

  private String transitionTime(
      Map<String, @Nullable Object> condition, List<Map<String, @Nullable Object>> previous) {
    return previous.stream()
        .filter(each -> type(each).equals(type(condition)))
        .filter(each -> Objects.equals(each.get("status"), condition.get("status")))
        .map(each -> JsonObjects.text(each, "lastTransitionTime"))
        .filter(time -> !time.isEmpty())
        .findFirst()
        .orElse(inputs.now());
  }

  private static String type(Map<String, ? extends @Nullable Object> condition) {
    return JsonObjects.text(condition, "type");
  }
}
