package io.kro4j.compiler.expression;

import io.kro4j.compiler.expression.ScannedString.Part;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import java.util.Arrays;

/**
 * Turns a mixed string into one CEL expression: literal pieces as string literals, expressions in
 * parentheses, joined by {@code +}. The result maps every character to the piece of the file it was
 * made from.
 */
final class ExpressionText {
  private final StringBuilder text = new StringBuilder();
  private int[] starts = new int[64];
  private int[] ends = new int[64];

  private ExpressionText() {}

  /** The expression of a mixed string: {@code "a-" + (x)} for {@code a-${x}}. */
  static MappedText of(ScannedString.Mixed mixed) {
    ExpressionText result = new ExpressionText();
    for (Part part : mixed.parts()) {
      if (result.text.length() > 0) {
        result.append(" + ", part.text().span(0, 0));
      }
      if (part instanceof Part.Expression expression) {
        result.expression(expression);
      } else {
        result.literal(part.text());
      }
    }
    int length = result.text.length();
    return MappedText.of(
        result.text.toString(),
        Arrays.copyOf(result.starts, length),
        Arrays.copyOf(result.ends, length),
        mixed.whole().span());
  }

  private void expression(Part.Expression part) {
    MappedText braced = part.braced();
    MappedText inner = part.text();
    append("(", braced.span(0, 2));
    for (int i = 0; i < inner.value().length(); i++) {
      append(inner.value().substring(i, i + 1), inner.span(i, i + 1));
    }
    append(")", braced.span(braced.value().length() - 1, braced.value().length()));
  }

  private void literal(MappedText literal) {
    String value = literal.value();
    append("\"", literal.span(0, 0));
    for (int i = 0; i < value.length(); ) {
      int codePoint = value.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      append(quoted(codePoint), literal.span(i, next));
      i = next;
    }
    append("\"", literal.span(value.length(), value.length()));
  }

  private void append(String piece, Span span) {
    int from = text.length();
    int to = from + piece.length();
    text.append(piece);
    if (to > starts.length) {
      starts = Arrays.copyOf(starts, to * 2);
      ends = Arrays.copyOf(ends, to * 2);
    }
    Arrays.fill(starts, from, to, span.start());
    Arrays.fill(ends, from, to, span.end());
  }

  /** A character inside a string literal, escaped as Go's {@code strconv.Quote} does. */
  private static String quoted(int codePoint) {
    return switch (codePoint) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case 7 -> "\\a";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case 11 -> "\\v";
      default -> isPrintable(codePoint) ? Character.toString(codePoint) : escaped(codePoint);
    };
  }

  private static String escaped(int codePoint) {
    if (codePoint < ' ' || codePoint == 0x7f) {
      return String.format("\\x%02x", codePoint);
    }
    if (Character.isBmpCodePoint(codePoint)) {
      boolean lonely = Character.isSurrogate((char) codePoint);
      return lonely ? "\ufffd" : String.format("\\u%04x", codePoint);
    }
    return String.format("\\U%08x", codePoint);
  }

  /** Letters, marks, numbers, punctuation, symbols and the ASCII space. */
  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> codePoint == ' ';
      default -> true;
    };
  }
}
