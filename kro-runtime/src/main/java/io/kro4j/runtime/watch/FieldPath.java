package io.kro4j.runtime.watch;

import io.kro4j.compiler.graph.GraphExpression;
import java.util.List;

/**
 * Where in an object something is.
 *
 * @param steps the JSON field names from the top; {@link GraphExpression#EVERY} for every item of a
 *     list and every value of a map; none for the whole object
 */
public record FieldPath(List<String> steps) {
  /** Copies the list. */
  public FieldPath {
    steps = List.copyOf(steps);
  }

  /** For example {@code of("status", "conditions", "*", "type")}. */
  public static FieldPath of(String... steps) {
    return new FieldPath(List.of(steps));
  }
}
