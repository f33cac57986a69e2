package io.kro4j.compiler.expression.library;

import java.util.Map;

/** Strings as literals in double quotes. */
final class StringQuote {
  private static final Map<Integer, String> ESCAPES =
      Map.of(
          7,
          "\\a",
          (int) '\b',
          "\\b",
          (int) '\f',
          "\\f",
          (int) '\n',
          "\\n",
          (int) '\r',
          "\\r",
          (int) '\t',
          "\\t",
          11,
          "\\v",
          (int) '\\',
          "\\\\",
          (int) '"',
          "\\\"");

  private static final int REPLACEMENT = 0xfffd;

  private StringQuote() {}

  /** The literal of a text. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(quoted, c));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int c) {
    String escape = ESCAPES.get(c);
    if (escape != null) {
      quoted.append(escape);
    } else {
      boolean loneSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
      quoted.appendCodePoint(loneSurrogate ? REPLACEMENT : c);
    }
  }
}
