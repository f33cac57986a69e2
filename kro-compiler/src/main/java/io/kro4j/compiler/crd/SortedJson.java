package io.kro4j.compiler.crd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON with the keys of every object in order, and lists as they are. */
final class SortedJson {
  private SortedJson() {}

  /** A sorted copy that cannot be changed. */
  static Map<String, Object> object(Map<?, ?> object) {
    Map<String, @Nullable Object> sorted = new TreeMap<>();
    object.forEach((key, value) -> sorted.put(String.valueOf(key), value(value)));
    return Collections.unmodifiableMap(new LinkedHashMap<>(sorted));
  }

  private static @Nullable Object value(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return object(object);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.forEach(item -> items.add(value(item)));
      return Collections.unmodifiableList(items);
    }
    return value;
  }
}
