package io.kro4j.compiler.yaml;

import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.util.Locale;
import org.yaml.snakeyaml.reader.StreamReader;

/** Checks that a file holds only characters that YAML 1.1 allows (its section 5.1). */
final class Characters {
  private static final char REPLACEMENT = '\uFFFD';
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Characters() {}

  /**
   * Reports each run of forbidden characters.
   *
   * @return the text with forbidden characters replaced, of the same length, so that the library
   *     reads on and its places hold
   */
  static String readable(SourceFile file, Diagnostics diagnostics) {
    String text = file.text();
    StringBuilder readable = null;
    int runEnd = -1;
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      int next = at + Character.charCount(codePoint);
      boolean leadingMark = at == 0 && codePoint == BYTE_ORDER_MARK;
      if (!leadingMark && !isAllowed(codePoint)) {
        readable = readable == null ? new StringBuilder(text) : readable;
        readable.setCharAt(at, REPLACEMENT);
        if (at != runEnd) {
          report(file, at, next, codePoint, diagnostics);
        }
        runEnd = next;
      }
      at = next;
    }
    return readable == null ? text : readable.toString();
  }

  /** What is not allowed is one UTF-16 unit wide: all characters beyond the first plane are. */
  private static boolean isAllowed(int codePoint) {
    return codePoint != BYTE_ORDER_MARK && StreamReader.isPrintable(codePoint);
  }

  private static void report(
      SourceFile file, int start, int end, int codePoint, Diagnostics diagnostics) {
    diagnostics.add(
        DiagnosticId.YAML_SYNTAX,
        new Span(file, start, end),
        String.format(Locale.ROOT, "the character U+%04X is not allowed in YAML", codePoint),
        "in a double-quoted string, write it as an escape");
  }
}
