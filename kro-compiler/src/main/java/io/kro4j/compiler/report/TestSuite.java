package io.kro4j.compiler.report;

import java.util.List;

/**
 * Cases that belong together.
 *
 * @param name the name of the suite, such as that of a file of tests
 * @param cases the cases, in order
 */
public record TestSuite(String name, List<TestCase> cases) {
  /** Copies the list. */
  public TestSuite {
    cases = List.copyOf(cases);
  }

  /** How many cases failed. */
  public long failed() {
    return cases.stream().filter(test -> test.outcome() instanceof TestCase.Outcome.Failed).count();
  }

  /** How many cases were skipped. */
  public long skipped() {
    return cases.stream()
        .filter(test -> test.outcome() instanceof TestCase.Outcome.Skipped)
        .count();
  }
}
