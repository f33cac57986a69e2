package io.kro4j.compiler.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Floats as they reach an API server. Go writes them as JSON and reads them back, so a float
 * without a fraction arrives as an integer: {@code 1.0} and {@code 1e0} are 1.
 */
final class JsonNumbers {
  /** From here on Go writes an exponent, and a number with an exponent is read back as a float. */
  private static final double FIRST_WITH_EXPONENT = 1e21;

  private static final int FLOAT_DIGITS = 9;
  private static final int EXPONENT_FROM = 6;

  private JsonNumbers() {}

  /** A finite float as a {@code Long} if Kubernetes reads it as one, else as it is. */
  static Object value(double number) {
    if (number == Math.rint(number) && Math.abs(number) < FIRST_WITH_EXPONENT) {
      BigInteger whole = new BigDecimal(Double.toString(number)).toBigIntegerExact();
      return whole.bitLength() <= 63 ? (Object) whole.longValue() : (Object) number;
    }
    return number;
  }

  /**
   * A float as the key of an object: shortest digits in single precision, with an exponent of at
   * least two digits below 1e-4 and from 1e6 on ({@code strconv.FormatFloat(f, 'g', -1, 32)}).
   */
  static String key(double number) {
    float single = (float) number;
    if (Double.isNaN(number)) {
      return ".nan";
    }
    if (Float.isInfinite(single)) {
      return single > 0 ? ".inf" : "-.inf";
    }
    if (single == 0) {
      return 1 / single < 0 ? "-0" : "0";
    }
    BigDecimal digits = shortest(single);
    int exponent = digits.precision() - digits.scale() - 1;
    return exponent < -4 || exponent >= EXPONENT_FROM
        ? withExponent(digits, exponent)
        : digits.toPlainString();
  }

  /**
   * The fewest digits that give this float again; {@code Float.toString} has more before JDK 19.
   */
  private static BigDecimal shortest(float number) {
    BigDecimal exact = new BigDecimal(number);
    for (int precision = 1; precision < FLOAT_DIGITS; precision++) {
      BigDecimal rounded = exact.round(new MathContext(precision));
      if (rounded.floatValue() == number) {
        return rounded.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(FLOAT_DIGITS)).stripTrailingZeros();
  }

  private static String withExponent(BigDecimal digits, int exponent) {
    String mantissa = digits.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    String power = Integer.toString(Math.abs(exponent));
    return mantissa + "e" + (exponent < 0 ? "-" : "+") + (power.length() < 2 ? "0" + power : power);
  }
}
