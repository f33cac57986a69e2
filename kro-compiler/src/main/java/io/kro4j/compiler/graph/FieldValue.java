package io.kro4j.compiler.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a template: plain JSON with expressions in it. */
public sealed interface FieldValue {

  /**
   * An object.
   *
   * @param fields the fields, in the order of the source
   */
  record Fields(Map<String, FieldValue> fields) implements FieldValue {
    /** An object without fields. */
    public static final Fields EMPTY = new Fields(Map.of());

    /** Copies the map and keeps its order. */
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /**
   * A list.
   *
   * @param items the items
   */
  record Items(List<FieldValue> items) implements FieldValue {
    /** Copies the list. */
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * A scalar without expressions.
   *
   * @param value {@code String}, {@code Long}, {@code BigInteger}, {@code Double}, {@code Boolean},
   *     or null
   */
  record Literal(@Nullable Object value) implements FieldValue {}

  /**
   * A value computed for each instance.
   *
   * @param expression what computes it
   */
  record Computed(GraphExpression expression) implements FieldValue {}
}
