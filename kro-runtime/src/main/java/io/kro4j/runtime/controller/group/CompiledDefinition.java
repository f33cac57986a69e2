package io.kro4j.runtime.controller.group;

import io.kro4j.compiler.instance.InstanceGraph;
import io.kro4j.compiler.schema.GroupVersionKind;
import java.util.Map;
import java.util.Set;

/** What came of compiling a definition. */
sealed interface CompiledDefinition {
  /**
   * It is sound.
   *
   * @param graph its graph, ready to run
   * @param crd the CRD of its API as plain JSON
   * @param crdName the name of that CRD
   * @param warnings what the compiler has to say all the same; may be empty
   */
  record Sound(InstanceGraph graph, Map<String, Object> crd, String crdName, String warnings)
      implements CompiledDefinition {}

  /**
   * It is not.
   *
   * @param message what is wrong, one finding a line
   * @param missing the types that the cluster lacks and that may be added; empty if nothing but a
   *     change of the definition helps
   */
  record Unsound(String message, Set<GroupVersionKind> missing) implements CompiledDefinition {}
}
