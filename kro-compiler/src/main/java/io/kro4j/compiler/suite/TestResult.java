package io.kro4j.compiler.suite;

import java.util.List;

/**
 * What came of one test.
 *
 * @param file the name of its file
 * @param group the name of the group it is about
 * @param steps the steps in order; those after a broken one may fail because of it
 */
public record TestResult(String file, String group, List<StepResult> steps) {
  /** Copies the list. */
  public TestResult {
    steps = List.copyOf(steps);
  }

  /** Whether every step passed. */
  public boolean passed() {
    return steps.stream().allMatch(StepResult::passed);
  }
}
