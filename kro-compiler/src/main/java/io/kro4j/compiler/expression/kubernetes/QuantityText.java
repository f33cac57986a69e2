package io.kro4j.compiler.expression.kubernetes;

import io.kro4j.compiler.expression.library.FunctionFailure;
import java.util.regex.Pattern;

/**
 * The parts of a quantity as written. {@code -01.50Mi} is negative, with number {@code -01.50},
 * whole {@code 1}, fraction {@code 50} and suffix {@code Mi}.
 *
 * <p>Digits may be missing altogether: Kubernetes reads {@code -} and {@code Ki} as zero.
 *
 * @param negative whether it starts with {@code -}
 * @param number sign and digits, as written
 * @param whole the digits before the point without leading zeros, {@code 0} when there are none
 * @param fraction the digits after the point
 * @param suffix the rest
 */
record QuantityText(boolean negative, String number, String whole, String fraction, String suffix) {
  private static final Pattern SUFFIX = Pattern.compile("[eEinumkKMGTP]*[-+]?[0-9]*");

  /**
   * Takes a quantity apart.
   *
   * @throws FunctionFailure when something stands where a suffix should be
   */
  static QuantityText scan(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    int wholeStart = skip(text, signed ? 1 : 0, '0', '0');
    int wholeEnd = skip(text, wholeStart, '0', '9');
    boolean point = wholeEnd < text.length() && text.charAt(wholeEnd) == '.';
    int fractionStart = point ? wholeEnd + 1 : wholeEnd;
    int numberEnd = point ? skip(text, fractionStart, '0', '9') : wholeEnd;
    String suffix = text.substring(numberEnd);
    if (!SUFFIX.matcher(suffix).matches()) {
      throw FunctionFailure.invalid(
          "`" + text + "` is not a quantity: a number and a suffix such as `m` or `Gi`");
    }
    return new QuantityText(
        text.startsWith("-"),
        text.substring(0, numberEnd),
        wholeStart == wholeEnd ? "0" : text.substring(wholeStart, wholeEnd),
        text.substring(fractionStart, numberEnd),
        suffix);
  }

  /** How many digits the number has that are not leading zeros. */
  int digits() {
    return whole.length() + fraction.length();
  }

  private static int skip(String text, int from, char low, char high) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= low && text.charAt(at) <= high) {
      at++;
    }
    return at;
  }
}
