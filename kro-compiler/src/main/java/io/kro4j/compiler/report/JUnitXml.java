package io.kro4j.compiler.report;

import io.kro4j.compiler.report.TestCase.Failure;
import io.kro4j.compiler.report.TestCase.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Writes suites as the XML that Ant's JUnit task invented and all CI servers read.
 *
 * <p>There is no standard. Of what the tools write, this is the part that the ones which read it
 * agree on: one {@code failure} for each case, counts at suites, times in seconds.
 */
public final class JUnitXml {
  private final StringBuilder out = new StringBuilder();

  private JUnitXml() {}

  /**
   * The text of the document.
   *
   * @param name the name of the whole
   * @param suites the suites, in order
   */
  public static String write(String name, List<TestSuite> suites) {
    JUnitXml xml = new JUnitXml();
    xml.document(name, suites);
    return xml.out.toString();
  }

  private void document(String name, List<TestSuite> suites) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
    attribute("name", name);
    attribute("tests", suites.stream().mapToLong(suite -> suite.cases().size()).sum());
    attribute("failures", suites.stream().mapToLong(TestSuite::failed).sum());
    attribute("errors", 0L);
    attribute("skipped", suites.stream().mapToLong(TestSuite::skipped).sum());
    out.append(">\n");
    suites.forEach(this::suite);
    out.append("</testsuites>\n");
  }

  private void suite(TestSuite suite) {
    out.append("  <testsuite");
    attribute("name", suite.name());
    attribute("tests", suite.cases().size());
    attribute("failures", suite.failed());
    attribute("errors", 0L);
    attribute("skipped", suite.skipped());
    attribute("time", seconds(total(suite)));
    out.append(">\n");
    suite.cases().forEach(test -> testCase(suite, test));
    out.append("  </testsuite>\n");
  }

  private void testCase(TestSuite suite, TestCase test) {
    out.append("    <testcase");
    attribute("name", test.name());
    attribute("classname", suite.name());
    test.file().ifPresent(file -> attribute("file", file));
    attribute("time", seconds(test.time()));
    out.append(">\n");
    if (test.outcome() instanceof Outcome.Failed failed) {
      failure(failed.failures());
    } else if (test.outcome() instanceof Outcome.Skipped skipped) {
      out.append("      <skipped");
      attribute("message", skipped.reason());
      out.append("/>\n");
    }
    if (!test.output().isEmpty()) {
      out.append("      <system-out>").append(escaped(test.output(), false));
      out.append("</system-out>\n");
    }
    out.append("    </testcase>\n");
  }

  /** Most readers look at one failure of a case: the first gives type and message, all the text. */
  private void failure(List<Failure> failures) {
    Failure first = failures.get(0);
    int more = failures.size() - 1;
    out.append("      <failure");
    attribute(
        "message", more == 0 ? first.message() : first.message() + " (and " + more + " more)");
    attribute("type", first.type());
    out.append('>');
    String text = String.join("\n", failures.stream().map(Failure::text).toList());
    out.append(escaped(text, false)).append("</failure>\n");
  }

  private static Optional<Duration> total(TestSuite suite) {
    return suite.cases().stream()
        .map(TestCase::time)
        .flatMap(Optional::stream)
        .reduce(Duration::plus);
  }

  private static String seconds(Optional<Duration> time) {
    return BigDecimal.valueOf(time.orElse(Duration.ZERO).toMillis(), 3).toPlainString();
  }

  private void attribute(String name, long value) {
    attribute(name, Long.toString(value));
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"").append(escaped(value, true)).append('"');
  }

  /** XML 1.0 cannot hold most control characters, however written; they become U+FFFD. */
  private static String escaped(String text, boolean inAttribute) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\r' -> escaped.append("&#13;");
                case '\n', '\t' ->
                    escaped.append(inAttribute ? "&#" + c + ";" : Character.toString(c));
                default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  private static boolean isXml(int c) {
    return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
  }
}
