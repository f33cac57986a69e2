package io.kro4j.compiler.suite;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON merge patches (RFC 7396). */
final class MergePatch {
  private MergePatch() {}

  /** The object once the patch is applied. */
  static Map<String, @Nullable Object> apply(Map<?, ?> object, Map<?, ?> patch) {
    Map<String, @Nullable Object> patched = new LinkedHashMap<>();
    object.forEach((name, value) -> patched.put(String.valueOf(name), value));
    patch.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          if (value == null) {
            patched.remove(name);
          } else if (value instanceof Map<?, ?> change) {
            Object before = patched.get(name);
            patched.put(name, apply(before instanceof Map<?, ?> map ? map : Map.of(), change));
          } else {
            patched.put(name, value);
          }
        });
    return patched;
  }
}
