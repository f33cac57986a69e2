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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The values and types of the specification's tests, from their JSON. */
final class SpecValues {
  private static final Map<String, CelType> TYPES =
      Map.ofEntries(
          Map.entry("BOOL", SimpleType.BOOL),
          Map.entry("INT64", SimpleType.INT),
          Map.entry("UINT64", SimpleType.UINT),
          Map.entry("DOUBLE", SimpleType.DOUBLE),
          Map.entry("STRING", SimpleType.STRING),
          Map.entry("BYTES", SimpleType.BYTES),
          Map.entry("TIMESTAMP", SimpleType.TIMESTAMP),
          Map.entry("DURATION", SimpleType.DURATION),
          Map.entry("ANY", SimpleType.ANY),
          Map.entry("google.protobuf.Timestamp", SimpleType.TIMESTAMP),
          Map.entry("google.protobuf.Duration", SimpleType.DURATION),
          Map.entry("int", SimpleType.INT),
          Map.entry("uint", SimpleType.UINT),
          Map.entry("bool", SimpleType.BOOL),
          Map.entry("double", SimpleType.DOUBLE),
          Map.entry("string", SimpleType.STRING),
          Map.entry("bytes", SimpleType.BYTES),
          Map.entry("null_type", SimpleType.NULL_TYPE),
          Map.entry("list", ListType.create(SimpleType.DYN)),
          Map.entry("map", MapType.create(SimpleType.DYN, SimpleType.DYN)),
          Map.entry("type", TypeType.create(SimpleType.DYN)),
          Map.entry("optional_type", OptionalType.create(SimpleType.DYN)));

  private SpecValues() {}

  /** A value; one that only protocol buffers have is not supported. */
  static Object value(Map<?, ?> json) {
    Map.Entry<?, ?> only = json.entrySet().iterator().next();
    Object value = only.getValue();
    return switch ((String) only.getKey()) {
      case "boolValue", "stringValue" -> value;
      case "int64Value" -> Long.valueOf((String) value);
      case "uint64Value" -> UnsignedLong.valueOf((String) value);
      case "doubleValue" -> real(value);
      case "bytesValue" -> CelByteString.of(Base64.getDecoder().decode((String) value));
      case "nullValue" -> NullValue.NULL_VALUE;
      case "listValue" -> list((Map<?, ?>) value);
      case "mapValue" -> map((Map<?, ?>) value);
      case "typeValue" -> TypeType.create(named((String) value));
      case "objectValue" -> message((Map<?, ?>) value);
      default -> throw new UnsupportedOperationException(json.toString());
    };
  }

  private static Object real(Object value) {
    if (value instanceof Double) {
      return value;
    }
    return switch ((String) value) {
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> Double.NaN;
    };
  }

  private static List<Object> list(Map<?, ?> json) {
    List<Object> list = new ArrayList<>();
    for (Object element : items(json, "values")) {
      list.add(value((Map<?, ?>) element));
    }
    return list;
  }

  private static Map<Object, Object> map(Map<?, ?> json) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (Object entry : items(json, "entries")) {
      Map<?, ?> fields = (Map<?, ?>) entry;
      map.put(value((Map<?, ?>) fields.get("key")), value((Map<?, ?>) fields.get("value")));
    }
    return map;
  }

  private static Object message(Map<?, ?> json) {
    String value = Objects.toString(json.get("value"));
    return switch ((String) json.get("@type")) {
      case "type.googleapis.com/google.protobuf.Timestamp" -> Instant.parse(value);
      case "type.googleapis.com/google.protobuf.Duration" ->
          Objects.requireNonNull(GoDurations.parse(value));
      default -> throw new UnsupportedOperationException(json.toString());
    };
  }

  /** The elements of a field, none if it is not there. */
  static List<?> items(Map<?, ?> json, String field) {
    return json.get(field) instanceof List<?> list ? list : List.of();
  }

  private static CelType named(String name) {
    CelType type = TYPES.get(name);
    return type == null ? OpaqueType.create(name) : type;
  }

  /** A type. */
  static CelType type(Map<?, ?> json) {
    Map.Entry<?, ?> only = json.entrySet().iterator().next();
    Object value = only.getValue();
    return switch ((String) only.getKey()) {
      case "primitive", "wellKnown", "messageType" -> named((String) value);
      case "dyn" -> SimpleType.DYN;
      case "null" -> SimpleType.NULL_TYPE;
      case "typeParam" -> TypeParamType.create((String) value);
      case "type" -> TypeType.create(inner(value));
      case "listType" -> ListType.create(inner(((Map<?, ?>) value).get("elemType")));
      case "mapType" ->
          MapType.create(
              inner(((Map<?, ?>) value).get("keyType")),
              inner(((Map<?, ?>) value).get("valueType")));
      case "abstractType" -> OptionalType.create(parameter((Map<?, ?>) value));
      default -> throw new UnsupportedOperationException(json.toString());
    };
  }

  private static CelType parameter(Map<?, ?> abstractType) {
    return inner(items(abstractType, "parameterTypes").get(0));
  }

  private static CelType inner(Object json) {
    return json instanceof Map<?, ?> type && !type.isEmpty() ? type(type) : SimpleType.DYN;
  }
}
