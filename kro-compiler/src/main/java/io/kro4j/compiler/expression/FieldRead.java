package io.kro4j.compiler.expression;

import io.kro4j.compiler.source.Span;
import java.util.List;

/**
 * A field that an expression reads, as the path from a variable.
 *
 * <p>The path is as long as it can be known: in {@code web.status.conditions.exists(c, c.type ==
 * 'Ready')} the reads are {@code web.status.conditions} and {@code web.status.conditions.*.type}. A
 * value that is handed on as a whole, to a function or into the result, counts as read with all
 * that is in it: then {@link #whole()} is true.
 *
 * @param variable the variable
 * @param steps the steps of the path, none if the variable itself is read
 * @param whole whether all of the value is used, and not only the fact that it is there, or its
 *     items one by one
 * @param type the type of the value
 * @param span the place of the variable up to the last step that stands right behind it
 */
public record FieldRead(
    String variable, List<Step> steps, boolean whole, ValueType type, Span span) {
  /** Stands in a path for every item of a list and every value of a map. */
  public static final String EVERY = "*";

  /** Copies the list. */
  public FieldRead {
    steps = List.copyOf(steps);
  }

  /** The names of the steps. */
  public List<String> path() {
    return steps.stream().map(Step::name).toList();
  }

  /**
   * One step of a path.
   *
   * @param name the real name of the property, the key of a map, or {@link #EVERY}
   * @param presence what the schema says on whether it is there
   * @param guarded whether the expression makes sure that nothing breaks if it is not, with {@code
   *     has()}, {@code .?} or {@code in}
   * @param span the name in the file
   */
  public record Step(String name, Presence presence, boolean guarded, Span span) {
    Step guard() {
      return new Step(name, presence, true, span);
    }
  }

  /** What a schema says on whether a field is there. */
  public enum Presence {
    /** Required or defaulted. */
    ALWAYS,
    /** Declared, but neither required nor defaulted. */
    OPTIONAL,
    /** Not declared: an item, the key of a map, or a field of an object without a schema. */
    UNKNOWN
  }
}
