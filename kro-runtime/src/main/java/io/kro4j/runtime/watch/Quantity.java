package io.kro4j.runtime.watch;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kubernetes' way to write amounts, such as {@code 500m}, {@code 1Gi} and {@code 2e3}. */
final class Quantity {
  private static final Pattern FORM =
      Pattern.compile(
          "([+-]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40}))"
              + "(?:[eE]([+-]?\\d{1,3})|(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?)");

  private static final Map<String, Integer> POWERS_OF_TEN =
      Map.of("n", -9, "u", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
  private static final Map<String, Integer> POWERS_OF_TWO =
      Map.of("Ki", 10, "Mi", 20, "Gi", 30, "Ti", 40, "Pi", 50, "Ei", 60);

  private Quantity() {}

  /** Whether both are quantities, and the same amount. */
  static boolean sameValue(String one, String other) {
    Optional<BigDecimal> amount = amount(one);
    Optional<BigDecimal> otherAmount = amount(other);
    return amount.isPresent()
        && otherAmount.isPresent()
        && amount.get().compareTo(otherAmount.get()) == 0;
  }

  private static Optional<BigDecimal> amount(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    String exponent = matcher.group(2);
    String suffix = matcher.group(3);
    if (exponent != null) {
      return Optional.of(number.scaleByPowerOfTen(Integer.parseInt(exponent)));
    }
    if (suffix == null) {
      return Optional.of(number);
    }
    Integer two = POWERS_OF_TWO.get(suffix);
    return Optional.of(
        two == null
            ? number.scaleByPowerOfTen(POWERS_OF_TEN.getOrDefault(suffix, 0))
            : number.multiply(BigDecimal.valueOf(2).pow(two)));
  }
}
