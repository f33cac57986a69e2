package io.kro4j.compiler.admission;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain JSON that may be changed. */
final class JsonValues {
  private static final double SMALLEST_LONG = Long.MIN_VALUE;
  private static final double BEYOND_LONG = -SMALLEST_LONG;

  private JsonValues() {}

  /**
   * A copy with numbers as an API server reads them: one without a fraction is an integer if it
   * fits, a larger one is not.
   */
  static @Nullable Object copy(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      object.forEach((name, field) -> copy.put((String) name, copy(field)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(copy(item)));
      return copy;
    }
    if (value instanceof Double number && number == Math.rint(number) && fits(number)) {
      return number.longValue();
    }
    return value instanceof BigInteger large ? (Object) large.doubleValue() : value;
  }

  private static boolean fits(double number) {
    return number >= SMALLEST_LONG && number < BEYOND_LONG;
  }

  @SuppressWarnings("unchecked") // JSON has no other keys.
  static Map<String, @Nullable Object> object(Object value) {
    return (Map<String, @Nullable Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<@Nullable Object> list(Object value) {
    return (List<@Nullable Object>) value;
  }
}
