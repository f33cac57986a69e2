package io.kro4j.runtime.registry;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.InstanceGraph;

/**
 * A graph that serves a kind.
 *
 * @param graph the graph
 * @param source where it comes from
 * @param version tells this graph from others of the same source; equal versions mean equal graphs
 */
public record ServedGraph(InstanceGraph graph, GraphSource source, String version) {
  /** The type of the instances. */
  public ApiType api() {
    return graph.graph().api();
  }
}
