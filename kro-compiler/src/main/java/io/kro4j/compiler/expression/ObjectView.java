package io.kro4j.compiler.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.StructValue;
import io.kro4j.compiler.expression.library.FunctionFailure;
import io.kro4j.compiler.expression.library.UnchangingMap;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object in CEL: at once a struct, so that CEL does not walk through it at every selection,
 * and a map, so that it can be indexed, compared and gone over.
 */
@SuppressWarnings("Immutable") // It shares the JSON of the caller, who does not change it.
final class ObjectView extends StructValue<String, Object> implements UnchangingMap<String> {
  private static final CelType TYPE = MapType.create(SimpleType.DYN, SimpleType.DYN);

  private final JsonView view;
  private final Map<String, @Nullable Object> json;
  private final ConversionTree conversions;
  private final Trail trail;

  ObjectView(
      JsonView view, Map<String, @Nullable Object> json, ConversionTree conversions, Trail trail) {
    this.view = view;
    this.json = json;
    this.conversions = conversions;
    this.trail = trail;
  }

  /** The object itself. */
  Map<String, @Nullable Object> json() {
    return json;
  }

  @Override
  public Object select(String field) {
    return find(field)
        .orElseThrow(() -> FunctionFailure.missing(view.noteMissing(trail.to(property(field)))));
  }

  @Override
  public Optional<Object> find(String field) {
    String property = property(field);
    Object value = json.get(property);
    boolean absent = value == null && (view.isTyped() || !json.containsKey(property));
    return absent ? Optional.empty() : Optional.of(wrap(property, value));
  }

  /** The name in the JSON: identifiers escape what they cannot spell. */
  private String property(String field) {
    return json.containsKey(field) ? field : FieldNames.unescape(field).orElse(field);
  }

  private Object wrap(String key, @Nullable Object value) {
    return view.of(value, conversions.child(key), trail.to(key));
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    if (key instanceof String name && json.containsKey(name)) {
      return wrap(name, json.get(name));
    }
    if (key != null) {
      view.noteMissing(key.toString(), trail.to(key));
    }
    return null;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return key instanceof String && json.containsKey(key);
  }

  @Override
  public int size() {
    return json.size();
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, Object>> iterator() {
        return json.entrySet().stream()
            .map(entry -> Map.entry(entry.getKey(), wrap(entry.getKey(), entry.getValue())))
            .iterator();
      }

      @Override
      public int size() {
        return json.size();
      }
    };
  }

  @Override
  public Set<String> keySet() {
    return Collections.unmodifiableSet(json.keySet());
  }

  @Override
  public Collection<Object> values() {
    return asMap().values();
  }

  @Override
  public boolean containsValue(@Nullable Object value) {
    return asMap().containsValue(value);
  }

  private Map<String, Object> asMap() {
    return new AbstractMap<>() {
      @Override
      public Set<Map.Entry<String, Object>> entrySet() {
        return ObjectView.this.entrySet();
      }
    };
  }

  @Override
  public Object value() {
    return this;
  }

  @Override
  public boolean isZeroValue() {
    return json.isEmpty();
  }

  @Override
  public CelType celType() {
    return TYPE;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || asMap().equals(other);
  }

  @Override
  public int hashCode() {
    return asMap().hashCode();
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
