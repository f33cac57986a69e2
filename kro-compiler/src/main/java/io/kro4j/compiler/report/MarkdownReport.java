package io.kro4j.compiler.report;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.source.Position;
import java.util.List;

/**
 * Writes what a run found in Markdown, for the summary of a pipeline or a comment on a merge
 * request. Its length is bounded: code hosts cut comments off.
 */
public final class MarkdownReport {
  private static final int MOST_FINDINGS = 100;

  /** GitHub takes comments of 65536 characters. */
  private static final int MOST_CHARACTERS = 60_000;

  private final RunReport report;
  private final StringBuilder out = new StringBuilder();

  private MarkdownReport(RunReport report) {
    this.report = report;
  }

  /** The text of the document. */
  public static String write(RunReport report) {
    return new MarkdownReport(report).write();
  }

  private String write() {
    String module = report.module().isEmpty() ? "" : " " + code(report.module());
    out.append("### ").append(code("kro:" + report.goal())).append(module).append(": ");
    out.append(report.mistakes().isEmpty() ? report.counts() : "wrong parameters").append("\n");
    report.mistakes().forEach(mistake -> out.append("\n* ").append(inline(mistake)));
    out.append(report.mistakes().isEmpty() ? "" : "\n");
    if (!report.findings().isEmpty()) {
      table();
      diffs();
    }
    if (!report.commands().isEmpty()) {
      out.append("\nTo mend it, run this and commit what changed:\n\n");
      fenced("console", report.commands().stream().map(command -> "$ " + command).toList());
    }
    return out.toString();
  }

  private void table() {
    out.append("\n| | place | finding |\n|---|---|---|\n");
    int shown = 0;
    for (Finding finding : report.findings()) {
      String row = row(finding);
      if (shown == MOST_FINDINGS || out.length() + row.length() > MOST_CHARACTERS / 2) {
        break;
      }
      out.append(row);
      shown++;
    }
    int rest = report.findings().size() - shown;
    if (rest > 0) {
      out.append("\n").append(rest).append(" more not shown.\n");
    }
  }

  private String row(Finding finding) {
    Diagnostic diagnostic = finding.diagnostic();
    Position at = diagnostic.span().startPosition();
    String place = diagnostic.span().file().name() + ":" + at.line() + ":" + at.column();
    String id = code(diagnostic.id().code());
    String page =
        report
            .tool()
            .pages()
            .map(pages -> "[" + id + "](" + pages + diagnostic.id().code() + ".md)")
            .orElse(id);
    String help = diagnostic.help() == null ? "" : "<br>" + inline(diagnostic.help());
    String reason = finding.suppression().map(why -> "<br>suppressed: " + inline(why)).orElse("");
    return "| "
        + (finding.isActive() ? diagnostic.severity().word() : "suppressed")
        + " | "
        + code(place)
        + " | "
        + inline(diagnostic.message())
        + " ("
        + page
        + ")"
        + help
        + reason
        + " |\n";
  }

  private void diffs() {
    for (Finding finding : report.findings()) {
      List<String> diff = finding.diff();
      int length = diff.stream().mapToInt(line -> line.length() + 1).sum();
      if (!diff.isEmpty() && out.length() + length < MOST_CHARACTERS) {
        String file = finding.diagnostic().span().file().name();
        out.append("\n<details><summary>").append(html(file)).append("</summary>\n\n");
        fenced("diff", diff);
        out.append("\n</details>\n");
      }
    }
  }

  /** The fence is longer than any in the text. */
  private void fenced(String language, List<String> lines) {
    int longest = 2;
    for (String line : lines) {
      int ticks = 0;
      for (int i = 0; i < line.length(); i++) {
        ticks = line.charAt(i) == '`' ? ticks + 1 : 0;
        longest = Math.max(longest, ticks);
      }
    }
    String fence = "`".repeat(longest + 1);
    out.append(fence).append(language).append('\n');
    lines.forEach(line -> out.append(line).append('\n'));
    out.append(fence).append('\n');
  }

  /** A text that cannot end a code span or a cell. */
  private static String code(String text) {
    String plain = line(text).replace("`", "'").replace("|", "\\|");
    return "`" + plain + "`";
  }

  /**
   * A message: its code spans stay, the rest means what it says. A message with an odd number of
   * back ticks has none.
   */
  private static String inline(String message) {
    String[] parts = line(message).split("`", -1);
    if (parts.length % 2 == 0) {
      return plain(line(message));
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      text.append(i % 2 == 0 || parts[i].isEmpty() ? plain(parts[i]) : code(parts[i]));
    }
    return text.toString();
  }

  private static String plain(String text) {
    return html(text).replaceAll("([\\\\`*_\\[\\]|~#@])", "\\\\$1");
  }

  private static String html(String text) {
    return line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ");
  }
}
