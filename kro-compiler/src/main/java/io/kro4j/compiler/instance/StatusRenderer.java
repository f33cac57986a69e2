package io.kro4j.compiler.instance;

import io.kro4j.compiler.expression.Evaluation;
import io.kro4j.compiler.instance.StatusFields.Cause;
import io.kro4j.compiler.instance.StatusFields.Dropped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the author's status fields, each by itself: one that has no value is left out and takes no
 * other with it. An object or a list of which nothing is left is left out too, as upstream does. A
 * null is left out of objects, also inside a value: the API server would remove it.
 */
final class StatusRenderer {
  private static final Set<String> RESERVED = Set.of("state", "conditions");

  private final Evaluator evaluator;
  private final List<Dropped> dropped = new ArrayList<>();

  StatusRenderer(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  StatusFields render(PlannedField status) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (status instanceof PlannedField.Fields object) {
      object.fields().entrySet().stream()
          .filter(entry -> !RESERVED.contains(entry.getKey()))
          .forEach(
              entry ->
                  field(entry.getValue()).ifPresent(value -> fields.put(entry.getKey(), value)));
    }
    return new StatusFields(fields, dropped);
  }

  private Optional<Object> field(PlannedField field) {
    if (field instanceof PlannedField.Computed computed) {
      return computed(computed);
    }
    if (field instanceof PlannedField.Constant constant) {
      return withoutNulls(constant.json());
    }
    if (field instanceof PlannedField.Fields object) {
      Map<String, Object> fields = new LinkedHashMap<>();
      object
          .fields()
          .forEach((name, part) -> field(part).ifPresent(value -> fields.put(name, value)));
      return Optional.<Object>of(fields).filter(made -> !fields.isEmpty());
    }
    List<Object> items = new ArrayList<>();
    ((PlannedField.Items) field).items().forEach(item -> field(item).ifPresent(items::add));
    return Optional.<Object>of(items).filter(made -> !items.isEmpty());
  }

  private Optional<Object> computed(PlannedField.Computed computed) {
    PlannedExpression expression = computed.expression();
    Evaluation evaluation = evaluator.evaluate(expression);
    if (evaluation instanceof Evaluation.Value value) {
      return withoutNulls(value.json());
    }
    if (evaluation instanceof Evaluation.Pending pending) {
      drop(computed, Cause.PENDING, Evaluator.explain(pending));
    } else if (evaluation instanceof Evaluation.Failed failed) {
      drop(computed, Cause.FAILED, failed.message());
    } else {
      drop(computed, Cause.FAILED, "`omit()` cannot be used here");
    }
    return Optional.empty();
  }

  private void drop(PlannedField.Computed computed, Cause cause, String message) {
    String text = computed.expression().text();
    dropped.add(new Dropped(computed.path(), cause, message + ", in `" + text + "`"));
  }

  private static Optional<Object> withoutNulls(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> fields = new LinkedHashMap<>();
      map.forEach((name, part) -> withoutNulls(part).ifPresent(kept -> fields.put(name, kept)));
      return Optional.of(fields);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.forEach(item -> items.add(withoutNulls(item).orElse(null)));
      return Optional.of(items);
    }
    return Optional.ofNullable(value);
  }
}
