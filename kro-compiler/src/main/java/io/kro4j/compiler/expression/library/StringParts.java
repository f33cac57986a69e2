package io.kro4j.compiler.expression.library;

import java.util.ArrayList;
import java.util.List;

/** Takes strings apart and puts them together. */
final class StringParts {
  private StringParts() {}

  /**
   * The text with {@code part} replaced; an empty part stands before every code point and at the
   * end.
   *
   * @param times how many from the left, all if negative
   */
  static String replace(String text, String part, String by, long times) {
    StringBuilder replaced = new StringBuilder();
    long left = times < 0 ? Long.MAX_VALUE : times;
    int from = 0;
    int at = find(text, part, 0, true);
    while (left > 0 && at >= 0) {
      replaced.append(text, from, at).append(by);
      OutputLimit.checkText(replaced.length());
      from = at + part.length();
      at = find(text, part, from, false);
      left--;
    }
    return replaced.append(text, from, text.length()).toString();
  }

  private static int find(String text, String part, int from, boolean first) {
    if (!part.isEmpty()) {
      return text.indexOf(part, from);
    }
    if (first) {
      return 0;
    }
    return from < text.length() ? text.offsetByCodePoints(from, 1) : -1;
  }

  /**
   * The parts between separators; an empty separator parts all code points.
   *
   * @param limit the most parts, the last one keeping the rest; none if zero, any if negative
   */
  static List<Object> split(String text, String separator, long limit) {
    List<Object> parts = new ArrayList<>();
    if (limit == 0) {
      return parts;
    }
    int from = 0;
    int at = next(text, separator, from);
    while (at >= 0 && (limit < 0 || parts.size() < limit - 1)) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
      at = next(text, separator, from);
    }
    if (!separator.isEmpty() || from < text.length()) {
      parts.add(text.substring(from));
    }
    OutputLimit.checkElements(parts.size());
    return parts;
  }

  private static int next(String text, String separator, int from) {
    if (!separator.isEmpty()) {
      return text.indexOf(separator, from);
    }
    return from < text.length() ? text.offsetByCodePoints(from, 1) : -1;
  }

  /** The strings of a list, with a separator between them. */
  static String join(List<?> strings, String separator) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < strings.size(); i++) {
      if (!(strings.get(i) instanceof String text)) {
        throw FunctionFailure.invalid("join() takes a list of strings");
      }
      joined.append(i == 0 ? "" : separator).append(text);
      OutputLimit.checkText(joined.length());
    }
    return joined.toString();
  }
}
