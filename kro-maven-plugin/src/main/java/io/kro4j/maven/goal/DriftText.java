package io.kro4j.maven.goal;

import io.kro4j.compiler.artifact.drift.Drift;
import io.kro4j.compiler.artifact.drift.DriftFindings;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.TextRenderer;
import io.kro4j.compiler.report.Finding;
import io.kro4j.maven.message.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows a file of the output folder that is not as it should be. */
final class DriftText {
  private static final int LINES = 40;

  /** Of a file that only comes or only goes a few lines tell enough. */
  private static final int LINES_OF_WHOLE_FILE = 8;

  private static final String NOTHING = "/dev/null";

  private DriftText() {}

  /**
   * What is wrong with the file, and below it what compiling would change.
   *
   * <pre>
   * manifests/rbac/shop.yaml:7:1: error: the generated file was changed by hand [output.edited]
   *   --- manifests/rbac/shop.yaml
   *   +++ manifests/rbac/shop.yaml (compiled)
   *   @@ -4,7 +4,7 @@
   * </pre>
   */
  static String of(Drift drift, DriftFindings findings) {
    Diagnostic finding = findings.diagnostic(drift);
    StringBuilder text = new StringBuilder(TextRenderer.headline(finding));
    lines(drift, findings).forEach(line -> text.append("\n  ").append(line));
    return text.toString();
  }

  /** The same for documents. */
  static Finding finding(Drift drift, DriftFindings findings) {
    return new Finding(findings.diagnostic(drift), lines(drift, findings), Optional.empty());
  }

  /** The lines of the diff with its names; none if there is no diff. */
  private static List<String> lines(Drift drift, DriftFindings findings) {
    String name = findings.folder() + "/" + Words.oneLine(drift.path());
    boolean comes = drift.reason() == Drift.Reason.MISSING;
    List<String> diff =
        findings.diff(drift, comes || !drift.expected() ? LINES_OF_WHOLE_FILE : LINES);
    return diff.isEmpty()
        ? diff
        : Stream.concat(
                Stream.of(
                    "--- " + (comes ? NOTHING : name),
                    "+++ " + (drift.expected() ? name + " (compiled)" : NOTHING)),
                diff.stream())
            .toList();
  }
}
