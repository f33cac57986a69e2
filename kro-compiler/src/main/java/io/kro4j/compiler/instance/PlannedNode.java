package io.kro4j.compiler.instance;

import io.kro4j.compiler.graph.Node;
import java.util.List;

/**
 * A node whose expressions are ready to run.
 *
 * @param node the node
 * @param depth the length of the longest chain of dependencies above it
 * @param position its place in the topological order
 */
record PlannedNode(
    Node node,
    int depth,
    int position,
    List<PlannedExpression> includeWhen,
    List<PlannedExpression> readyWhen,
    List<Dimension> dimensions,
    PlannedField template) {

  record Dimension(String name, PlannedExpression list) {}

  String id() {
    return node.id();
  }

  /** Whether the variable of the node is a list. */
  boolean isList() {
    return node.isList();
  }
}
