package io.kro4j.compiler.expression.library;

import com.google.common.primitives.UnsignedLong;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * CEL's {@code ==}: numbers are equal whatever their types, NaN equals nothing, lists and maps are
 * equal if their elements are.
 */
public final class Equality {
  private Equality() {}

  /**
   * Whether two values are equal.
   *
   * @throws FunctionFailure if one of them cannot be compared, or the comparison takes too long
   */
  public static boolean equal(Object left, Object right) {
    WorkBudget.current().spend(1);
    if (left instanceof Omit || right instanceof Omit) {
      throw FunctionFailure.invalid("omit() stands for no value and cannot be compared");
    }
    if (Ordering.isNumber(left) && Ordering.isNumber(right)) {
      return Ordering.ordered(left, right) && (Ordering.compare(left, right) == 0);
    }
    if (left instanceof SpecialList special && right instanceof List<?> other) {
      return special.sameAs(other);
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      return lists(a, b);
    }
    if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      return maps(a, b);
    }
    if (left instanceof Optional<?> a && right instanceof Optional<?> b) {
      return optionals(a, b);
    }
    return left.equals(right);
  }

  private static boolean optionals(Optional<?> left, Optional<?> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return left.isEmpty() == right.isEmpty();
    }
    return equal(left.get(), right.get());
  }

  private static boolean lists(List<?> left, List<?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!equal(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean maps(Map<?, ?> left, Map<?, ?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : left.entrySet()) {
      Object other = find(right, entry.getKey());
      if (other == null || !equal(entry.getValue(), other)) {
        return false;
      }
    }
    return true;
  }

  /** The value of a key in a map; a number finds an equal key of another number type. */
  public static @Nullable Object find(Map<?, ?> map, Object key) {
    Object value = map.get(key);
    if (value != null || !Ordering.isNumber(key)) {
      return value;
    }
    Long whole = wholeNumber(key);
    if (whole != null && map.get(whole) != null) {
      return map.get(whole);
    }
    UnsignedLong unsigned = unsignedNumber(key);
    return unsigned == null ? null : map.get(unsigned);
  }

  /** The int equal to a number, if there is one. */
  static @Nullable Long wholeNumber(Object number) {
    if (number instanceof Double value) {
      boolean fits = value == Math.rint(value) && value > -0x1p63 && value < 0x1p63;
      return fits ? (Long) value.longValue() : null;
    }
    if (number instanceof UnsignedLong value) {
      return value.longValue() >= 0 ? (Long) value.longValue() : null;
    }
    return (Long) number;
  }

  private static @Nullable UnsignedLong unsignedNumber(Object number) {
    if (number instanceof Double value) {
      boolean fits = value == Math.rint(value) && value >= 0 && value < 0x1p64;
      return fits ? UnsignedLong.valueOf(new BigDecimal(value).toBigInteger()) : null;
    }
    if (number instanceof Long value) {
      return value >= 0 ? UnsignedLong.valueOf(value) : null;
    }
    return (UnsignedLong) number;
  }
}
