package io.kro4j.compiler.instance;

import io.kro4j.compiler.instance.LabelSelector.Operator;
import io.kro4j.compiler.instance.LabelSelector.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the {@code metadata.selector} of an external collection once its expressions are gone. */
final class SelectorReader {
  private static final String PLACE = "metadata.selector";

  private SelectorReader() {}

  /**
   * The selector.
   *
   * @param json the selector as written in the manifest; null selects everything
   */
  static LabelSelector read(@Nullable Object json) throws Unresolved {
    if (json == null) {
      return new LabelSelector(List.of());
    }
    Map<String, @Nullable Object> selector = JsonObjects.of(json);
    if (selector == null) {
      throw Unresolved.failed(PLACE, "a selector is an object, not `" + json + "`");
    }
    List<Requirement> requirements = new ArrayList<>(labels(selector.get("matchLabels")));
    String place = PLACE + ".matchExpressions";
    for (Object expression : list(place, selector.get("matchExpressions"))) {
      requirements.add(requirement(place, expression));
    }
    return new LabelSelector(requirements);
  }

  private static List<Requirement> labels(@Nullable Object json) throws Unresolved {
    String place = PLACE + ".matchLabels";
    Map<String, @Nullable Object> labels = json == null ? Map.of() : JsonObjects.of(json);
    if (labels == null) {
      throw Unresolved.failed(place, "labels are an object, not `" + json + "`");
    }
    List<Requirement> requirements = new ArrayList<>();
    for (Map.Entry<String, @Nullable Object> label : labels.entrySet()) {
      String value = value(FieldPaths.child(place, label.getKey()), label.getValue());
      requirements.add(new Requirement(label.getKey(), Operator.IN, List.of(value)));
    }
    requirements.sort(Comparator.comparing(Requirement::key));
    return requirements;
  }

  private static Requirement requirement(String place, @Nullable Object json) throws Unresolved {
    Map<String, @Nullable Object> expression = JsonObjects.of(json);
    if (expression == null || !(expression.get("key") instanceof String key)) {
      throw Unresolved.failed(place, "an expression needs a `key`");
    }
    Object word = expression.get("operator");
    Optional<Operator> operator =
        Arrays.stream(Operator.values()).filter(each -> each.word().equals(word)).findFirst();
    if (operator.isEmpty()) {
      throw Unresolved.failed(
          place, "`operator` is `In`, `NotIn`, `Exists` or `DoesNotExist`, not `" + word + "`");
    }
    List<String> values = new ArrayList<>();
    for (Object value : list(place, expression.get("values"))) {
      values.add(value(place, value));
    }
    boolean compares = operator.get() == Operator.IN || operator.get() == Operator.NOT_IN;
    if (compares == values.isEmpty()) {
      throw Unresolved.failed(
          place, "`" + word + "` " + (compares ? "needs values" : "takes no values"));
    }
    return new Requirement(key, operator.get(), values);
  }

  private static String value(String place, @Nullable Object value) throws Unresolved {
    if (value instanceof String text && LabelValue.isValid(text)) {
      return text;
    }
    throw Unresolved.failed(place, "`" + value + "` is not the value of a label");
  }

  private static List<?> list(String place, @Nullable Object json) throws Unresolved {
    if (json == null) {
      return List.of();
    }
    if (json instanceof List<?> list) {
      return list;
    }
    throw Unresolved.failed(place, "`" + json + "` is not a list");
  }
}
