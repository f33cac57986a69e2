package io.kro4j.compiler.expression.library;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.CelByteString;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code int(x)}, {@code string(x)} and the others, with the texts that Go reads and writes. */
final class ConversionFunctions implements FunctionLibrary {
  private static final Map<String, Boolean> BOOLS =
      Map.ofEntries(
          Map.entry("1", true),
          Map.entry("t", true),
          Map.entry("T", true),
          Map.entry("true", true),
          Map.entry("TRUE", true),
          Map.entry("True", true),
          Map.entry("0", false),
          Map.entry("f", false),
          Map.entry("F", false),
          Map.entry("false", false),
          Map.entry("FALSE", false),
          Map.entry("False", false));

  private final List<Overload> overloads = new ArrayList<>();

  ConversionFunctions() {
    toBoolAndBytes();
    toInt();
    toUint();
    toDouble();
    toText();
    toTime();
  }

  @Override
  public List<Overload> overloads() {
    return List.copyOf(overloads);
  }

  private void toBoolAndBytes() {
    add("bool", "bool_to_bool", ValueType.BOOL, ValueType.BOOL, Boolean.class, x -> x);
    fromText("bool", "string_to_bool", ValueType.BOOL, BOOLS::get);
    add("bytes", "bytes_to_bytes", ValueType.BYTES, ValueType.BYTES, CelByteString.class, x -> x);
    fromText("bytes", "string_to_bytes", ValueType.BYTES, CelByteString::copyFromUtf8);
  }

  private void toInt() {
    ValueType to = ValueType.INT;
    add("int", "int64_to_int64", ValueType.INT, to, Long.class, x -> x);
    add("int", "uint64_to_int64", ValueType.UINT, to, UnsignedLong.class, x -> toLong(x));
    add("int", "double_to_int64", ValueType.DOUBLE, to, Double.class, x -> toLong(x));
    add("int", "duration_to_int64", ValueType.DURATION, to, Duration.class, GoDurations::nanos);
    add(
        "int",
        "timestamp_to_int64",
        ValueType.TIMESTAMP,
        to,
        Instant.class,
        Instant::getEpochSecond);
    fromText("int", "string_to_int64", to, GoNumbers::parseInt);
  }

  private void toUint() {
    ValueType to = ValueType.UINT;
    add("uint", "uint64_to_uint64", ValueType.UINT, to, UnsignedLong.class, x -> x);
    add("uint", "int64_to_uint64", ValueType.INT, to, Long.class, x -> toUnsigned(x));
    add("uint", "double_to_uint64", ValueType.DOUBLE, to, Double.class, x -> toUnsigned(x));
    fromText("uint", "string_to_uint64", to, GoNumbers::parseUint);
  }

  private void toDouble() {
    ValueType to = ValueType.DOUBLE;
    add("double", "double_to_double", ValueType.DOUBLE, to, Double.class, x -> x);
    add("double", "int64_to_double", ValueType.INT, to, Long.class, Long::doubleValue);
    add("double", "uint64_to_double", ValueType.UINT, to, UnsignedLong.class, x -> x.doubleValue());
    fromText("double", "string_to_double", to, GoNumbers::parseDouble);
  }

  private void toText() {
    ValueType to = ValueType.STRING;
    add("string", "string_to_string", ValueType.STRING, to, String.class, x -> x);
    add("string", "bool_to_string", ValueType.BOOL, to, Boolean.class, x -> x.toString());
    add("string", "int64_to_string", ValueType.INT, to, Long.class, x -> x.toString());
    add("string", "uint64_to_string", ValueType.UINT, to, UnsignedLong.class, x -> x.toString());
    add("string", "double_to_string", ValueType.DOUBLE, to, Double.class, GoNumbers::general);
    add("string", "bytes_to_string", ValueType.BYTES, to, CelByteString.class, x -> decode(x));
    add(
        "string",
        "duration_to_string",
        ValueType.DURATION,
        to,
        Duration.class,
        GoDurations::format);
    add(
        "string",
        "timestamp_to_string",
        ValueType.TIMESTAMP,
        to,
        Instant.class,
        Timestamps::format);
  }

  private void toTime() {
    ValueType duration = ValueType.DURATION;
    ValueType time = ValueType.TIMESTAMP;
    add("duration", "duration_to_duration", duration, duration, Duration.class, x -> x);
    fromText("duration", "string_to_duration", duration, GoDurations::parse);
    add("timestamp", "timestamp_to_timestamp", time, time, Instant.class, x -> x);
    add("timestamp", "int64_to_timestamp", ValueType.INT, time, Long.class, Timestamps::ofSeconds);
    fromText("timestamp", "string_to_timestamp", time, Timestamps::parse);
  }

  private <T> void add(
      String function,
      String id,
      ValueType from,
      ValueType to,
      Class<T> valueClass,
      Function<T, Object> conversion) {
    overloads.add(
        Overload.global(
            function, id, List.of(from), to, a -> conversion.apply(valueClass.cast(a[0]))));
  }

  private void fromText(
      String function, String id, ValueType to, Function<String, @Nullable Object> parse) {
    add(
        function,
        id,
        ValueType.STRING,
        to,
        String.class,
        text -> {
          Object value = parse.apply(text);
          if (value == null) {
            throw FunctionFailure.invalid("`" + text + "` cannot be read as " + function);
          }
          return value;
        });
  }

  private static Long toLong(UnsignedLong value) {
    if (value.longValue() < 0) {
      throw FunctionFailure.overflow("the uint does not fit an int");
    }
    return value.longValue();
  }

  /** As upstream, the least int is out of range too. */
  private static Long toLong(Double value) {
    if (!(value > -0x1p63 && value < 0x1p63)) {
      throw FunctionFailure.overflow("the double does not fit an int");
    }
    return value.longValue();
  }

  private static UnsignedLong toUnsigned(Long value) {
    if (value < 0) {
      throw FunctionFailure.overflow("a negative int does not fit a uint");
    }
    return UnsignedLong.valueOf(value);
  }

  private static UnsignedLong toUnsigned(Double value) {
    if (!(value >= 0 && value < 0x1p64)) {
      throw FunctionFailure.overflow("the double does not fit a uint");
    }
    return UnsignedLong.valueOf(new BigDecimal(value).toBigInteger());
  }

  private static String decode(CelByteString bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw FunctionFailure.invalid("the bytes are not UTF-8 text");
    }
  }
}
