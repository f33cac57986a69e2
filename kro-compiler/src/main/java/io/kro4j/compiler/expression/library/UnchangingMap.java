package io.kro4j.compiler.expression.library;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map that cannot be changed. It is an interface, since the maps that are values of CEL's own
 * have to extend its classes.
 *
 * @param <K> the type of the keys
 */
public interface UnchangingMap<K> extends Map<K, Object> {
  @Override
  default boolean isEmpty() {
    return size() == 0;
  }

  @Override
  default @Nullable Object put(K key, Object value) {
    throw new UnsupportedOperationException();
  }

  @Override
  default @Nullable Object remove(@Nullable Object key) {
    throw new UnsupportedOperationException();
  }

  @Override
  default void putAll(Map<? extends K, ?> others) {
    throw new UnsupportedOperationException();
  }

  @Override
  default void clear() {
    throw new UnsupportedOperationException();
  }
}
