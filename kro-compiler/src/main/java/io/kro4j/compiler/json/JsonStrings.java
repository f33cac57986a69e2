package io.kro4j.compiler.json;

import java.util.Locale;
import java.util.function.IntPredicate;

/** Strings as JSON. */
final class JsonStrings {
  private JsonStrings() {}

  /**
   * A string in quotes.
   *
   * @param escaped which characters are written as numbers besides those that must be
   */
  static String quote(String text, IntPredicate escaped) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      append(out, c, escaped);
      i += Character.charCount(c);
    }
    return out.append('"').toString();
  }

  private static void append(StringBuilder out, int c, IntPredicate escaped) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < ' ' || escaped.test(c)) {
          out.append(String.format(Locale.ROOT, "\\u%04x", c));
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }
}
