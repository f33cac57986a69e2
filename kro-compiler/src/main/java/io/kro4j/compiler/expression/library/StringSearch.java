package io.kro4j.compiler.expression.library;

/** Finds strings in strings, by positions that count code points. */
final class StringSearch {
  private StringSearch() {}

  /** The first position of {@code part} from {@code start} on, or -1. */
  static long indexOf(String text, String part, long start) {
    int length = text.codePointCount(0, text.length());
    if (start < 0) {
      throw StringFunctions.outOfRange(start);
    }
    if (part.isEmpty()) {
      return Math.min(start, length);
    }
    if (start >= length) {
      return -1;
    }
    spend(text, part);
    return position(text, text.indexOf(part, text.offsetByCodePoints(0, (int) start)));
  }

  /** The last position of {@code part}, or -1. */
  static long lastIndexOf(String text, String part) {
    if (part.isEmpty()) {
      return text.codePointCount(0, text.length());
    }
    spend(text, part);
    return position(text, text.lastIndexOf(part));
  }

  /** The last position of {@code part} up to {@code start}, or -1 if none or beyond the text. */
  static long lastIndexOf(String text, String part, long start) {
    int length = text.codePointCount(0, text.length());
    if (start < 0) {
      throw StringFunctions.outOfRange(start);
    }
    if (part.isEmpty()) {
      return Math.min(start, length);
    }
    if (start >= length) {
      return -1;
    }
    spend(text, part);
    return position(text, text.lastIndexOf(part, text.offsetByCodePoints(0, (int) start)));
  }

  /** A search may compare the part at every position. */
  private static void spend(String text, String part) {
    WorkBudget.current().spend((long) text.length() * part.length() / 1024);
  }

  private static long position(String text, int unit) {
    return unit < 0 ? -1 : text.codePointCount(0, unit);
  }
}
