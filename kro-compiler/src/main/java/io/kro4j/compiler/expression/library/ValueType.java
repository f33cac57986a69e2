package io.kro4j.compiler.expression.library;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.common.types.TypeType;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A CEL type with the Java class of its values: the first is what the checker compares, the second
 * what chooses an overload when an expression runs.
 *
 * <p>Values are never null: CEL's null is {@link NullValue#NULL_VALUE}.
 *
 * @param type the static type
 * @param valueClass the class every value of it has
 */
public record ValueType(CelType type, Class<?> valueClass) {
  /** Anything. */
  public static final ValueType DYN = new ValueType(SimpleType.DYN, Object.class);

  /** {@code Boolean}. */
  public static final ValueType BOOL = new ValueType(SimpleType.BOOL, Boolean.class);

  /** {@code Long}. */
  public static final ValueType INT = new ValueType(SimpleType.INT, Long.class);

  /** Guava's {@code UnsignedLong}. */
  public static final ValueType UINT = new ValueType(SimpleType.UINT, UnsignedLong.class);

  /** {@code Double}. */
  public static final ValueType DOUBLE = new ValueType(SimpleType.DOUBLE, Double.class);

  /** {@code String}; CEL counts its code points. */
  public static final ValueType STRING = new ValueType(SimpleType.STRING, String.class);

  /** cel-java's {@code CelByteString}. */
  public static final ValueType BYTES = new ValueType(SimpleType.BYTES, CelByteString.class);

  /** {@code java.time.Duration}. */
  public static final ValueType DURATION = new ValueType(SimpleType.DURATION, Duration.class);

  /** {@code java.time.Instant}. */
  public static final ValueType TIMESTAMP = new ValueType(SimpleType.TIMESTAMP, Instant.class);

  /** {@link NullValue#NULL_VALUE}. */
  public static final ValueType NULL = new ValueType(SimpleType.NULL_TYPE, NullValue.class);

  /** A type as a value, as {@code type(x)} gives it. */
  public static final ValueType TYPE =
      new ValueType(TypeType.create(SimpleType.DYN), TypeType.class);

  /** A list of anything. */
  public static final ValueType LIST = listOf(DYN);

  /** A map of anything to anything. */
  public static final ValueType MAP = mapOf(DYN, DYN);

  /** {@code java.util.List} of the given elements. */
  public static ValueType listOf(ValueType element) {
    return new ValueType(ListType.create(element.type()), List.class);
  }

  /** {@code java.util.Map}. */
  public static ValueType mapOf(ValueType key, ValueType value) {
    return new ValueType(MapType.create(key.type(), value.type()), Map.class);
  }

  /** {@code java.util.Optional}. */
  public static ValueType optionalOf(ValueType value) {
    return new ValueType(OptionalType.create(value.type()), Optional.class);
  }

  /** A type parameter: the same type wherever the overload names it. */
  public static ValueType parameter(String name) {
    return new ValueType(TypeParamType.create(name), Object.class);
  }

  /** A type of a library's own, compared by name; its values are {@link LibraryValue}s. */
  public static ValueType opaque(String name, Class<? extends LibraryValue> valueClass) {
    return new ValueType(OpaqueType.create(name), valueClass);
  }
}
