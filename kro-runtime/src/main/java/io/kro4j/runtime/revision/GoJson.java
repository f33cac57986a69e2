package io.kro4j.runtime.revision;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as Go's {@code encoding/json} writes it, since upstream's hash is taken over that text: no
 * blanks, every number a float64, and characters escaped that mean something in HTML.
 */
final class GoJson {
  private static final int FLOAT64_DIGITS = 17;

  private final StringBuilder out = new StringBuilder();

  private GoJson() {}

  /**
   * The text of a value.
   *
   * @param value plain JSON; keys are written in the order they come
   */
  static String write(@Nullable Object value) {
    GoJson writer = new GoJson();
    writer.value(value);
    return writer.out.toString();
  }

  private void value(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof List<?> list) {
      array(list);
    } else if (value instanceof Number number) {
      out.append(number(number.doubleValue()));
    } else if (value instanceof String text) {
      string(text);
    } else {
      out.append(value);
    }
  }

  private void object(Map<?, ?> map) {
    out.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      string(String.valueOf(entry.getKey()));
      out.append(':');
      value(entry.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private void array(List<?> list) {
    out.append('[');
    String separator = "";
    for (Object item : list) {
      out.append(separator);
      value(item);
      separator = ",";
    }
    out.append(']');
  }

  private void string(String text) {
    out.append('"');
    text.codePoints().forEach(this::character);
    out.append('"');
  }

  private void character(int c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '<', '>', '&', 0x2028, 0x2029 -> escape(c);
      default -> {
        if (c < ' ') {
          escape(c);
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }

  private void escape(int c) {
    out.append(String.format(Locale.ROOT, "\\u%04x", c));
  }

  /** The shortest digits that are this number, with an exponent where JavaScript has one. */
  private static String number(double number) {
    if (number == 0) {
      return 1 / number < 0 ? "-0" : "0";
    }
    BigDecimal shortest = shortest(number).stripTrailingZeros();
    double size = Math.abs(number);
    return size < 1e-6 || size >= 1e21 ? scientific(shortest) : shortest.toPlainString();
  }

  /** {@link Double#toString} may write more digits than needed before Java 19. */
  private static BigDecimal shortest(double number) {
    BigDecimal exact = new BigDecimal(number);
    for (int digits = 1; digits < FLOAT64_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == number) {
        return rounded;
      }
    }
    return exact.round(new MathContext(FLOAT64_DIGITS, RoundingMode.HALF_EVEN));
  }

  private static String scientific(BigDecimal number) {
    String digits = number.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - number.scale();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return (number.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + fraction
        + (exponent < 0 ? "e-" : "e+")
        + Math.abs(exponent);
  }
}
