package io.kro4j.compiler.expression.kubernetes;

import com.google.common.primitives.UnsignedLong;
import io.kro4j.compiler.expression.library.FunctionFailure;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;

/** The sum of a list's elements, all of one type. */
final class ListSum {
  private ListSum() {}

  /**
   * Adds up.
   *
   * @param list ints, uints, doubles or durations
   * @param zero the sum of an empty list
   * @throws FunctionFailure when the sum does not fit its type, or the elements are not of one such
   *     type
   */
  static Object of(List<?> list, Object zero) {
    Object sum = list.isEmpty() ? zero : zeroLike(list.get(0));
    for (Object element : list) {
      try {
        sum = add(sum, element);
      } catch (ArithmeticException overflow) {
        throw FunctionFailure.overflow("the sum is out of range");
      }
    }
    return sum;
  }

  /** A list whose type is not known gives no hint which overload to choose but its elements. */
  private static Object zeroLike(Object element) {
    if (element instanceof UnsignedLong) {
      return UnsignedLong.ZERO;
    }
    if (element instanceof Double) {
      return 0.0;
    }
    return element instanceof Duration ? Duration.ZERO : 0L;
  }

  private static Object add(Object sum, Object element) {
    if (sum instanceof Long a && element instanceof Long b) {
      return Math.addExact(a, b);
    }
    if (sum instanceof UnsignedLong a && element instanceof UnsignedLong b) {
      BigInteger result = a.bigIntegerValue().add(b.bigIntegerValue());
      if (result.bitLength() > Long.SIZE) {
        throw new ArithmeticException();
      }
      return UnsignedLong.valueOf(result);
    }
    if (sum instanceof Double a && element instanceof Double b) {
      return a + b;
    }
    if (sum instanceof Duration a && element instanceof Duration b) {
      // Upstream's durations are 64 bits of nanoseconds.
      return Duration.ofNanos(Math.addExact(a.toNanos(), b.toNanos()));
    }
    throw FunctionFailure.noOverload("the elements of a sum must all be numbers of one type");
  }
}
