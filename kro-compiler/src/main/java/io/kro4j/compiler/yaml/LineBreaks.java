package io.kro4j.compiler.yaml;

/** The line ends of YAML 1.1 (section 4.2 of its specification). */
final class LineBreaks {
  private static final char NEXT_LINE = '\u0085';
  private static final char LINE_SEPARATOR = '\u2028';
  private static final char PARAGRAPH_SEPARATOR = '\u2029';

  private LineBreaks() {}

  static boolean isBreak(char c) {
    return c == '\n'
        || c == '\r'
        || c == NEXT_LINE
        || c == LINE_SEPARATOR
        || c == PARAGRAPH_SEPARATOR;
  }

  /** The offset after the line end at {@code offset}. */
  static int after(String text, int offset) {
    boolean two =
        text.charAt(offset) == '\r'
            && offset + 1 < text.length()
            && text.charAt(offset + 1) == '\n';
    return offset + (two ? 2 : 1);
  }

  /** What a line end becomes in a scalar: the two separators stay, all others are LF. */
  static char decoded(char lineBreak) {
    return lineBreak == LINE_SEPARATOR || lineBreak == PARAGRAPH_SEPARATOR ? lineBreak : '\n';
  }
}
