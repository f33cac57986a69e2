package io.kro4j.compiler.suite;

import io.kro4j.compiler.source.Span;
import java.util.List;

/**
 * What came of one step.
 *
 * @param name the name of the step
 * @param place where the step stands
 * @param failures what is not as expected; empty if the step passed
 */
public record StepResult(String name, Span place, List<Failure> failures) {
  /** Copies the list. */
  public StepResult {
    failures = List.copyOf(failures);
  }

  /** Whether everything is as expected. */
  public boolean passed() {
    return failures.isEmpty();
  }

  /**
   * Something that is not as expected.
   *
   * @param what what was compared, such as {@code Deployment shop: spec.replicas}
   * @param expected what was expected, in JSON or words
   * @param actual what there is instead
   * @param place where that is written in the test file
   */
  public record Failure(String what, String expected, String actual, Span place) {}
}
