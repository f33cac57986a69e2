package io.kro4j.compiler.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks into plain JSON of unknown shape: what is not there, or is something else, is empty. */
public final class PlainJson {
  private PlainJson() {}

  /** The value as an object, or an empty one. Keys of JSON objects are strings. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /** The value as a list, or an empty one. */
  @SuppressWarnings("unchecked")
  public static List<Object> list(@Nullable Object value) {
    return value instanceof List<?> list ? (List<Object>) list : List.of();
  }

  /** The value as a text that is not empty. */
  public static Optional<String> text(@Nullable Object value) {
    return value instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
  }

  /** The value at the end of a path of field names, or null. */
  public static @Nullable Object at(
      Map<String, ? extends @Nullable Object> object, String... path) {
    Object value = object;
    for (String step : path) {
      value = object(value).get(step);
    }
    return value;
  }
}
