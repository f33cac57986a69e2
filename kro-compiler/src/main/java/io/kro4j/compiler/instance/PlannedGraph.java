package io.kro4j.compiler.instance;

/** What came of planning the expressions of a graph. */
public sealed interface PlannedGraph {
  /**
   * Instances can be evaluated.
   *
   * @param graph the graph
   */
  record Accepted(InstanceGraph graph) implements PlannedGraph {}

  /**
   * The graph is damaged. No graph of the compiler is; one from a file may be.
   *
   * @param node the node that is damaged; empty if it is the status
   * @param place the place in it, such as {@code spec.replicas} or {@code includeWhen[0]}
   * @param message one sentence for the user, which names neither
   */
  record Rejected(String node, String place, String message) implements PlannedGraph {}
}
