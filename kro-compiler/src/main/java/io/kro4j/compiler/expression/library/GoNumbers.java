package io.kro4j.compiler.expression.library;

import com.google.common.primitives.UnsignedLong;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as Go reads and writes them, whose text expressions see. */
final class GoNumbers {
  private static final Pattern INT = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern UINT = Pattern.compile("[0-9]+");
  private static final Pattern SPECIAL =
      Pattern.compile("([+-]?)(?:(inf|infinity)|nan)", Pattern.CASE_INSENSITIVE);

  /** Underscores may stand between digits, and after the prefix of a hexadecimal number. */
  private static final Pattern DECIMAL =
      Pattern.compile(
          "[+-]?(?:[0-9](?:_?[0-9])*(?:\\.(?:[0-9](?:_?[0-9])*)?)?|\\.[0-9](?:_?[0-9])*)"
              + "(?:[eE][+-]?[0-9](?:_?[0-9])*)?");

  private static final Pattern HEXADECIMAL =
      Pattern.compile(
          "[+-]?0[xX](?:(?:_?[0-9a-fA-F])+(?:\\.(?:[0-9a-fA-F](?:_?[0-9a-fA-F])*)?)?"
              + "|\\.[0-9a-fA-F](?:_?[0-9a-fA-F])*)[pP][+-]?[0-9](?:_?[0-9])*");

  /** The exponent from which the short form writes one. */
  private static final int SHORT_EXPONENT = 6;

  private static final int MOST_DIGITS = 17;

  private GoNumbers() {}

  /** The int that a text spells in base 10, or null. */
  static @Nullable Long parseInt(String text) {
    if (!INT.matcher(text).matches()) {
      return null;
    }
    BigInteger value = new BigInteger(text);
    return value.bitLength() < Long.SIZE ? (Long) value.longValue() : null;
  }

  /** The uint that a text spells in base 10, or null. */
  static @Nullable UnsignedLong parseUint(String text) {
    if (!UINT.matcher(text).matches()) {
      return null;
    }
    BigInteger value = new BigInteger(text);
    return value.bitLength() <= Long.SIZE ? UnsignedLong.valueOf(value) : null;
  }

  /** The double that a text spells, or null; also null if it is too large for one. */
  static @Nullable Double parseDouble(String text) {
    Matcher special = SPECIAL.matcher(text);
    if (special.matches()) {
      if (special.group(2) == null) {
        return special.group(1).isEmpty() ? (Double) Double.NaN : null;
      }
      return special.group(1).equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (!DECIMAL.matcher(text).matches() && !HEXADECIMAL.matcher(text).matches()) {
      return null;
    }
    double value = Double.parseDouble(text.replace("_", ""));
    return Double.isInfinite(value) ? null : (Double) value;
  }

  /** The short form: {@code 1}, {@code 1.5}, {@code 1e+06}, {@code +Inf}, {@code NaN}. */
  static String general(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    if (value == 0) {
      return sign(value) + "0";
    }
    BigDecimal digits = shortest(Math.abs(value));
    int exponent = digits.precision() - digits.scale() - 1;
    String text =
        exponent < -4 || exponent >= SHORT_EXPONENT
            ? scientific(digits.unscaledValue().toString(), exponent)
            : digits.toPlainString();
    return sign(value) + text;
  }

  /** As many digits as the value needs, without an exponent. */
  static String plain(double value) {
    return value == 0 ? sign(value) + "0" : sign(value) + shortest(Math.abs(value)).toPlainString();
  }

  /** A fixed number of digits after the point. */
  static String fixed(double value, int precision) {
    return sign(value)
        + new BigDecimal(Math.abs(value))
            .setScale(precision, RoundingMode.HALF_EVEN)
            .toPlainString();
  }

  /** One digit before the point, a fixed number after it, and an exponent. */
  static String scientific(double value, int precision) {
    if (value == 0) {
      String zeros = "0".repeat(precision + 1);
      return sign(value) + scientific(zeros, 0);
    }
    BigDecimal rounded =
        new BigDecimal(Math.abs(value))
            .round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    String digits = rounded.unscaledValue().toString();
    String padded = digits + "0".repeat(Math.max(0, precision + 1 - digits.length()));
    return sign(value) + scientific(padded, exponent);
  }

  private static String scientific(String digits, int exponent) {
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    String power = String.format(Locale.ROOT, "%02d", Math.abs(exponent));
    return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + power;
  }

  private static String sign(double value) {
    boolean negative = (Double.doubleToRawLongBits(value) & Long.MIN_VALUE) != 0;
    return negative && !Double.isNaN(value) ? "-" : "";
  }

  /** The fewest digits that still read back as the value; {@code Double.toString} may give more. */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    BigDecimal best = new BigDecimal(Double.toString(value));
    for (int digits = Math.min(best.precision(), MOST_DIGITS); digits > 0; digits--) {
      BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      // A power of two has more room above than below, so what is not nearest may still do.
      BigDecimal above = exact.round(new MathContext(digits, RoundingMode.CEILING));
      if (nearest.doubleValue() == value) {
        best = nearest;
      } else if (above.doubleValue() == value) {
        best = above;
      } else {
        break;
      }
    }
    return best.stripTrailingZeros();
  }
}
