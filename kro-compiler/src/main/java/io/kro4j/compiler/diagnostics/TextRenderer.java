package io.kro4j.compiler.diagnostics;

import io.kro4j.compiler.source.Position;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Shows diagnostics to people: where, what, the line of the file with the place underlined, further
 * places, the way out, and the page that explains the id.
 *
 * <pre>
 * web.yaml:12:20: error: `spec.schema.kind` must be a string, and this is an integer [model.wrong-type]
 *   12 |     kind: 5
 *      |           ^
 *   help: put the value in quotes
 *   see: docs/diagnostics/model.wrong-type.md
 * </pre>
 */
public final class TextRenderer {
  private static final String PAGES = "docs/diagnostics/";

  private TextRenderer() {}

  /** All diagnostics, in the order given, each followed by an empty line. */
  public static String render(List<Diagnostic> diagnostics) {
    StringBuilder out = new StringBuilder();
    diagnostics.forEach(diagnostic -> out.append(render(diagnostic)).append('\n'));
    return out.toString();
  }

  /** One diagnostic, with a line end after its last line. */
  public static String render(Diagnostic diagnostic) {
    StringBuilder out = new StringBuilder(headline(diagnostic)).append('\n');
    int gutter = gutter(diagnostic);
    excerpt(diagnostic.span(), gutter, out);
    for (Related related : diagnostic.related()) {
      out.append("  ")
          .append(place(related.span()))
          .append(": ")
          .append(oneLine(related.message()));
      out.append('\n');
      excerpt(related.span(), gutter, out);
    }
    Optional.ofNullable(diagnostic.help())
        .ifPresent(help -> out.append("  help: ").append(oneLine(help)).append('\n'));
    return out.append("  see: ")
        .append(PAGES)
        .append(diagnostic.id().code())
        .append(".md\n")
        .toString();
  }

  /** Where, how much, what and the id, on one line without its end. */
  public static String headline(Diagnostic diagnostic) {
    return place(diagnostic.span())
        + ": "
        + diagnostic.severity().word()
        + ": "
        + oneLine(diagnostic.message())
        + " ["
        + diagnostic.id().code()
        + "]";
  }

  private static void excerpt(Span span, int gutter, StringBuilder out) {
    SourceFile file = span.file();
    Position start = span.startPosition();
    Excerpt excerpt =
        Excerpt.of(
            file.text(),
            file.lineStart(start.line()),
            file.lineEnd(start.line()),
            span.start(),
            span.end());
    String number = String.valueOf(start.line());
    out.append("  ").append(" ".repeat(gutter - number.length())).append(number);
    out.append(" | ").append(excerpt.line()).append('\n');
    out.append("  ")
        .append(" ".repeat(gutter))
        .append(" | ")
        .append(excerpt.underline())
        .append('\n');
  }

  /** The digits of the largest line number shown, so that all excerpts of a diagnostic line up. */
  private static int gutter(Diagnostic diagnostic) {
    int largest = diagnostic.span().startPosition().line();
    for (Related related : diagnostic.related()) {
      largest = Math.max(largest, related.span().startPosition().line());
    }
    return String.valueOf(largest).length();
  }

  private static String place(Span span) {
    Position start = span.startPosition();
    return span.file().name() + ":" + start.line() + ":" + start.column();
  }

  /** A message may quote the user's text, line ends and control characters included. */
  private static String oneLine(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
