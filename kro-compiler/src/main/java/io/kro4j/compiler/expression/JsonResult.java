package io.kro4j.compiler.expression;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.types.TypeType;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import io.kro4j.compiler.expression.library.Condition;
import io.kro4j.compiler.expression.library.FunctionFailure;
import io.kro4j.compiler.expression.library.GoDurations;
import io.kro4j.compiler.expression.library.Omit;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of CEL as the JSON that goes into a resource or a status. */
final class JsonResult {
  private static final Instant GO_ZERO_TIME = Instant.parse("0001-01-01T00:00:00Z");

  private JsonResult() {}

  /**
   * The JSON of a value.
   *
   * @return plain JSON
   * @throws FunctionFailure if the value has no JSON
   */
  static @Nullable Object of(Object value) {
    if (value instanceof NullValue || GO_ZERO_TIME.equals(value)) {
      return null;
    }
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? of(optional.get()) : null;
    }
    if (value instanceof ObjectView object) {
      return object.json();
    }
    if (value instanceof List<?> list) {
      return list(list);
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    return value instanceof Condition condition ? condition(condition) : scalar(value);
  }

  private static Object scalar(Object value) {
    if (value instanceof String || value instanceof Boolean || value instanceof Long) {
      return value;
    }
    if (value instanceof Double number) {
      return number(number);
    }
    if (value instanceof UnsignedLong number) {
      return unsigned(number);
    }
    if (value instanceof Duration duration) {
      return GoDurations.clock(duration);
    }
    if (value instanceof Instant time) {
      return DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS));
    }
    throw unsupported(value);
  }

  private static List<@Nullable Object> list(List<?> list) {
    List<@Nullable Object> items = new ArrayList<>(list.size());
    for (Object item : list) {
      if (!isOmitted(item)) {
        items.add(of(item));
      }
    }
    return Collections.unmodifiableList(items);
  }

  private static Map<String, @Nullable Object> map(Map<?, ?> map) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String key)) {
        throw FunctionFailure.invalid(
            "an object has text as its keys, not `" + entry.getKey() + "`");
      }
      if (!isOmitted(entry.getValue())) {
        fields.put(key, of(entry.getValue()));
      }
    }
    return Collections.unmodifiableMap(fields);
  }

  /** Whether the value is {@code omit()}: a field that is to be left out. */
  static boolean isOmitted(Object value) {
    return value instanceof Omit;
  }

  private static Map<String, Object> condition(Condition condition) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", condition.type());
    fields.put("status", condition.status());
    fields.put("reason", condition.reason());
    fields.put("message", condition.message());
    return Collections.unmodifiableMap(fields);
  }

  /** A whole number is written without a fraction, as Go does. */
  private static Object number(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw FunctionFailure.invalid("JSON has only finite numbers, not `" + number + "`");
    }
    boolean whole = number == Math.rint(number) && Math.abs(number) < Long.MAX_VALUE;
    return whole ? (Object) (long) number : (Object) number;
  }

  private static Object unsigned(UnsignedLong number) {
    if (number.bigIntegerValue().bitLength() > 63) {
      throw FunctionFailure.overflow(
          "the uint value " + number + " does not fit an int; convert it, as in `string(...)`");
    }
    return number.longValue();
  }

  private static FunctionFailure unsupported(Object value) {
    if (value instanceof CelByteString) {
      return FunctionFailure.invalid(
          "bytes cannot be the value of a field; encode them, as in `base64.encode(...)`");
    }
    String type = value instanceof TypeType ? "a type" : value.getClass().getSimpleName();
    return FunctionFailure.invalid(type + " cannot be the value of a field");
  }
}
