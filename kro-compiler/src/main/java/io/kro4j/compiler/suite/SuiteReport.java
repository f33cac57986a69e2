package io.kro4j.compiler.suite;

import io.kro4j.compiler.report.JUnitXml;
import io.kro4j.compiler.report.TestCase;
import io.kro4j.compiler.report.TestSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came of tests as the XML of JUnit, which CI servers show: a case for each step. */
public final class SuiteReport {
  private SuiteReport() {}

  /**
   * The report. Times are not part of it: the same tests give the same report.
   *
   * @param prefix what the names of files start with: the path from where the reader looks at them
   *     to where the tests were run, empty or ending in a slash
   */
  public static String of(SuiteResult result, String prefix) {
    return JUnitXml.write("kro", result.tests().stream().map(test -> suite(test, prefix)).toList());
  }

  private static TestSuite suite(TestResult test, String prefix) {
    return new TestSuite(
        test.group(), test.steps().stream().map(step -> testCase(test, step, prefix)).toList());
  }

  private static TestCase testCase(TestResult test, StepResult step, String prefix) {
    Optional<String> file = Optional.of(prefix + test.file());
    if (step.passed()) {
      return TestCase.passed(step.name(), file);
    }
    List<String> texts = SuiteText.failures(step);
    List<TestCase.Failure> failures = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      failures.add(
          new TestCase.Failure(
              "expectation", step.failures().get(i).what(), prefix + texts.get(i)));
    }
    return new TestCase(
        step.name(), file, new TestCase.Outcome.Failed(failures), "", Optional.empty());
  }
}
