package io.kro4j.compiler.artifact;

import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.GraphExpression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks into templates for what is known before there is an instance. */
final class TemplateFields {
  private TemplateFields() {}

  /** The field at a path, if the objects on the way are written out. */
  static Optional<FieldValue> at(FieldValue value, String... path) {
    FieldValue at = value;
    for (String name : path) {
      FieldValue next = at instanceof FieldValue.Fields fields ? fields.fields().get(name) : null;
      if (next == null) {
        return Optional.empty();
      }
      at = next;
    }
    return Optional.of(at);
  }

  /** The string at a path, if it is a literal. */
  static Optional<String> literalText(FieldValue value, String... path) {
    return at(value, path)
        .filter(found -> found instanceof FieldValue.Literal l && l.value() instanceof String)
        .map(found -> (String) ((FieldValue.Literal) found).value());
  }

  /** Whether no expression is in the value. */
  static boolean isLiteral(FieldValue value) {
    return expressions(value).isEmpty();
  }

  /** The expressions in the value. */
  static List<GraphExpression> expressions(FieldValue value) {
    List<GraphExpression> found = new ArrayList<>();
    collect(value, found);
    return found;
  }

  /** A literal value as plain JSON. */
  static @Nullable Object json(FieldValue literal) {
    if (literal instanceof FieldValue.Fields fields) {
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      fields.fields().forEach((name, value) -> json.put(name, json(value)));
      return json;
    }
    if (literal instanceof FieldValue.Items items) {
      List<@Nullable Object> json = new ArrayList<>();
      items.items().forEach(item -> json.add(json(item)));
      return json;
    }
    if (literal instanceof FieldValue.Literal scalar) {
      return scalar.value();
    }
    throw new IllegalArgumentException("not literal: " + literal);
  }

  private static void collect(FieldValue value, List<GraphExpression> found) {
    if (value instanceof FieldValue.Fields fields) {
      fields.fields().values().forEach(field -> collect(field, found));
    } else if (value instanceof FieldValue.Items items) {
      items.items().forEach(item -> collect(item, found));
    } else if (value instanceof FieldValue.Computed computed) {
      found.add(computed.expression());
    }
  }
}
