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

  /** The report. Times are not part of it: the same tests give the same report. */
  public static String of(SuiteResult result) {
    return JUnitXml.write("kro", result.tests().stream().map(SuiteReport::suite).toList());
  }

  private static TestSuite suite(TestResult test) {
    return new TestSuite(
        test.group(), test.steps().stream().map(step -> testCase(test, step)).toList());
  }

  private static TestCase testCase(TestResult test, StepResult step) {
    Optional<String> file = Optional.of(test.file());
    if (step.passed()) {
      return TestCase.passed(step.name(), file);
    }
    List<String> texts = SuiteText.failures(step);
    List<TestCase.Failure> failures = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      failures.add(
          new TestCase.Failure("expectation", step.failures().get(i).what(), texts.get(i)));
    }
    return new TestCase(
        step.name(), file, new TestCase.Outcome.Failed(failures), "", Optional.empty());
  }
}
