package io.kro4j.compiler.instance;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields of plain JSON that may not be what they should be. */
final class JsonObjects {
  private JsonObjects() {}

  /** The value as an object; null if it is none. */
  @SuppressWarnings("unchecked") // JSON has no other keys.
  static @Nullable Map<String, @Nullable Object> of(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null;
  }

  /** The object of a field; empty if it is none. */
  static Map<String, @Nullable Object> object(
      Map<String, ? extends @Nullable Object> json, String field) {
    Map<String, @Nullable Object> object = of(json.get(field));
    return object == null ? Map.of() : object;
  }

  /** The string of a field; empty if it is none. */
  static String text(Map<String, ? extends @Nullable Object> json, String field) {
    return json.get(field) instanceof String text ? text : "";
  }

  /** The {@code metadata} of an object; empty if it is none. */
  static Map<String, @Nullable Object> metadata(Map<String, ? extends @Nullable Object> json) {
    return object(json, "metadata");
  }

  /** A copy with one field set. */
  static Map<String, @Nullable Object> with(
      Map<String, ? extends @Nullable Object> json, String field, @Nullable Object value) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(json);
    copy.put(field, value);
    return copy;
  }
}
