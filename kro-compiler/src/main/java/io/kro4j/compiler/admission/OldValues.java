package io.kro4j.compiler.admission;

import io.kro4j.compiler.schema.JsonSchema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What parts of an object were before an update, as far as they can be found again. */
final class OldValues {
  private OldValues() {}

  /** The field of that name; null if it was not there. */
  static @Nullable Object field(@Nullable Object old, String name) {
    return old instanceof Map<?, ?> object ? object.get(name) : null;
  }

  /** The item with the same keys; null if there was none, or items of the list have no keys. */
  static @Nullable Object item(@Nullable Object old, @Nullable Object item, JsonSchema list) {
    if (!(old instanceof List<?> before) || !isKeyed(list)) {
      return null;
    }
    Map<String, @Nullable Object> key = ValueValidator.key(item, list);
    return before.stream()
        .filter(each -> ValueValidator.key(each, list).equals(key))
        .findFirst()
        .orElse(null);
  }

  /** Whether items of a list can be found again. */
  static boolean isKeyed(JsonSchema list) {
    return list.listType().filter("map"::equals).isPresent();
  }
}
