package io.kro4j.compiler.expression.kubernetes;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Writes a quantity without a fraction and with the largest suffix that loses nothing. */
final class QuantityWriter {
  private static final BigInteger KIBI = BigInteger.valueOf(1024);
  private static final BigDecimal ONE_KIBI = new BigDecimal(KIBI);

  private QuantityWriter() {}

  /**
   * The canonical text: {@code 1.5Gi} becomes {@code 1536Mi}, {@code 1.5} becomes {@code 1500m}.
   */
  static String write(Quantity quantity) {
    if (quantity.sign() == 0) {
      return "0";
    }
    return switch (quantity.format()) {
      case BINARY_SI ->
          isBinary(quantity) ? binary(quantity) : decimal(quantity, QuantityFormat.DECIMAL_SI);
      case DECIMAL_SI, DECIMAL_EXPONENT -> decimal(quantity, quantity.format());
    };
  }

  /** Numbers under 1024 and fractions would have to be rounded. */
  private static boolean isBinary(Quantity quantity) {
    BigDecimal value = quantity.amount().decimal();
    return value.abs().compareTo(ONE_KIBI) >= 0 && value.stripTrailingZeros().scale() <= 0;
  }

  private static String binary(Quantity quantity) {
    BigInteger number = quantity.amount().decimal().toBigIntegerExact();
    int exponent = 0;
    while (number.mod(KIBI).signum() == 0) {
      number = number.divide(KIBI);
      exponent += 10;
    }
    return number + new QuantitySuffix(exponent, QuantityFormat.BINARY_SI).text();
  }

  private static String decimal(Quantity quantity, QuantityFormat format) {
    BigDecimal number = quantity.amount().decimal().stripTrailingZeros();
    int exponent = -number.scale();
    int multipleOfThree = exponent - Math.floorMod(exponent, 3);
    BigInteger digits =
        number.unscaledValue().multiply(BigInteger.TEN.pow(exponent - multipleOfThree));
    return digits + new QuantitySuffix(multipleOfThree, format).text();
  }
}
