package io.kro4j.compiler.instance;

import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A graph whose expressions are ready to run, each distinct one planned once. Immutable, and safe
 * to use from many threads at once: one is made for a graph, and serves all its instances.
 */
public final class InstanceGraph {
  private final ResourceGraph graph;
  private final Map<String, PlannedNode> nodes;
  private final PlannedField status;
  private final List<PlannedExpression> conditions;
  private final List<List<Node>> levels;

  private InstanceGraph(
      ResourceGraph graph,
      List<PlannedNode> nodes,
      PlannedField status,
      List<PlannedExpression> conditions) {
    this.graph = graph;
    this.nodes = new LinkedHashMap<>();
    nodes.forEach(node -> this.nodes.put(node.id(), node));
    this.status = status;
    this.conditions = conditions;
    this.levels = levels(nodes);
  }

  private static List<List<Node>> levels(List<PlannedNode> nodes) {
    List<List<Node>> levels = new ArrayList<>();
    for (PlannedNode node : nodes) {
      while (levels.size() <= node.depth()) {
        levels.add(new ArrayList<>());
      }
      levels.get(node.depth()).add(node.node());
    }
    return levels.stream().map(List::copyOf).toList();
  }

  /**
   * Plans a graph.
   *
   * @param graph a graph that the compiler made, or one that was read and may be damaged
   */
  public static PlannedGraph of(ResourceGraph graph) {
    GraphPlanner planner = new GraphPlanner();
    try {
      return new PlannedGraph.Accepted(
          new InstanceGraph(
              graph,
              planner.nodes(graph),
              planner.field("", graph.status()),
              planner.conditions("conditions", graph.conditions(), false)));
    } catch (GraphPlanner.Damaged e) {
      return e.rejection();
    }
  }

  /** The graph as plain data. */
  public ResourceGraph graph() {
    return graph;
  }

  /**
   * The nodes, cut into levels: those of a level depend only on those of the levels before it, and
   * stand in topological order.
   */
  public List<List<Node>> levels() {
    return levels;
  }

  /**
   * Begins a pass over one instance.
   *
   * @param instance the instance as the API server has it, which nobody changes meanwhile
   * @param options how much the pass may do
   */
  public InstanceEvaluation evaluate(
      Map<String, ? extends @Nullable Object> instance, EvaluationOptions options) {
    return new InstanceEvaluation(this, instance, options);
  }

  Map<String, PlannedNode> nodes() {
    return nodes;
  }

  PlannedField status() {
    return status;
  }

  List<PlannedExpression> conditions() {
    return conditions;
  }
}
