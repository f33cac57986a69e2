package io.kro4j.compiler.expression.kubernetes;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the end of a quantity multiplies its number by: 10 or 2 to the power of {@code exponent}.
 *
 * @param exponent the exponent of 10, or of 2 for {@link QuantityFormat#BINARY_SI}
 * @param format the family the suffix belongs to
 */
record QuantitySuffix(int exponent, QuantityFormat format) {
  private static final Map<String, Integer> DECIMAL =
      Map.ofEntries(
          Map.entry("n", -9),
          Map.entry("u", -6),
          Map.entry("m", -3),
          Map.entry("", 0),
          Map.entry("k", 3),
          Map.entry("M", 6),
          Map.entry("G", 9),
          Map.entry("T", 12),
          Map.entry("P", 15),
          Map.entry("E", 18));
  private static final Map<String, Integer> BINARY =
      Map.of("Ki", 10, "Mi", 20, "Gi", 30, "Ti", 40, "Pi", 50, "Ei", 60);
  private static final Pattern EXPONENT = Pattern.compile("[eE][+-]?[0-9]+");

  /** The suffix written as {@code text}, or empty when there is none such. */
  static Optional<QuantitySuffix> of(String text) {
    Integer decimal = DECIMAL.get(text);
    if (decimal != null) {
      return Optional.of(new QuantitySuffix(decimal, QuantityFormat.DECIMAL_SI));
    }
    Integer binary = BINARY.get(text);
    if (binary != null) {
      return Optional.of(new QuantitySuffix(binary, QuantityFormat.BINARY_SI));
    }
    return exponent(text);
  }

  private static Optional<QuantitySuffix> exponent(String text) {
    if (!EXPONENT.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      // Kubernetes keeps the low 32 bits of a 64-bit number.
      int exponent = (int) Long.parseLong(text.substring(1));
      return Optional.of(new QuantitySuffix(exponent, QuantityFormat.DECIMAL_EXPONENT));
    } catch (NumberFormatException moreThan64Bits) {
      return Optional.empty();
    }
  }

  /**
   * The suffix as it is written. An exponent without a letter of its own (beyond {@code E} and
   * {@code Ei}) is written as nothing, as Kubernetes does.
   */
  String text() {
    return switch (format) {
      case DECIMAL_SI -> letter(DECIMAL);
      case BINARY_SI -> letter(BINARY);
      case DECIMAL_EXPONENT -> exponent == 0 ? "" : "e" + exponent;
    };
  }

  private String letter(Map<String, Integer> letters) {
    return letters.entrySet().stream()
        .filter(letter -> letter.getValue() == exponent)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }
}
