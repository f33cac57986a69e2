package io.kro4j.compiler.instance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The author's conditions, which replace the built-in ones in the status.
 *
 * @param conditions what to write, in the order of declaration
 * @param problems what was left out because it is wrong; unless empty, the state is {@code ERROR}
 */
public record AuthorConditions(
    List<Map<String, @Nullable Object>> conditions, List<String> problems) {
  /** Copies the lists. */
  public AuthorConditions {
    conditions = List.copyOf(conditions);
    problems = List.copyOf(problems);
  }

  /** Whether the state of the instance is {@code ERROR} because of its conditions. */
  public boolean hasProblems() {
    return !problems.isEmpty();
  }
}
