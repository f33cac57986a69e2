package io.kro4j.compiler.plan;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.GraphExpression;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares two graphs. */
final class GraphComparison {
  private final ResourceGraph before;
  private final ResourceGraph after;
  private final Renames renames;

  private GraphComparison(ResourceGraph before, ResourceGraph after) {
    this.before = before;
    this.after = after;
    this.renames = NodeMatching.renames(before, after);
  }

  /** What changes from one graph to the other. */
  static GraphPlan compare(ResourceGraph before, ResourceGraph after) {
    return new GraphComparison(before, after).compare();
  }

  /** What a graph consists of that is new. */
  static GraphPlan added(ResourceGraph graph) {
    List<GraphPlan.NodeEntry> nodes = graph.nodes().stream().map(GraphComparison::entry).toList();
    return new GraphPlan(
        nodes, List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of());
  }

  /** What goes with a graph. */
  static GraphPlan removed(ResourceGraph graph) {
    List<GraphPlan.NodeEntry> nodes = graph.nodes().stream().map(GraphComparison::entry).toList();
    return new GraphPlan(
        List.of(), nodes, List.of(), List.of(), Optional.empty(), List.of(), List.of());
  }

  private GraphPlan compare() {
    Set<String> kept = new LinkedHashSet<>();
    List<GraphPlan.NodeEntry> removed = new ArrayList<>();
    List<GraphPlan.Renaming> renamed = new ArrayList<>();
    List<GraphPlan.NodeChange> changed = new ArrayList<>();
    for (Node node : before.nodes()) {
      String id = renames.id(node.id());
      Optional<Node> successor = after.node(id);
      if (successor.isEmpty()) {
        removed.add(entry(node));
        continue;
      }
      kept.add(id);
      if (!id.equals(node.id())) {
        renamed.add(new GraphPlan.Renaming(node.id(), id));
      }
      List<FieldChange> fields = fields(node, successor.get());
      if (!fields.isEmpty()) {
        changed.add(new GraphPlan.NodeChange(id, fields));
      }
    }
    List<GraphPlan.NodeEntry> added =
        after.nodes().stream()
            .filter(node -> !kept.contains(node.id()))
            .map(GraphComparison::entry)
            .toList();
    return new GraphPlan(added, removed, renamed, changed, order(kept), status(), settings());
  }

  private static GraphPlan.NodeEntry entry(Node node) {
    return new GraphPlan.NodeEntry(node.id(), node.type());
  }

  private List<FieldChange> fields(Node old, Node now) {
    FieldComparison fields = new FieldComparison(renames);
    NodeBody oldBody = NodeBody.of(old);
    NodeBody nowBody = NodeBody.of(now);
    fields.texts("kind", oldBody.kind(), nowBody.kind());
    fields.texts("type", type(old.type()), type(now.type()));
    fields.ids("dependencies", old.dependencies(), now.dependencies());
    fields.texts("wave", wave(old), wave(now));
    fields.expressions("includeWhen", old.core().includeWhen(), now.core().includeWhen());
    fields.expressions("readyWhen", old.core().readyWhen(), now.core().readyWhen());
    dimensions(fields, oldBody.forEach(), nowBody.forEach());
    fields.fields(nowBody.field(), oldBody.fields(), nowBody.fields());
    return fields.changes();
  }

  private static String type(ApiType type) {
    return type.gvk().toString();
  }

  private static String wave(Node node) {
    return Integer.toString(node.core().applyOrder());
  }

  private static void dimensions(
      FieldComparison fields, List<Node.Dimension> before, List<Node.Dimension> after) {
    Map<String, GraphExpression> old = lists(before);
    Map<String, GraphExpression> now = lists(after);
    Set<String> names = new LinkedHashSet<>(now.keySet());
    names.addAll(old.keySet());
    for (String name : names) {
      fields.expression(
          "forEach." + name,
          Optional.ofNullable(old.get(name)),
          Optional.ofNullable(now.get(name)));
    }
    if (old.keySet().equals(now.keySet())) {
      fields.texts("forEach", String.join(", ", old.keySet()), String.join(", ", now.keySet()));
    }
  }

  private static Map<String, GraphExpression> lists(List<Node.Dimension> dimensions) {
    Map<String, GraphExpression> lists = new LinkedHashMap<>();
    dimensions.forEach(dimension -> lists.put(dimension.name(), dimension.list()));
    return lists;
  }

  private Optional<GraphPlan.Reordering> order(Set<String> kept) {
    List<String> old = List.copyOf(kept);
    List<String> now = after.nodes().stream().map(Node::id).filter(kept::contains).toList();
    return old.equals(now) ? Optional.empty() : Optional.of(new GraphPlan.Reordering(old, now));
  }

  private List<FieldChange> status() {
    FieldComparison fields = new FieldComparison(renames);
    fields.fields("status", before.status(), after.status());
    fields.expressions("status.conditions", before.conditions(), after.conditions());
    return fields.changes();
  }

  private List<FieldChange> settings() {
    FieldComparison fields = new FieldComparison(renames);
    fields.texts("workers", text(before.settings().workers()), text(after.settings().workers()));
    fields.texts("resync", text(before.settings().resync()), text(after.settings().resync()));
    fields.texts("requeue", text(before.settings().requeue()), text(after.settings().requeue()));
    fields.texts(
        "minRetryDelay",
        text(before.settings().minRetryDelay()),
        text(after.settings().minRetryDelay()));
    fields.texts(
        "maxRetryDelay",
        text(before.settings().maxRetryDelay()),
        text(after.settings().maxRetryDelay()));
    return fields.changes();
  }

  private static Optional<String> text(Optional<?> value) {
    return value.map(Object::toString);
  }
}
