package io.kro4j.compiler.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * The way from the root of an object to one of its fields.
 *
 * @param steps field names ({@code String}) and list indices ({@code Integer})
 */
public record FieldPath(List<Object> steps) {
  /** The object itself. */
  public static final FieldPath ROOT = new FieldPath(List.of());

  /** {@code metadata.name}. */
  public static final FieldPath METADATA_NAME = ROOT.field("metadata").field("name");

  /** {@code metadata.namespace}. */
  public static final FieldPath METADATA_NAMESPACE = ROOT.field("metadata").field("namespace");

  /** Copies the list. */
  public FieldPath {
    steps = List.copyOf(steps);
  }

  /** The path of a field of this object. */
  public FieldPath field(String name) {
    return append(name);
  }

  /** The path of an item of this list. */
  public FieldPath item(int index) {
    return append(index);
  }

  /** Whether the path leads to {@code field} of the root or to something inside it. */
  public boolean isUnder(String field) {
    return !steps.isEmpty() && steps.get(0).equals(field);
  }

  /** The path as people write it: {@code spec.containers[0].image}, {@code data["a.b"]}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Object step : steps) {
      if (step instanceof Integer) {
        text.append('[').append(step).append(']');
      } else if (step.toString().isEmpty() || step.toString().indexOf('.') >= 0) {
        text.append("[\"").append(step).append("\"]");
      } else {
        text.append(text.isEmpty() ? "" : ".").append(step);
      }
    }
    return text.toString();
  }

  private FieldPath append(Object step) {
    List<Object> longer = new ArrayList<>(steps);
    longer.add(step);
    return new FieldPath(longer);
  }
}
