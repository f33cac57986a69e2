package io.kro4j.compiler.artifact.resource;

import java.nio.file.Path;
import java.util.List;

/** The CRD of {@code CompiledGraph}: the annotated classes, and what annotations cannot say. */
public final class GeneratedCrd {
  private GeneratedCrd() {}

  /** The CRD as the file that is committed. */
  public static String yaml(Path scratch) throws Exception {
    AnnotatedCrd crd = AnnotatedCrd.of(CompiledGraph.class, scratch);
    crd.schema()
        .put(
            "description", "A ResourceGroup as the compiler checked it, for the runtime to serve.");
    crd.schema().put("required", List.of("spec"));
    // The generator puts the mark of a field on the class around it, too.
    crd.schema("spec.nodes[]").remove("x-kubernetes-preserve-unknown-fields");
    crd.schema("spec.status").remove("x-kubernetes-preserve-unknown-fields");
    crd.schema("spec.formatVersion").put("format", "int32");
    crd.schema("status.observedGeneration").put("format", "int64");
    crd.schema("status.conditions").put("x-kubernetes-list-type", "map");
    crd.schema("status.conditions").put("x-kubernetes-list-map-keys", List.of("type"));
    crd.schema("status.conditions[].observedGeneration").put("format", "int64");
    crd.schema("status.conditions[].lastTransitionTime").put("format", "date-time");
    return crd.yaml();
  }
}
