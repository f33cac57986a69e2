package io.kro4j.compiler.report;

import io.kro4j.compiler.diagnostics.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a run found.
 *
 * @param goal what was run, such as {@code check}
 * @param module which part of a build it was run for, as a path with forward slashes; empty for the
 *     whole
 * @param tool what ran
 * @param files the files that were looked at, by the names that findings show, in order
 * @param findings what was found, in the order to show
 * @param mistakes what was wrong with the parameters, so that nothing was compiled; findings may
 *     say why
 * @param warningsFail whether a warning is a failure
 * @param commands what to type to mend it, one command to an entry; empty if that is not known
 */
public record RunReport(
    String goal,
    String module,
    Tool tool,
    List<String> files,
    List<Finding> findings,
    List<String> mistakes,
    boolean warningsFail,
    List<String> commands) {
  /** Copies the lists. */
  public RunReport {
    files = List.copyOf(files);
    findings = List.copyOf(findings);
    mistakes = List.copyOf(mistakes);
    commands = List.copyOf(commands);
  }

  /**
   * What made a report.
   *
   * @param version its version
   * @param page the documentation page of the id of a diagnostic, in Markdown, if there is one
   * @param pages the address of the folder of these pages, ending in a slash, if they are online
   */
  public record Tool(
      String version, Function<String, Optional<String>> page, Optional<String> pages) {}

  /** How many active findings are errors. */
  public long errors() {
    return active().stream().filter(Diagnostic::isError).count();
  }

  /** How many active findings are warnings. */
  long warnings() {
    return active().size() - errors();
  }

  /** How many findings are suppressed. */
  long suppressed() {
    return findings.size() - (long) active().size();
  }

  /** Whether a finding makes the run a failure. */
  boolean fails(Finding finding) {
    return finding.isActive() && (warningsFail || finding.diagnostic().isError());
  }

  private List<Diagnostic> active() {
    return findings.stream().filter(Finding::isActive).map(Finding::diagnostic).toList();
  }

  /** The counts in words, such as {@code 2 errors, 1 warning}. */
  String counts() {
    String counts = count(errors(), "error") + ", " + count(warnings(), "warning");
    return suppressed() == 0 ? counts : counts + ", " + suppressed() + " suppressed";
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
