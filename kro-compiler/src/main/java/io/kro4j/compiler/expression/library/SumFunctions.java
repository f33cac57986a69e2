package io.kro4j.compiler.expression.library;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.CelByteString;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;

/** {@code +} and {@code -}, within the ranges that Go's types have. */
final class SumFunctions implements FunctionLibrary {
  private static final String PLUS = "_+_";
  private static final String MINUS = "_-_";
  private static final ValueType LIST = ValueType.listOf(ValueType.parameter("A"));

  @Override
  public List<Overload> overloads() {
    ValueType duration = ValueType.DURATION;
    ValueType time = ValueType.TIMESTAMP;
    return List.of(
        of(PLUS, "add_bytes", ValueType.BYTES, SumFunctions::bytes),
        of(PLUS, "add_double", ValueType.DOUBLE, (Double a, Double b) -> a + b),
        of(PLUS, "add_duration_duration", duration, SumFunctions::addDurations),
        mixed(
            PLUS,
            "add_duration_timestamp",
            duration,
            time,
            time,
            (Duration d, Instant t) -> move(t, d)),
        mixed(PLUS, "add_timestamp_duration", time, duration, time, SumFunctions::move),
        of(PLUS, "add_int64", ValueType.INT, (Long a, Long b) -> exact(() -> Math.addExact(a, b))),
        of(PLUS, "add_list", LIST, SumFunctions::lists),
        of(PLUS, "add_string", ValueType.STRING, SumFunctions::strings),
        of(PLUS, "add_uint64", ValueType.UINT, SumFunctions::addUnsigned),
        of(MINUS, "subtract_double", ValueType.DOUBLE, (Double a, Double b) -> a - b),
        of(MINUS, "subtract_duration_duration", duration, SumFunctions::subtractDurations),
        of(
            MINUS,
            "subtract_int64",
            ValueType.INT,
            (Long a, Long b) -> exact(() -> Math.subtractExact(a, b))),
        mixed(
            MINUS,
            "subtract_timestamp_duration",
            time,
            duration,
            time,
            (Instant t, Duration d) -> move(t, d.negated())),
        mixed(
            MINUS,
            "subtract_timestamp_timestamp",
            time,
            time,
            duration,
            (Instant a, Instant b) -> GoDurations.checked(Duration.between(b, a))),
        of(MINUS, "subtract_uint64", ValueType.UINT, SumFunctions::subtractUnsigned));
  }

  private static <T> Overload of(
      String function, String id, ValueType type, BiFunction<T, T, Object> body) {
    return mixed(function, id, type, type, type, body);
  }

  @SuppressWarnings("unchecked") // The types' classes choose the overload.
  private static <A, B> Overload mixed(
      String function,
      String id,
      ValueType left,
      ValueType right,
      ValueType result,
      BiFunction<A, B, Object> body) {
    return Overload.global(
        function, id, List.of(left, right), result, a -> body.apply((A) a[0], (B) a[1]));
  }

  private static Object exact(LongSupplier sum) {
    try {
      return sum.getAsLong();
    } catch (ArithmeticException e) {
      throw FunctionFailure.overflow("the result does not fit an int");
    }
  }

  private static Object addUnsigned(UnsignedLong left, UnsignedLong right) {
    BigInteger sum = left.bigIntegerValue().add(right.bigIntegerValue());
    if (sum.bitLength() > Long.SIZE) {
      throw FunctionFailure.overflow("the result does not fit a uint");
    }
    return UnsignedLong.valueOf(sum);
  }

  private static Object subtractUnsigned(UnsignedLong left, UnsignedLong right) {
    if (left.compareTo(right) < 0) {
      throw FunctionFailure.overflow("the result does not fit a uint");
    }
    return left.minus(right);
  }

  private static Object addDurations(Duration left, Duration right) {
    return GoDurations.checked(left.plus(right));
  }

  private static Object subtractDurations(Duration left, Duration right) {
    return GoDurations.checked(left.minus(right));
  }

  private static Object move(Instant time, Duration by) {
    return Timestamps.checked(time.plus(by));
  }

  private static Object strings(String left, String right) {
    OutputLimit.checkText((long) left.length() + right.length());
    return left + right;
  }

  private static Object bytes(CelByteString left, CelByteString right) {
    OutputLimit.checkText((long) left.size() + right.size());
    return left.concat(right);
  }

  private static Object lists(List<?> left, List<?> right) {
    return left instanceof SpecialList special
        ? special.plus(right)
        : ListValue.concat(left, right);
  }
}
