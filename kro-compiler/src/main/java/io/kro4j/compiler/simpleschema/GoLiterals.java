package io.kro4j.compiler.simpleschema;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Numbers and booleans in the notations of Go's {@code strconv}, which upstream reads marker values
 * with.
 */
final class GoLiterals {
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern HEXADECIMAL =
      Pattern.compile("[+-]?0[xX]([0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?[0-9]+");
  private static final Pattern DECIMAL_SEPARATOR = Pattern.compile("(?<=[0-9])_(?=[0-9])");
  private static final Pattern HEXADECIMAL_SEPARATOR =
      Pattern.compile("(?<=[0-9a-fA-FxX])_(?=[0-9a-fA-F])");
  private static final Pattern INFINITY =
      Pattern.compile("[+-]?inf(inity)?", Pattern.CASE_INSENSITIVE);

  private GoLiterals() {}

  /** {@code strconv.ParseBool}. */
  static Optional<Boolean> bool(String text) {
    return switch (text) {
      case "1", "t", "T", "TRUE", "true", "True" -> Optional.of(true);
      case "0", "f", "F", "FALSE", "false", "False" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** {@code strconv.ParseInt(text, 10, 64)}. */
  static OptionalLong integer(String text) {
    if (!INTEGER.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException tooLarge) {
      return OptionalLong.empty();
    }
  }

  /** {@code strconv.ParseFloat(text, 64)}: infinities and NaN are numbers, overflow is not. */
  static OptionalDouble number(String text) {
    if (INFINITY.matcher(text).matches()) {
      boolean negative = text.startsWith("-");
      return OptionalDouble.of(negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    if (text.equalsIgnoreCase("nan")) {
      return OptionalDouble.of(Double.NaN);
    }
    String decimal = DECIMAL_SEPARATOR.matcher(text).replaceAll("");
    String hexadecimal = HEXADECIMAL_SEPARATOR.matcher(text).replaceAll("");
    if (DECIMAL.matcher(decimal).matches()) {
      return finite(decimal);
    }
    return HEXADECIMAL.matcher(hexadecimal).matches()
        ? finite(hexadecimal)
        : OptionalDouble.empty();
  }

  private static OptionalDouble finite(String number) {
    double value = Double.parseDouble(number);
    return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
