package io.kro4j.compiler.graph;

import java.util.List;
import java.util.Optional;

/**
 * A group that has been checked: the API it serves and the graph behind it.
 *
 * @param name the name of the group
 * @param api the API that the group defines
 * @param nodes the nodes in topological order: each after everything it depends on
 * @param status the author's status fields with their expressions; an empty object if none
 * @param conditions the author's status conditions, in order; each expression yields a condition or
 *     a list of them; empty if the author declares none
 * @param settings how the controller of this kind runs
 */
public record ResourceGraph(
    String name,
    ApiType api,
    List<Node> nodes,
    FieldValue.Fields status,
    List<GraphExpression> conditions,
    ControllerSettings settings) {

  /** Copies the lists. */
  public ResourceGraph {
    nodes = List.copyOf(nodes);
    conditions = List.copyOf(conditions);
  }

  /** The node of an id. */
  public Optional<Node> node(String id) {
    return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
  }

  /** The types of the nodes' objects, each once, in order of first use. */
  public List<ApiType> requiredTypes() {
    return nodes.stream().map(Node::type).distinct().toList();
  }
}
