package io.kro4j.compiler.expression.kubernetes;

import com.google.errorprone.annotations.Immutable;
import io.kro4j.compiler.expression.library.FunctionFailure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalLong;

/**
 * The number of a quantity.
 *
 * <p>There are two forms because expressions can tell them apart: only a {@link Small} number is
 * ever an integer to {@code isInteger()} and {@code asInteger()}, whatever its value.
 */
@Immutable
sealed interface QuantityAmount {
  /**
   * More digits than this are an error. Kubernetes has no limit and would not come to an end with
   * {@code 1e2000000000} plus one.
   */
  int MAX_DIGITS = 10_000;

  /** The digits before the exponent is applied. */
  BigInteger unscaled();

  /** The power of ten that {@link #unscaled} is multiplied by. */
  int exponent();

  /** The number as a long, or empty when it is not an integer to Kubernetes. */
  OptionalLong asLong();

  /** The number itself. */
  default BigDecimal decimal() {
    return new BigDecimal(unscaled(), -exponent());
  }

  /**
   * This number plus {@code other}.
   *
   * @throws FunctionFailure when the sum has more than {@link #MAX_DIGITS} digits
   */
  default QuantityAmount plus(QuantityAmount other) {
    BigDecimal left = decimal();
    BigDecimal right = other.decimal();
    long high =
        Math.max((long) left.precision() - left.scale(), (long) right.precision() - right.scale());
    if (high + Math.max(left.scale(), right.scale()) > MAX_DIGITS) {
      throw FunctionFailure.overflow("a quantity with more than 10000 digits");
    }
    return new Large(left.add(right));
  }

  /** This number with the other sign. */
  QuantityAmount negated();

  /**
   * A number whose digits fit a long.
   *
   * @param digits the digits
   * @param exponent the power of ten they are multiplied by
   */
  record Small(long digits, int exponent) implements QuantityAmount {
    @Override
    public BigInteger unscaled() {
      return BigInteger.valueOf(digits);
    }

    @Override
    public OptionalLong asLong() {
      return exponent < 0 ? OptionalLong.empty() : raised(digits, exponent);
    }

    @Override
    public QuantityAmount plus(QuantityAmount other) {
      if (!(other instanceof Small small)) {
        return QuantityAmount.super.plus(other);
      }
      if (small.digits == 0) {
        return this;
      }
      if (digits == 0) {
        return small;
      }
      int common = Math.min(exponent, small.exponent);
      OptionalLong left = raised(digits, (long) exponent - common);
      OptionalLong right = raised(small.digits, (long) small.exponent - common);
      if (left.isEmpty() || right.isEmpty()) {
        return QuantityAmount.super.plus(other);
      }
      long sum = left.getAsLong() + right.getAsLong();
      boolean overflow = ((left.getAsLong() ^ sum) & (right.getAsLong() ^ sum)) < 0;
      return overflow ? QuantityAmount.super.plus(other) : new Small(sum, common);
    }

    /** The least long is its own negative, as in Kubernetes. */
    @Override
    public QuantityAmount negated() {
      return new Small(-digits, exponent);
    }

    private static OptionalLong raised(long digits, long exponent) {
      if (digits == 0) {
        return OptionalLong.of(0);
      }
      // 10^19 is more than a long holds.
      if (exponent > 18) {
        return OptionalLong.empty();
      }
      BigInteger value = BigInteger.valueOf(digits).multiply(BigInteger.TEN.pow((int) exponent));
      return value.bitLength() < Long.SIZE
          ? OptionalLong.of(value.longValue())
          : OptionalLong.empty();
    }
  }

  /**
   * A number of any size.
   *
   * @param decimal the number, with the scale it was computed with
   */
  record Large(BigDecimal decimal) implements QuantityAmount {
    @Override
    public BigInteger unscaled() {
      return decimal.unscaledValue();
    }

    @Override
    public int exponent() {
      return -decimal.scale();
    }

    @Override
    public OptionalLong asLong() {
      return OptionalLong.empty();
    }

    @Override
    public QuantityAmount negated() {
      return new Large(decimal.negate());
    }
  }
}
