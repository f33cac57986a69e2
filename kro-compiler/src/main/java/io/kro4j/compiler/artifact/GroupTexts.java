package io.kro4j.compiler.artifact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the files of one group: its CRD, its graph and its roles. */
final class GroupTexts {
  private GroupTexts() {}

  /** The text of each file by its path. */
  static Map<String, String> of(
      CompiledGraph graph,
      Map<String, @Nullable Object> crd,
      String source,
      LayerAnnotations annotations) {
    String header = OutputTree.GENERATED + " Source: " + source;
    Rbac rbac = RbacBuilder.build(graph.graph());
    List<String> rbacHeader = new ArrayList<>(List.of(header));
    rbac.notes().forEach(note -> rbacHeader.add("Not granted: " + note + "."));
    String name = graph.graph().name();
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(
        OutputPath.crd(graph.graph().api().crdName()),
        YamlWriter.write(List.of(header), List.of(annotated(guarded(crd), annotations.crds()))));
    texts.put(
        OutputPath.graph(name),
        YamlWriter.write(
            List.of(header),
            List.of(annotated(CompiledGraphWriter.toJson(graph), annotations.graphs()))));
    texts.put(
        OutputPath.roles(name),
        YamlWriter.write(
            rbacHeader,
            rbac.roles().stream().map(role -> annotated(role, annotations.roles())).toList()));
    return texts;
  }

  /** The CRD, marked so that Flux leaves CEL and patterns in it alone. */
  private static Map<String, @Nullable Object> guarded(Map<String, @Nullable Object> crd) {
    return annotated(crd, Map.of(CompiledGraphWriter.FLUX_SUBSTITUTE, "disabled"));
  }

  /** The object with these annotations too; what it says of one itself stands. */
  private static Map<String, @Nullable Object> annotated(
      Map<String, ? extends @Nullable Object> object, Map<String, String> more) {
    Map<String, @Nullable Object> annotated = new LinkedHashMap<>(object);
    if (!more.isEmpty()) {
      Map<String, @Nullable Object> metadata = copy(object.get("metadata"));
      Map<String, @Nullable Object> annotations = copy(metadata.get("annotations"));
      more.forEach(annotations::putIfAbsent);
      metadata.put("annotations", annotations);
      annotated.put("metadata", metadata);
    }
    return annotated;
  }

  private static Map<String, @Nullable Object> copy(@Nullable Object object) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    if (object instanceof Map<?, ?> fields) {
      fields.forEach((name, value) -> copy.put((String) name, value));
    }
    return copy;
  }
}
