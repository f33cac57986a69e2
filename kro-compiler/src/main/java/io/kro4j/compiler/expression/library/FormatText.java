package io.kro4j.compiler.expression.library;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.types.CelType;
import dev.cel.common.types.TypeType;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The text of any value, as {@code %s} shows it. */
final class FormatText {
  private final StringBuilder text = new StringBuilder();

  private FormatText() {}

  /**
   * The text of a value.
   *
   * @throws FunctionFailure if it or something in it has none
   */
  static String of(Object value) {
    FormatText formatted = new FormatText();
    formatted.append(value);
    return formatted.text.toString();
  }

  private void append(Object value) {
    if (value instanceof List<?> list) {
      append(list);
    } else if (value instanceof Map<?, ?> map) {
      append(map);
    } else {
      text.append(scalar(value));
    }
    OutputLimit.checkText(text.length());
  }

  private void append(List<?> list) {
    text.append('[');
    for (int i = 0; i < list.size(); i++) {
      text.append(i == 0 ? "" : ", ");
      append(list.get(i));
    }
    text.append(']');
  }

  private void append(Map<?, ?> map) {
    List<Map.Entry<String, String>> entries = new ArrayList<>();
    map.forEach((key, value) -> entries.add(Map.entry(of(key), of(value))));
    entries.sort(Map.Entry.comparingByKey(Comparator.comparing(s -> s, Ordering::compare)));
    text.append('{');
    for (int i = 0; i < entries.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(entries.get(i).getKey());
      text.append(": ").append(entries.get(i).getValue());
    }
    text.append('}');
  }

  private static String scalar(Object value) {
    if (value instanceof String
        || value instanceof Boolean
        || value instanceof Long
        || value instanceof UnsignedLong) {
      return value.toString();
    }
    if (value instanceof Double number) {
      return real(number);
    }
    if (value instanceof CelByteString bytes) {
      return bytes.toStringUtf8();
    }
    if (value instanceof Duration duration) {
      return GoDurations.format(duration);
    }
    if (value instanceof Instant time) {
      return Timestamps.format(time);
    }
    if (value instanceof NullValue) {
      return "null";
    }
    if (value instanceof TypeType type) {
      return name(type.type());
    }
    throw FunctionFailure.invalid("format() cannot show such a value");
  }

  private static String name(CelType type) {
    return type.name();
  }

  private static String real(double number) {
    if (Double.isInfinite(number)) {
      return number > 0 ? "Infinity" : "-Infinity";
    }
    return Double.isNaN(number) ? "NaN" : GoNumbers.plain(number);
  }
}
