package io.kro4j.compiler;

import io.kro4j.compiler.crd.GeneratedCrd;
import io.kro4j.compiler.graph.ResourceGraph;
import io.kro4j.compiler.model.ResourceGroup;

/**
 * What one sound group compiles to.
 *
 * @param source the definition as written
 * @param graph the graph behind its API
 * @param crd the CRD of its API
 */
public record CompiledGroup(ResourceGroup source, ResourceGraph graph, GeneratedCrd crd) {
  /** The name of the group. */
  public String name() {
    return source.name().value();
  }
}
