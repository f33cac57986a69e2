package io.kro4j.compiler.instance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A label selector without expressions in it. One without requirements selects everything.
 *
 * @param requirements what must all hold
 */
public record LabelSelector(List<Requirement> requirements) {
  /** Copies the list. */
  public LabelSelector {
    requirements = List.copyOf(requirements);
  }

  /**
   * One requirement.
   *
   * @param key the label
   * @param operator how to compare
   * @param values what to compare with; empty for {@code Exists} and {@code DoesNotExist}
   */
  public record Requirement(String key, Operator operator, List<String> values) {
    /** Copies the list. */
    public Requirement {
      values = List.copyOf(values);
    }

    private boolean holds(@Nullable Object value) {
      return switch (operator) {
        case IN -> value instanceof String text && values.contains(text);
        case NOT_IN -> !(value instanceof String text) || !values.contains(text);
        case EXISTS -> value != null;
        case DOES_NOT_EXIST -> value == null;
      };
    }

    private String text() {
      return switch (operator) {
        case IN -> values.size() == 1 ? key + "=" + values.get(0) : key + " in " + list();
        case NOT_IN -> key + " notin " + list();
        case EXISTS -> key;
        case DOES_NOT_EXIST -> "!" + key;
      };
    }

    private String list() {
      return "(" + String.join(",", values) + ")";
    }
  }

  /** How a label is compared. */
  public enum Operator {
    /** The label has one of the values. */
    IN("In"),
    /** The label has none of the values, or is not there. */
    NOT_IN("NotIn"),
    /** The label is there. */
    EXISTS("Exists"),
    /** The label is not there. */
    DOES_NOT_EXIST("DoesNotExist");

    private final String word;

    Operator(String word) {
      this.word = word;
    }

    /** The word that manifests use. */
    public String word() {
      return word;
    }
  }

  /**
   * Whether an object is selected.
   *
   * @param labels the labels of the object
   */
  public boolean matches(Map<String, ? extends @Nullable Object> labels) {
    return requirements.stream().allMatch(each -> each.holds(labels.get(each.key())));
  }

  /** The selector as a query parameter: {@code app=web,tier in (a,b),!canary}. */
  public String text() {
    return String.join(",", requirements.stream().map(Requirement::text).toList());
  }
}
