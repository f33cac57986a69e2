package io.kro4j.compiler.json;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one text of a JSON value: no blanks, keys sorted by UTF-16 units, numbers and strings as RFC
 * 8785 writes them. Values that only differ in the order of keys, or in what an API server does not
 * keep ({@code 1.0} and {@code 1}), have the same text; so digests are taken over it.
 */
public final class CanonicalJson {
  private CanonicalJson() {}

  /**
   * The canonical text.
   *
   * @param value plain JSON
   * @throws IllegalArgumentException if a value is not plain JSON
   */
  public static String write(@Nullable Object value) {
    return new JsonWriter(CanonicalJson::sorted, JsonNumbers::canonical, CanonicalJson::quote)
        .write(value);
  }

  private static Map<?, ?> sorted(Map<?, ?> map) {
    return new TreeMap<>(map);
  }

  private static String quote(String text) {
    return JsonStrings.quote(text, CanonicalJson::isHalf);
  }

  /** A surrogate without its partner has no UTF-8 bytes: two different ones must not collide. */
  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
