package io.kro4j.compiler.artifact;

import io.kro4j.compiler.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one group adds to the output.
 *
 * @param graph the compiled graph
 * @param crd the CRD of its API as plain JSON, in the order in which it is to be written
 * @param source the file of the definition as the output shall name it: relative, with forward
 *     slashes
 * @param place where the definition names itself, for findings
 */
public record GroupOutput(
    CompiledGraph graph, Map<String, @Nullable Object> crd, String source, Span place) {
  /** Copies the map. */
  public GroupOutput {
    crd = Collections.unmodifiableMap(new LinkedHashMap<>(crd));
  }

  /** The name of the group. */
  String name() {
    return graph.graph().name();
  }

  /** The name of the CRD. */
  String crdName() {
    return graph.graph().api().crdName();
  }
}
