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
 * @param source the file of the definition as the output shall name it: relative, with forward
 *     slashes
 * @param place where the definition names itself, for findings
 * @param files the text of each of its files by its path
 */
public record GroupOutput(
    CompiledGraph graph, String source, Span place, Map<String, String> files) {
  /** Copies the map. */
  public GroupOutput {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /**
   * What a group adds to the output, its files written.
   *
   * @param graph the compiled graph
   * @param crd the CRD of its API as plain JSON, in the order in which it is to be written
   * @param source the file of the definition as the output shall name it
   * @param place where the definition names itself
   * @param annotations what the objects are annotated with for other tools
   */
  public static GroupOutput of(
      CompiledGraph graph,
      Map<String, @Nullable Object> crd,
      String source,
      Span place,
      LayerAnnotations annotations) {
    return new GroupOutput(graph, source, place, GroupTexts.of(graph, crd, source, annotations));
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
