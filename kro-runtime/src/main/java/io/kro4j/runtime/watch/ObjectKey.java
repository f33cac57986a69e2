package io.kro4j.runtime.watch;

import org.jspecify.annotations.Nullable;

/**
 * An object's name within its type.
 *
 * @param namespace its namespace, null if it has none
 * @param name its name
 */
record ObjectKey(@Nullable String namespace, String name) {
  static ObjectKey of(CachedObject object) {
    return new ObjectKey(object.ref().namespace(), object.ref().name());
  }
}
