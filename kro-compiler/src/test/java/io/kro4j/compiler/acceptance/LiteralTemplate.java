package io.kro4j.compiler.acceptance;

import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A template without what is computed. */
final class LiteralTemplate {
  private final List<String> computed = new ArrayList<>();
  private final Map<String, Object> object;

  @SuppressWarnings("unchecked")
  private LiteralTemplate(FieldValue.Fields template) {
    this.object = (Map<String, Object>) literal(template, "");
    Map<String, Object> metadata = (Map<String, Object>) object.get("metadata");
    metadata.putIfAbsent("name", "literal");
    metadata.remove("namespace");
  }

  /** The template of a node, if it has one. */
  static Optional<LiteralTemplate> of(Node node) {
    if (node instanceof Node.Resource resource) {
      return Optional.of(new LiteralTemplate(resource.template()));
    }
    return node instanceof Node.Collection collection
        ? Optional.of(new LiteralTemplate(collection.template()))
        : Optional.empty();
  }

  /** What is literal, with a name and in no certain namespace. */
  Map<String, Object> object() {
    return object;
  }

  /**
   * Whether an API server may well refuse what is literal for this cause: something computed is at,
   * above or below its place, or it follows from other causes.
   *
   * @param cause a cause of a {@code Status}
   */
  boolean explains(Map<?, ?> cause) {
    String field = (String) cause.get("field");
    boolean follows = field.equals("<nil>") || "FieldValueNotFound".equals(cause.get("reason"));
    // A key that is no index, as in resources[storage], is a way to write several fields.
    String place = "." + field.replaceAll("\\[\\d+]", "[]").replaceAll("\\[[^]]+].*", "");
    return follows
        || computed.stream().anyMatch(path -> isBelow(path, place) || isBelow(place, path));
  }

  private static boolean isBelow(String path, String above) {
    return path.startsWith(above)
        && (path.length() == above.length() || ".[".indexOf(path.charAt(above.length())) >= 0);
  }

  private Object literal(FieldValue value, String path) {
    if (value instanceof FieldValue.Fields fields) {
      Map<String, Object> literal = new LinkedHashMap<>();
      fields
          .fields()
          .forEach(
              (name, field) ->
                  literals(field, path + "." + name).forEach(each -> literal.put(name, each)));
      return literal;
    }
    if (value instanceof FieldValue.Items items) {
      return items.items().stream().flatMap(item -> literals(item, path + "[]")).toList();
    }
    return ((FieldValue.Literal) value).value();
  }

  private Stream<Object> literals(FieldValue value, String path) {
    if (value instanceof FieldValue.Computed) {
      computed.add(path);
      return Stream.empty();
    }
    return Stream.of(literal(value, path));
  }
}
