package io.kro4j.compiler.expression.kubernetes;

import io.kro4j.compiler.expression.library.FunctionFailure;
import io.kro4j.compiler.expression.library.LibraryValue;
import io.kro4j.compiler.expression.library.ValueType;
import java.math.BigInteger;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a resource, such as {@code 1500m} or {@code 2Gi}: the values of {@code
 * k8s.io/apimachinery/pkg/api/resource}. Equal when the numbers are, however they are written.
 */
final class Quantity extends LibraryValue implements Comparable<Quantity> {
  /** The type that expressions see. */
  static final ValueType TYPE = ValueType.opaque("kubernetes.Quantity", Quantity.class);

  private final QuantityAmount amount;
  private final QuantityFormat format;
  private final @Nullable String written;

  private Quantity(QuantityAmount amount, QuantityFormat format, @Nullable String written) {
    super(TYPE.type().name());
    this.amount = amount;
    this.format = format;
    this.written = written;
  }

  /**
   * Reads a quantity.
   *
   * @throws FunctionFailure when {@code text} is none
   */
  static Quantity parse(String text) {
    return QuantityParser.parse(text);
  }

  static Quantity of(QuantityAmount amount, QuantityFormat format) {
    return new Quantity(amount, format, null);
  }

  /** A quantity read from {@code text}, which is how it will be written again. */
  static Quantity written(QuantityAmount amount, QuantityFormat format, String text) {
    return new Quantity(amount, format, text);
  }

  /** A whole number. */
  static Quantity ofInteger(long value) {
    return of(new QuantityAmount.Small(value, 0), QuantityFormat.DECIMAL_EXPONENT);
  }

  /** The sum, written in the format of this quantity, or of {@code other} when this is zero. */
  Quantity plus(Quantity other) {
    return of(amount.plus(other.amount), sign() == 0 ? other.format : format);
  }

  /** The difference, written as {@link #plus} says. */
  Quantity minus(Quantity other) {
    return of(amount.plus(other.amount.negated()), sign() == 0 ? other.format : format);
  }

  /** -1, 0 or 1. */
  int sign() {
    return amount.unscaled().signum();
  }

  /**
   * The value as a long; empty when it does not fit, and also when it was written with a fraction
   * ({@code 1.0}, {@code 1000m}) or with too many digits to be kept as a long ({@code 1Ei}).
   */
  OptionalLong asInteger() {
    return amount.asLong();
  }

  /** The value as a double: fast rather than exact, digits and power of ten rounded apart. */
  double asApproximateDouble() {
    double digits = amount.unscaled().doubleValue();
    return amount.exponent() == 0 ? digits : digits * powerOfTen(amount.exponent());
  }

  /** Rounded twice beyond 10<sup>31</sup>, as Go's {@code math.Pow10} is. */
  private static double powerOfTen(int exponent) {
    if (exponent < -323) {
      return 0;
    }
    if (exponent > 308) {
      return Double.POSITIVE_INFINITY;
    }
    int rest = exponent % 32;
    return exponent < 0
        ? Double.parseDouble("1e" + (exponent - rest)) / Double.parseDouble("1e" + -rest)
        : Double.parseDouble("1e" + (exponent - rest)) * Double.parseDouble("1e" + rest);
  }

  /** The number. */
  QuantityAmount amount() {
    return amount;
  }

  /** How the number is written. */
  QuantityFormat format() {
    return format;
  }

  @Override
  public int compareTo(Quantity other) {
    return amount.decimal().compareTo(other.amount.decimal());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Quantity that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return amount.unscaled().equals(BigInteger.ZERO)
        ? 0
        : amount.decimal().stripTrailingZeros().hashCode();
  }

  /** The canonical text, or the original one when that was as good. */
  @Override
  public String toString() {
    return written != null ? written : QuantityWriter.write(this);
  }
}
