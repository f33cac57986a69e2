package io.kro4j.compiler.expression.kubernetes;

import io.kro4j.compiler.expression.library.FunctionFailure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Reads a quantity as {@code resource.ParseQuantity} does.
 *
 * <p>Short numbers stay a long and a power of ten. All others are rounded away from zero to a
 * multiple of 10<sup>-9</sup>, so that a little of something never becomes nothing, and capped at
 * 2<sup>63</sup>-1 when the suffix is binary.
 */
final class QuantityParser {
  private static final int NANO = -9;
  private static final int SMALL_DIGITS = 18;
  private static final int SMALL_BINARY_DIGITS = 14;
  private static final BigDecimal MAX_BINARY = BigDecimal.valueOf(Long.MAX_VALUE);

  private final String text;
  private final QuantityText parts;
  private final QuantitySuffix suffix;

  private QuantityParser(String text) {
    this.text = text;
    this.parts = QuantityText.scan(text);
    this.suffix =
        QuantitySuffix.of(parts.suffix())
            .orElseThrow(
                () ->
                    FunctionFailure.invalid(
                        "`" + text + "` has the unknown suffix `" + parts.suffix() + "`"));
  }

  /**
   * Reads a quantity.
   *
   * @throws FunctionFailure when {@code text} is none
   */
  static Quantity parse(String text) {
    if (text.isEmpty()) {
      throw FunctionFailure.invalid("a quantity cannot be empty");
    }
    QuantityParser parser = new QuantityParser(text);
    Quantity small = parser.small();
    return small != null ? small : parser.large();
  }

  private @Nullable Quantity small() {
    boolean binary = suffix.format() == QuantityFormat.BINARY_SI;
    int exponent = (binary ? 0 : suffix.exponent()) - parts.fraction().length();
    boolean fits = binary ? binaryFits() : parts.digits() <= SMALL_DIGITS;
    if (!fits || exponent < NANO) {
      return null;
    }
    String digits = parts.whole() + parts.fraction();
    long number = Long.parseLong(digits);
    long value = binary ? number << suffix.exponent() : number;
    boolean canonical =
        binary
            ? number % 8 != 0
            : exponent % 3 == 0 && !digits.endsWith("000") && digits.charAt(0) != '0';
    QuantityAmount amount = new QuantityAmount.Small(parts.negative() ? -value : value, exponent);
    return canonical
        ? Quantity.written(amount, suffix.format(), text)
        : Quantity.of(amount, suffix.format());
  }

  /** Whether there is room in a long: three decimal digits for each ten bits. */
  private boolean binaryFits() {
    return parts.fraction().isEmpty()
        && parts.whole().length() + suffix.exponent() * 3 / 10 <= SMALL_BINARY_DIGITS;
  }

  private Quantity large() {
    if (parts.number().chars().noneMatch(c -> c >= '0' && c <= '9')) {
      throw FunctionFailure.invalid("`" + text + "` has no digits");
    }
    BigInteger digits = new BigInteger(parts.whole() + parts.fraction());
    boolean binary = suffix.format() == QuantityFormat.BINARY_SI;
    BigDecimal size =
        binary
            ? new BigDecimal(digits.shiftLeft(suffix.exponent()), parts.fraction().length())
            : new BigDecimal(digits, parts.fraction().length() - suffix.exponent());
    BigDecimal rounded = size.signum() == 0 ? size : roundedUp(size);
    if (binary && rounded.compareTo(MAX_BINARY) > 0) {
      rounded = MAX_BINARY;
    }
    boolean fraction = rounded.signum() > 0 && rounded.compareTo(BigDecimal.ONE) < 0;
    return Quantity.of(
        new QuantityAmount.Large(parts.negative() ? rounded.negate() : rounded),
        binary && fraction ? QuantityFormat.DECIMAL_SI : suffix.format());
  }

  private BigDecimal roundedUp(BigDecimal size) {
    long wholeDigits = (long) size.precision() - size.scale();
    if (wholeDigits > QuantityAmount.MAX_DIGITS) {
      throw FunctionFailure.invalid("`" + text + "` is out of range");
    }
    // Dividing so small a number would need as many digits as its exponent says.
    return wholeDigits < NANO
        ? BigDecimal.valueOf(1, -NANO)
        : size.setScale(-NANO, RoundingMode.UP);
  }
}
