package io.kro4j.compiler.expression.library;

import com.google.common.collect.Maps;
import dev.cel.common.exceptions.CelAttributeNotFoundException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.CelValue;
import dev.cel.common.values.SelectableValue;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A view of a map that cel-java does not walk through each time an expression names it. */
@SuppressWarnings("Immutable") // What is inside never changes.
final class MapValue extends CelValue implements UnchangingMap<Object>, SelectableValue<Object> {
  private static final CelType TYPE = MapType.create(SimpleType.DYN, SimpleType.DYN);

  private final Map<Object, Object> entries;

  private MapValue(Map<?, ?> entries) {
    this.entries =
        Collections.unmodifiableMap(
            Maps.<Object, Object, Object>transformValues(
                Collections.<Object, Object>unmodifiableMap(entries), ListValue::adapt));
  }

  /** A view of a map, which must not change. */
  static Map<Object, Object> of(Map<?, ?> entries) {
    return entries instanceof MapValue value ? value : new MapValue(entries);
  }

  @Override
  public Object select(Object key) {
    Object value = entries.get(key);
    if (value == null) {
      throw CelAttributeNotFoundException.forMissingMapKey(key.toString());
    }
    return value;
  }

  @Override
  public Optional<Object> find(Object key) {
    return Optional.ofNullable(entries.get(key));
  }

  @Override
  public Object value() {
    return this;
  }

  @Override
  public boolean isZeroValue() {
    return entries.isEmpty();
  }

  @Override
  public CelType celType() {
    return TYPE;
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return entries.containsKey(key);
  }

  @Override
  public boolean containsValue(@Nullable Object value) {
    return entries.containsValue(value);
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    return entries.get(key);
  }

  @Override
  public Set<Object> keySet() {
    return entries.keySet();
  }

  @Override
  public Collection<Object> values() {
    return entries.values();
  }

  @Override
  public Set<Map.Entry<Object, Object>> entrySet() {
    return entries.entrySet();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || entries.equals(other);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return entries.toString();
  }
}
