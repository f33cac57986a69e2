package io.kro4j.compiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.report.TestCase.Failure;
import io.kro4j.compiler.report.TestCase.Outcome;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;

/** The documents are read back by the reader that Maven's test reports are made with. */
class JUnitXmlTest {
  private static final List<TestSuite> SUITES =
      List.of(
          new TestSuite(
              "web.test.yaml",
              List.of(
                  TestCase.passed("renders", Optional.of("src/test/kro/web.test.yaml")),
                  new TestCase(
                      "waits <for> \"it\"",
                      Optional.empty(),
                      new Outcome.Failed(
                          List.of(
                              new Failure("mismatch", "a & b\u0000", "line 1\n  line 2 ]]>\n"),
                              new Failure("mismatch", "c", "line 3\n"))),
                      "said\n",
                      Optional.of(Duration.ofMillis(1500))))),
          new TestSuite(
              "shop.test.yaml",
              List.of(
                  new TestCase(
                      "later",
                      Optional.empty(),
                      new Outcome.Skipped("not yet"),
                      "",
                      Optional.empty()))));

  @Test
  void writesSuites() {
    assertThat(JUnitXml.write("kro:test", SUITES))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="kro:test" tests="3" failures="1" errors="0" skipped="1">
              <testsuite name="web.test.yaml" tests="2" failures="1" errors="0" skipped="0" time="1.500">
                <testcase name="renders" classname="web.test.yaml" file="src/test/kro/web.test.yaml" time="0.000">
                </testcase>
                <testcase name="waits &lt;for&gt; &quot;it&quot;" classname="web.test.yaml" time="1.500">
                  <failure message="a &amp; b\uFFFD (and 1 more)" type="mismatch">line 1
              line 2 ]]&gt;

            line 3
            </failure>
                  <system-out>said
            </system-out>
                </testcase>
              </testsuite>
              <testsuite name="shop.test.yaml" tests="1" failures="0" errors="0" skipped="1" time="0.000">
                <testcase name="later" classname="shop.test.yaml" time="0.000">
                  <skipped message="not yet"/>
                </testcase>
              </testsuite>
            </testsuites>
            """);
  }

  @Test
  void isReadByMaven() throws Exception {
    List<ReportTestSuite> read = read(JUnitXml.write("kro:test", SUITES));

    assertThat(read).extracting(ReportTestSuite::getNumberOfTests).containsExactly(2, 1);
    assertThat(read).extracting(ReportTestSuite::getNumberOfFailures).containsExactly(1, 0);
    assertThat(read).extracting(ReportTestSuite::getNumberOfSkipped).containsExactly(0, 1);
    ReportTestCase failed = read.get(0).getTestCases().get(1);
    assertThat(failed.getName()).isEqualTo("waits <for> \"it\"");
    assertThat(failed.getFailureType()).isEqualTo("mismatch");
    assertThat(failed.getFailureMessage()).isEqualTo("a & b\uFFFD (and 1 more)");
    assertThat(failed.getFailureDetail()).contains("line 2 ]]>", "line 3");
  }

  @Test
  void reportsOfRunsAreReadByMaven() throws Exception {
    List<ReportTestSuite> read = read(JUnitReport.write(Reports.full()));

    assertThat(read).hasSize(1);
    assertThat(read.get(0).getNumberOfTests()).isEqualTo(3);
    assertThat(read.get(0).getNumberOfFailures()).isEqualTo(2);
  }

  @Test
  void breakingChangesAreFailuresOfTheirFiles() throws Exception {
    List<ReportTestSuite> read = read(JUnitReport.write(Reports.plan()));

    assertThat(read).hasSize(1);
    assertThat(read.get(0).getTestCases())
        .extracting(ReportTestCase::getName)
        .containsExactly("shop.yaml", "tent.yaml", "barn.yaml", "kiosk.yaml");
    assertThat(read.get(0).getTestCases())
        .extracting(ReportTestCase::getFailureType)
        .containsOnly("plan.breaking-change");
  }

  private static List<ReportTestSuite> read(String xml) throws Exception {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    TestSuiteXmlParser parser = new TestSuiteXmlParser(new NullConsoleLogger());
    return parser.parse(
        new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
  }
}
