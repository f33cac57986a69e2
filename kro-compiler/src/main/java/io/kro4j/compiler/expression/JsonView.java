package io.kro4j.compiler.expression;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one evaluation as CEL sees them: views of the JSON that copy nothing and convert a
 * value when it is read.
 */
final class JsonView {
  private final boolean typed;

  /** The paths of what was looked for in vain, by the name that a message will tell of. */
  private final Map<String, String> missing = new LinkedHashMap<>();

  /**
   * A view.
   *
   * @param typed whether objects are read by their schemas: then a property that is null is absent
   */
  JsonView(boolean typed) {
    this.typed = typed;
  }

  boolean isTyped() {
    return typed;
  }

  /** Notes what is missing and gives the message that tells of it. */
  String noteMissing(Trail trail) {
    String path = trail.toString();
    missing.put(path, path);
    return "`" + path + "` is not there";
  }

  /** Notes what is missing where CEL will make the message; it names the key. */
  void noteMissing(String key, Trail trail) {
    missing.put(key, trail.toString());
  }

  /** Notes a variable that is not there; CEL asks for the names of types in the same way. */
  void noteMissingVariable(String name) {
    missing.put(name, name);
  }

  /** The longest path that a message tells of; the message itself if none was noted. */
  String missingPath(String message) {
    return missing.entrySet().stream()
        .filter(noted -> message.contains(noted.getKey()))
        .map(Map.Entry::getValue)
        .max(Comparator.comparingInt(String::length))
        .orElse(message);
  }

  /**
   * A value of CEL for a value of JSON.
   *
   * @throws io.kro4j.compiler.expression.library.FunctionFailure if it cannot be converted
   */
  Object of(@Nullable Object json, ConversionTree conversions, Trail trail) {
    if (json == null) {
      return NullValue.NULL_VALUE;
    }
    Conversion.Kind kind = conversions.kind();
    if (kind != null) {
      return ConvertedValues.convert(kind, json, trail);
    }
    if (json instanceof Map<?, ?> map) {
      return new ObjectView(this, strings(map), conversions, trail);
    }
    if (json instanceof List<?> list) {
      return new ListView(this, list, conversions, trail);
    }
    return json instanceof Number number ? number(number) : json;
  }

  private static Object number(Number number) {
    if (number instanceof Long || number instanceof Double || number instanceof UnsignedLong) {
      return number;
    }
    boolean fractional =
        number instanceof Float || number instanceof BigDecimal || number instanceof BigInteger;
    return fractional ? (Object) number.doubleValue() : (Object) number.longValue();
  }

  @SuppressWarnings("unchecked") // JSON has no other keys.
  private static Map<String, @Nullable Object> strings(Map<?, ?> map) {
    return (Map<String, @Nullable Object>) map;
  }
}
