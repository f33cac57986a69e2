package io.kro4j.runtime.controller.group;

import io.kro4j.compiler.diagnostics.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What the compiler found, as the message of a condition or an event: one line for each finding,
 * and how many there are besides. The first line says most, since lists and tables show no more.
 *
 * <pre>{@code
 * spec.resources[1].template.spec.replicas: undefined field `replica`
 *   [expression.unknown-field]; did you mean `replicas`?     (in one line)
 * and 3 more
 * }</pre>
 */
final class DiagnosticLines {
  private static final int MOST = 20;
  private static final int LONGEST = 1000;

  private DiagnosticLines() {}

  /**
   * The message.
   *
   * @param findings the findings, at least one
   * @param places the path of a finding's field; may be empty
   */
  static String of(List<Diagnostic> findings, Function<Diagnostic, String> places) {
    List<String> lines = new ArrayList<>();
    for (Diagnostic finding : findings.subList(0, Math.min(MOST, findings.size()))) {
      lines.add(line(finding, places.apply(finding)));
    }
    if (findings.size() > MOST) {
      lines.add("and " + (findings.size() - MOST) + " more");
    }
    return String.join("\n", lines);
  }

  private static String line(Diagnostic finding, String place) {
    String line =
        (place.isEmpty() ? "" : place + ": ")
            + finding.message()
            + " ["
            + finding.id().code()
            + "]"
            + (finding.help() == null ? "" : "; " + finding.help());
    String flat = line.replace('\n', ' ');
    return flat.length() <= LONGEST ? flat : flat.substring(0, LONGEST - 1) + "…";
  }
}
