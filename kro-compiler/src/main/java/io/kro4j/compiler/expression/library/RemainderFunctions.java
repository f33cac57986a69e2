package io.kro4j.compiler.expression.library;

import static io.kro4j.compiler.expression.library.Overload.global;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.exceptions.CelDivideByZeroException;
import java.util.List;

/** {@code %}. */
final class RemainderFunctions implements FunctionLibrary {
  @Override
  public List<Overload> overloads() {
    return List.of(
        global(
            "_%_",
            "modulo_int64",
            List.of(ValueType.INT, ValueType.INT),
            ValueType.INT,
            a -> remainder((Long) a[0], (Long) a[1])),
        global(
            "_%_",
            "modulo_uint64",
            List.of(ValueType.UINT, ValueType.UINT),
            ValueType.UINT,
            a -> remainder((UnsignedLong) a[0], (UnsignedLong) a[1])));
  }

  /** As upstream, the least int has no remainder by -1, since it has no quotient. */
  private static Object remainder(Long left, Long right) {
    if (right == 0) {
      throw new CelDivideByZeroException();
    }
    if (left == Long.MIN_VALUE && right == -1) {
      throw FunctionFailure.overflow("the result does not fit an int");
    }
    return left % right;
  }

  private static Object remainder(UnsignedLong left, UnsignedLong right) {
    if (right.equals(UnsignedLong.ZERO)) {
      throw new CelDivideByZeroException();
    }
    return left.mod(right);
  }
}
