package io.kro4j.compiler.plan;

import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.GraphExpression;
import io.kro4j.compiler.json.CanonicalJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares values of a graph field by field; what is in only one of them counts as a whole. */
final class FieldComparison {
  private final Renames renames;
  private final List<FieldChange> changes = new ArrayList<>();

  FieldComparison(Renames renames) {
    this.renames = renames;
  }

  /** The changes so far, in the order of comparison. */
  List<FieldChange> changes() {
    return List.copyOf(changes);
  }

  /** Compares the ids of nodes. */
  void ids(String path, List<String> before, List<String> after) {
    add(path, joined(before.stream().map(renames::id).toList()), joined(before), joined(after));
  }

  /** Compares two texts. */
  void texts(String path, String before, String after) {
    add(path, Optional.of(before), Optional.of(after));
  }

  /** Compares two texts, either of which may be missing. */
  void texts(String path, Optional<String> before, Optional<String> after) {
    add(path, before, after);
  }

  /** Compares two lists of expressions, each list as a whole. */
  void expressions(String path, List<GraphExpression> before, List<GraphExpression> after) {
    add(
        path,
        joined(before.stream().map(this::renamed).toList()),
        joined(before.stream().map(FieldComparison::text).toList()),
        joined(after.stream().map(FieldComparison::text).toList()));
  }

  /** Compares two expressions, either of which may be missing. */
  void expression(String path, Optional<GraphExpression> before, Optional<GraphExpression> after) {
    add(
        path,
        before.map(this::renamed),
        before.map(FieldComparison::text),
        after.map(FieldComparison::text));
  }

  /** Compares two objects. */
  void fields(String path, FieldValue.Fields before, FieldValue.Fields after) {
    Set<String> names = new LinkedHashSet<>(after.fields().keySet());
    names.addAll(before.fields().keySet());
    for (String name : names) {
      value(path + "." + name, before.fields().get(name), after.fields().get(name));
    }
  }

  private void value(String path, @Nullable FieldValue before, @Nullable FieldValue after) {
    if (before instanceof FieldValue.Fields old && after instanceof FieldValue.Fields now) {
      fields(path, old, now);
    } else if (before instanceof FieldValue.Items old && after instanceof FieldValue.Items now) {
      items(path, old.items(), now.items());
    } else {
      add(
          path,
          Optional.ofNullable(before).map(value -> text(value, this::renamed)),
          Optional.ofNullable(before).map(value -> text(value, FieldComparison::text)),
          Optional.ofNullable(after).map(value -> text(value, FieldComparison::text)));
    }
  }

  /** Items that have a name are the same item wherever they stand; others by their place. */
  private void items(String path, List<FieldValue> before, List<FieldValue> after) {
    Map<String, FieldValue> old = keyed(before);
    Map<String, FieldValue> now = keyed(after);
    boolean byName = old.size() == before.size() && now.size() == after.size();
    Map<String, FieldValue> left = byName ? old : numbered(before);
    Map<String, FieldValue> right = byName ? now : numbered(after);
    Set<String> keys = new LinkedHashSet<>(right.keySet());
    keys.addAll(left.keySet());
    keys.forEach(key -> value(path + "[" + key + "]", left.get(key), right.get(key)));
    List<String> kept = left.keySet().stream().filter(right::containsKey).toList();
    if (!kept.equals(right.keySet().stream().filter(left::containsKey).toList())) {
      add(path, joined(List.copyOf(left.keySet())), joined(List.copyOf(right.keySet())));
    }
  }

  /** The items by their literal names; fewer than there are if some have none. */
  private static Map<String, FieldValue> keyed(List<FieldValue> items) {
    Map<String, FieldValue> keyed = new LinkedHashMap<>();
    for (FieldValue item : items) {
      if (item instanceof FieldValue.Fields fields
          && fields.fields().get("name") instanceof FieldValue.Literal literal
          && literal.value() instanceof String name) {
        keyed.put(name, item);
      }
    }
    return keyed;
  }

  private static Map<String, FieldValue> numbered(List<FieldValue> items) {
    Map<String, FieldValue> numbered = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      numbered.put(Integer.toString(i), items.get(i));
    }
    return numbered;
  }

  private void add(String path, Optional<String> before, Optional<String> after) {
    add(path, before, before, after);
  }

  /** Adds a change if the value after it is not the former one with its new names. */
  private void add(
      String path, Optional<String> renamed, Optional<String> before, Optional<String> after) {
    if (!renamed.equals(after)) {
      changes.add(new FieldChange(path, before, after));
    }
  }

  private static Optional<String> joined(List<String> texts) {
    return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", texts));
  }

  /** A value as reports show it; strings in quotes, so that none looks like an expression. */
  private static String text(FieldValue value, Function<GraphExpression, String> expressions) {
    if (value instanceof FieldValue.Computed computed) {
      return expressions.apply(computed.expression());
    }
    if (value instanceof FieldValue.Literal literal) {
      return CanonicalJson.write(literal.value());
    }
    List<String> parts = new ArrayList<>();
    if (value instanceof FieldValue.Items items) {
      items.items().forEach(item -> parts.add(text(item, expressions)));
      return "[" + String.join(", ", parts) + "]";
    }
    ((FieldValue.Fields) value)
        .fields()
        .forEach((name, field) -> parts.add(name + ": " + text(field, expressions)));
    return "{" + String.join(", ", parts) + "}";
  }

  private String renamed(GraphExpression expression) {
    return "${" + renames.text(expression) + "}";
  }

  private static String text(GraphExpression expression) {
    return "${" + expression.text() + "}";
  }
}
