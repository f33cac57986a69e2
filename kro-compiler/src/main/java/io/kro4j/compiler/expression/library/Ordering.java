package io.kro4j.compiler.expression.library;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.CelByteString;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/** The order of CEL values: of numbers whatever their types, and of other values of one type. */
public final class Ordering {
  private Ordering() {}

  /**
   * Compares two values.
   *
   * @return negative, zero or positive
   * @throws FunctionFailure if the values have no order between them, or one is not a number
   */
  public static int compare(Object left, Object right) {
    if (isNumber(left) && isNumber(right)) {
      return compareNumbers(left, right);
    }
    if (left instanceof String a && right instanceof String b) {
      return compareCodePoints(a, b);
    }
    if (left instanceof CelByteString a && right instanceof CelByteString b) {
      return CelByteString.unsignedLexicographicalComparator().compare(a, b);
    }
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return Boolean.compare(a, b);
    }
    if (left instanceof Duration a && right instanceof Duration b) {
      return a.compareTo(b);
    }
    if (left instanceof Instant a && right instanceof Instant b) {
      return a.compareTo(b);
    }
    throw FunctionFailure.noOverload("the values have no order between them");
  }

  /** Whether two numbers have an order: neither is NaN. */
  static boolean ordered(Object left, Object right) {
    return !isNaN(left) && !isNaN(right);
  }

  /** Whether a value is an int, a uint or a double. */
  public static boolean isNumber(Object value) {
    return value instanceof Long || value instanceof UnsignedLong || value instanceof Double;
  }

  private static int compareNumbers(Object left, Object right) {
    if (left instanceof Long a && right instanceof Long b) {
      return a.compareTo(b);
    }
    if (isNaN(left) || isNaN(right)) {
      throw FunctionFailure.invalid("NaN values cannot be ordered");
    }
    if (left instanceof Double || right instanceof Double) {
      return compareDoubles(toDouble(left), toDouble(right));
    }
    return exact(left).compareTo(exact(right));
  }

  /** As upstream, an integer is rounded to a double first, and zero has no sign. */
  private static int compareDoubles(double left, double right) {
    return left < right ? -1 : left > right ? 1 : 0;
  }

  private static boolean isNaN(Object number) {
    return number instanceof Double value && value.isNaN();
  }

  private static double toDouble(Object number) {
    return ((Number) number).doubleValue();
  }

  private static BigInteger exact(Object number) {
    return number instanceof UnsignedLong value
        ? value.bigIntegerValue()
        : BigInteger.valueOf((Long) number);
  }

  /** UTF-16 sorts characters beyond the basic plane before some within it; CEL goes by UTF-8. */
  private static int compareCodePoints(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean surrogates = Character.isSurrogate(a) != Character.isSurrogate(b);
        return surrogates ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
