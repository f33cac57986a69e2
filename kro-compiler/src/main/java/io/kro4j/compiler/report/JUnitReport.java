package io.kro4j.compiler.report;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.TextRenderer;
import io.kro4j.compiler.report.TestCase.Failure;
import io.kro4j.compiler.report.TestCase.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes what a run found as JUnit XML: one suite, and a case for each file that was looked at. */
public final class JUnitReport {
  private static final String PARAMETERS = "parameters";

  private JUnitReport() {}

  /** The text of the document. */
  public static String write(RunReport report) {
    String name = "kro:" + report.goal();
    String suite = report.module().isEmpty() ? name : name + " " + report.module();
    return JUnitXml.write(name, List.of(new TestSuite(suite, cases(report))));
  }

  private static List<TestCase> cases(RunReport report) {
    Map<String, List<Finding>> byFile = new LinkedHashMap<>();
    report.files().forEach(file -> byFile.put(file, new ArrayList<>()));
    for (Finding finding : report.findings()) {
      String file = finding.diagnostic().span().file().name();
      byFile.computeIfAbsent(file, any -> new ArrayList<>()).add(finding);
    }
    List<TestCase> cases = new ArrayList<>();
    if (!report.mistakes().isEmpty()) {
      cases.add(mistakes(report.mistakes()));
    }
    byFile.forEach((file, findings) -> cases.add(of(report, file, findings)));
    return cases;
  }

  private static TestCase mistakes(List<String> mistakes) {
    List<Failure> failures =
        mistakes.stream().map(mistake -> new Failure(PARAMETERS, mistake, mistake)).toList();
    return new TestCase(
        PARAMETERS, Optional.empty(), new Outcome.Failed(failures), "", Optional.empty());
  }

  private static TestCase of(RunReport report, String file, List<Finding> findings) {
    List<Failure> failures =
        findings.stream().filter(report::fails).map(JUnitReport::failure).toList();
    String output =
        findings.stream()
            .filter(finding -> !report.fails(finding))
            .map(JUnitReport::text)
            .collect(Collectors.joining("\n"));
    Outcome outcome = failures.isEmpty() ? new Outcome.Passed() : new Outcome.Failed(failures);
    return new TestCase(file, Optional.of(file), outcome, output, Optional.empty());
  }

  private static Failure failure(Finding finding) {
    Diagnostic diagnostic = finding.diagnostic();
    return new Failure(diagnostic.id().code(), TextRenderer.headline(diagnostic), text(finding));
  }

  private static String text(Finding finding) {
    StringBuilder text = new StringBuilder(TextRenderer.render(finding.diagnostic()));
    finding.diff().forEach(line -> text.append("  ").append(line).append('\n'));
    finding.suppression().ifPresent(why -> text.append("  suppressed: ").append(why).append('\n'));
    return text.toString();
  }
}
