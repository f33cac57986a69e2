package io.kro4j.compiler.instance;

import io.kro4j.compiler.expression.Evaluation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes JSON of a template. What {@code omit()} stands for is left out, from objects and from
 * lists; what is emptied by that stays.
 */
final class TemplateRenderer {
  private final Evaluator evaluator;
  private final Set<String> iterators;
  private final Map<PlannedExpression, Evaluation> shared;
  private final Map<PlannedExpression, Evaluation> own = new HashMap<>();

  private TemplateRenderer(
      Evaluator evaluator, Set<String> iterators, Map<PlannedExpression, Evaluation> shared) {
    this.evaluator = evaluator;
    this.iterators = iterators;
    this.shared = shared;
  }

  static TemplateRenderer of(Evaluator evaluator) {
    return new TemplateRenderer(evaluator, Set.of(), new HashMap<>());
  }

  /** A renderer of the same template with iterators; it shares what does not read them. */
  TemplateRenderer with(Map<String, ? extends @Nullable Object> item) {
    Map<String, @Nullable Object> variables = new HashMap<>(evaluator.variables());
    variables.putAll(item);
    return new TemplateRenderer(
        new Evaluator(evaluator.options(), variables), item.keySet(), shared);
  }

  /** The JSON of a whole template, which is an object. */
  Map<String, @Nullable Object> object(PlannedField template) throws Unresolved {
    Map<String, @Nullable Object> json =
        JsonObjects.of(render(template).map(Rendered::json).orElse(null));
    if (json == null) {
      throw Unresolved.failed("the template is not an object");
    }
    return json;
  }

  /** A value that is not omitted; a box, as the value may be null. */
  private record Rendered(@Nullable Object json) {}

  private Optional<Rendered> render(PlannedField field) throws Unresolved {
    if (field instanceof PlannedField.Constant constant) {
      return Optional.of(new Rendered(constant.json()));
    }
    if (field instanceof PlannedField.Computed computed) {
      return computed(computed);
    }
    return Optional.of(
        new Rendered(
            field instanceof PlannedField.Fields object
                ? fields(object)
                : items((PlannedField.Items) field)));
  }

  private Map<String, @Nullable Object> fields(PlannedField.Fields object) throws Unresolved {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    for (Map.Entry<String, PlannedField> entry : object.fields().entrySet()) {
      Optional<Rendered> value = render(entry.getValue());
      if (value.isPresent()) {
        json.put(entry.getKey(), value.get().json());
      }
    }
    return Collections.unmodifiableMap(json);
  }

  private List<@Nullable Object> items(PlannedField.Items list) throws Unresolved {
    List<@Nullable Object> json = new ArrayList<>(list.items().size());
    for (PlannedField item : list.items()) {
      Optional<Rendered> value = render(item);
      if (value.isPresent()) {
        json.add(value.get().json());
      }
    }
    return Collections.unmodifiableList(json);
  }

  private Optional<Rendered> computed(PlannedField.Computed computed) throws Unresolved {
    PlannedExpression expression = computed.expression();
    boolean perItem = expression.references().stream().anyMatch(iterators::contains);
    Evaluation evaluation =
        (perItem ? own : shared).computeIfAbsent(expression, evaluator::evaluate);
    return evaluation instanceof Evaluation.Omitted
        ? Optional.empty()
        : Optional.of(new Rendered(Evaluator.value(computed.path(), expression, evaluation)));
  }
}
