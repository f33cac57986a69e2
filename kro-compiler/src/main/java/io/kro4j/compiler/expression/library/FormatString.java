package io.kro4j.compiler.expression.library;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text that {@code format} is called on, taken apart. */
final class FormatString {
  private static final int DEFAULT_PRECISION = 6;
  private static final int LARGEST_PRECISION = 100;
  private static final int MOST_DIGITS = 18;

  private final String format;
  private final List<Part> parts = new ArrayList<>();
  private int at;

  private FormatString(String format) {
    this.format = format;
  }

  /**
   * A part: literal text, or a clause such as {@code %.2f}.
   *
   * @param text the literal text, empty for a clause
   * @param clause the clause, or null
   */
  record Part(String text, @Nullable FormatClause clause) {}

  /**
   * The parts of a format.
   *
   * @throws FunctionFailure if a clause is incomplete or unknown
   */
  static List<Part> parse(String format) {
    FormatString parser = new FormatString(format);
    while (parser.at < format.length()) {
      parser.next();
    }
    return List.copyOf(parser.parts);
  }

  private void next() {
    if (format.charAt(at) != '%') {
      int end = format.indexOf('%', at);
      int stop = end < 0 ? format.length() : end;
      parts.add(new Part(format.substring(at, stop), null));
      at = stop;
    } else if (format.startsWith("%%", at)) {
      parts.add(new Part("%", null));
      at += 2;
    } else {
      at++;
      int precision = precision();
      parts.add(new Part("", new FormatClause(verb(), precision)));
    }
  }

  private int precision() {
    if (at >= format.length() || format.charAt(at) != '.') {
      return DEFAULT_PRECISION;
    }
    int start = ++at;
    while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
      at++;
    }
    String digits = format.substring(start, at);
    if (digits.isEmpty()
        || digits.length() > MOST_DIGITS
        || Long.parseLong(digits) > LARGEST_PRECISION) {
      throw FunctionFailure.invalid(
          "the precision of a clause goes from 0 to " + LARGEST_PRECISION);
    }
    return Integer.parseInt(digits);
  }

  private char verb() {
    if (at >= format.length()) {
      throw FunctionFailure.invalid("the format ends within a clause");
    }
    char verb = format.charAt(at++);
    if (FormatClause.VERBS.indexOf(verb) < 0) {
      throw FunctionFailure.invalid("unknown clause `%" + verb + "`");
    }
    return verb;
  }
}
