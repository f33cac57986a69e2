package io.kro4j.compiler.expression.library;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.types.TypeType;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values as the tables of the tests write them, with their types. */
final class Shown {
  private Shown() {}

  static String of(Object value) {
    if (value instanceof Boolean || value instanceof Long) {
      return value.toString();
    }
    if (value instanceof UnsignedLong) {
      return value + "u";
    }
    if (value instanceof Double number) {
      return "double(" + GoNumbers.general(number) + ")";
    }
    if (value instanceof String text) {
      return quoted(text);
    }
    if (value instanceof CelByteString bytes) {
      return "bytes(" + HexFormat.of().formatHex(bytes.toByteArray()) + ")";
    }
    if (value instanceof NullValue) {
      return "null";
    }
    if (value instanceof Duration duration) {
      return "duration(" + GoDurations.nanos(duration) + ")";
    }
    if (value instanceof Instant time) {
      return "timestamp(" + Timestamps.format(time) + ")";
    }
    return ofCompound(value);
  }

  private static String ofCompound(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(inner -> "optional(" + of(inner) + ")").orElse("none");
    }
    if (value instanceof TypeType type) {
      return "type(" + type.containingTypeName() + ")";
    }
    if (value instanceof Condition c) {
      return String.format("condition(%s,%s,%s,%s)", c.type(), c.status(), c.reason(), c.message());
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Shown::of).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
          .sorted()
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Omit) {
      return "opaque(kro.omit {})";
    }
    return "opaque(" + value + ")";
  }

  /** A JSON string without escapes that JSON does not need. */
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '<' || c == '>' || c == '&') {
                json.appendCodePoint(c);
              } else {
                String one = JsonWriter.write(Character.toString(c), JsonScalars.KUBERNETES);
                json.append(one, 1, one.length() - 1);
              }
            });
    return json.append('"').toString();
  }
}
