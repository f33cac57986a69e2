package io.kro4j.compiler.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as text that does not depend on the Java release: {@code Double.toString} writes other
 * digits on 17 than on 19 and later.
 */
public final class JsonNumbers {
  private static final int MAX_DIGITS = 17;
  private static final int MAX_PLAIN_EXPONENT = 21;
  private static final int MIN_PLAIN_EXPONENT = -6;

  private JsonNumbers() {}

  /**
   * The text of a number in canonical JSON. Numbers that an API server cannot tell apart get the
   * same text: {@code 1.0} is {@code 1}, and an integer beyond 64 bits is the double next to it.
   *
   * @throws IllegalArgumentException if the number is not finite: JSON has no such number
   */
  public static String canonical(Number number) {
    if (isFloating(number)) {
      return decimal(number.doubleValue());
    }
    BigInteger whole = new BigInteger(number.toString());
    return whole.bitLength() <= 63 ? whole.toString() : decimal(whole.doubleValue());
  }

  /**
   * The text of a number in YAML: what every reader takes for the same number, and for a
   * floating-point number if it is one here ({@code 1.0}, {@code 1.0e+21}).
   *
   * @throws IllegalArgumentException if the number is not finite
   */
  public static String yaml(Number number) {
    if (!isFloating(number)) {
      return number.toString();
    }
    double value = number.doubleValue();
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    String text = decimal(value);
    if (text.indexOf('.') >= 0) {
      return text;
    }
    int exponent = text.indexOf('e');
    return exponent < 0
        ? text + ".0"
        : text.substring(0, exponent) + ".0" + text.substring(exponent);
  }

  /** Whether JSON has the number. */
  public static boolean isJson(Number number) {
    if (isFloating(number)) {
      return Double.isFinite(number.doubleValue());
    }
    return isWhole(number);
  }

  /** Whether the number is of an integer type. */
  public static boolean isWhole(Number number) {
    return number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte
        || number instanceof BigInteger;
  }

  /**
   * The number as every other package holds it: {@code Long}, {@code BigInteger} if too large for
   * that, or {@code Double}.
   *
   * @throws IllegalArgumentException if JSON does not have the number
   */
  public static Number plain(Number number) {
    if (!isJson(number)) {
      throw new IllegalArgumentException("JSON has no number " + number);
    }
    if (isFloating(number)) {
      return number.doubleValue();
    }
    boolean large = number instanceof BigInteger integer && integer.bitLength() > 63;
    return large ? number : (Number) number.longValue();
  }

  private static boolean isFloating(Number number) {
    return number instanceof Double || number instanceof Float;
  }

  /** The shortest text that reads back as the same double, laid out as in RFC 8785. */
  private static String decimal(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no number " + value);
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal shortest = shortest(Math.abs(value)).stripTrailingZeros();
    String text = layOut(shortest.unscaledValue().toString(), shortest.scale());
    return value < 0 ? "-" + text : text;
  }

  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MAX_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return rounded;
      }
    }
    return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN));
  }

  private static String layOut(String digits, int scale) {
    int point = digits.length() - scale;
    if (point > MAX_PLAIN_EXPONENT || point <= MIN_PLAIN_EXPONENT) {
      String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
      return digits.charAt(0) + fraction + (point > 0 ? "e+" : "e") + (point - 1);
    }
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    return point >= digits.length()
        ? digits + "0".repeat(point - digits.length())
        : digits.substring(0, point) + "." + digits.substring(point);
  }
}
