package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.GraphExpression;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import io.kro4j.runtime.watch.FieldPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of the objects of a graph its expressions read, by type: what is worth being kept in
 * memory, and worth waking an instance for.
 */
final class ReadFields {
  private static final String EACH = "each";
  private static final FieldPath WHOLE = new FieldPath(List.of());

  private final ResourceGraph graph;
  private final Map<String, Node> nodes = new HashMap<>();
  private final Map<ApiType, Set<FieldPath>> owned = new HashMap<>();
  private final Map<ApiType, Set<FieldPath>> external = new HashMap<>();

  private ReadFields(ResourceGraph graph) {
    this.graph = graph;
  }

  static ReadFields of(ResourceGraph graph) {
    ReadFields fields = new ReadFields(graph);
    fields.collect();
    return fields;
  }

  /** The fields of the types that instances own. */
  Map<ApiType, Set<FieldPath>> owned() {
    return owned;
  }

  /** The fields of the types that nodes refer to. */
  Map<ApiType, Set<FieldPath>> external() {
    return external;
  }

  private void collect() {
    for (Node node : graph.nodes()) {
      nodes.put(node.id(), node);
      fieldsOf(node);
    }
    for (Node node : graph.nodes()) {
      node.core().includeWhen().forEach(expression -> add(expression, node));
      node.core().readyWhen().forEach(expression -> add(expression, node));
      if (node instanceof Node.Collection collection) {
        collection.forEach().forEach(dimension -> addWhole(dimension.list()));
      }
      collect(node.body(), node);
    }
    graph.conditions().forEach(expression -> add(expression, null));
    collect(graph.status(), null);
  }

  private void collect(FieldValue value, @Nullable Node node) {
    if (value instanceof FieldValue.Fields fields) {
      fields.fields().values().forEach(field -> collect(field, node));
    } else if (value instanceof FieldValue.Items items) {
      items.items().forEach(item -> collect(item, node));
    } else if (value instanceof FieldValue.Computed computed) {
      add(computed.expression(), node);
    }
  }

  private void add(GraphExpression expression, @Nullable Node node) {
    for (GraphExpression.Read read : expression.reads()) {
      Node of = node != null && read.variable().equals(EACH) ? node : nodes.get(read.variable());
      if (of != null) {
        fieldsOf(of).add(path(of, read));
      }
    }
  }

  /** An iterator over objects of a node stands for whole objects, whatever is read of it. */
  private void addWhole(GraphExpression list) {
    for (String reference : list.references()) {
      Node of = nodes.get(reference);
      if (of != null) {
        fieldsOf(of).add(WHOLE);
      }
    }
  }

  private static FieldPath path(Node node, GraphExpression.Read read) {
    boolean isItem = node.isList() && !read.variable().equals(EACH);
    if (!isItem) {
      return new FieldPath(read.path());
    }
    List<String> path = new ArrayList<>(read.path());
    return path.isEmpty() || !path.remove(0).equals(GraphExpression.EVERY)
        ? WHOLE
        : new FieldPath(path);
  }

  private Set<FieldPath> fieldsOf(Node node) {
    return (node.isOwned() ? owned : external)
        .computeIfAbsent(node.type(), type -> new LinkedHashSet<>());
  }
}
