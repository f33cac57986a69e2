package io.kro4j.compiler.instance;

import io.kro4j.compiler.graph.ResourceGraph;
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
