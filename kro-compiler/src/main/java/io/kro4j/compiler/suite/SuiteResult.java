package io.kro4j.compiler.suite;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of all tests.
 *
 * @param tests the tests in the order of their files
 * @param goldens the text that each golden file should have, by its path from the project's folder
 */
public record SuiteResult(List<TestResult> tests, SortedMap<String, String> goldens) {
  /** Copies both. */
  public SuiteResult {
    tests = List.copyOf(tests);
    goldens = Collections.unmodifiableSortedMap(new TreeMap<>(goldens));
  }

  /** Whether every test passed. */
  public boolean passed() {
    return tests.stream().allMatch(TestResult::passed);
  }

  /** How many steps there are. */
  public long steps() {
    return tests.stream().mapToLong(test -> test.steps().size()).sum();
  }

  /** How many steps failed. */
  public long failed() {
    return tests.stream()
        .flatMap(test -> test.steps().stream())
        .filter(step -> !step.passed())
        .count();
  }
}
