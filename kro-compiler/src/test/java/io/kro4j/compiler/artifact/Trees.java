package io.kro4j.compiler.artifact;

import io.kro4j.compiler.artifact.ExistingFiles.Existing;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.graph.ControllerSettings;
import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.ResourceGraph;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Small output trees and folders. */
public final class Trees {
  private Trees() {}

  /** The tree of groups of these names, each with a CRD {@code <name>s.kro.run}. */
  public static OutputTree of(String... names) {
    GroupOutput[] groups =
        Arrays.stream(names).map(name -> group(name, name + "s")).toArray(GroupOutput[]::new);
    return build(groups).value().orElseThrow();
  }

  static Checked<OutputTree> build(GroupOutput... groups) {
    return OutputTreeBuilder.build(List.of(groups), Map.of());
  }

  static GroupOutput group(String name, String plural) {
    ResourceGraph graph =
        new ResourceGraph(
            name,
            SampleGraph.type("kro.run", "v1", "Kind", plural),
            List.of(),
            FieldValue.Fields.EMPTY,
            List.of(),
            ControllerSettings.DEFAULT);
    Map<String, @Nullable Object> crd = new LinkedHashMap<>();
    crd.put("kind", "CustomResourceDefinition");
    crd.put("metadata", Map.of("name", plural + ".kro.run"));
    String file = "src/main/kro/" + name + ".yaml";
    return GroupOutput.of(
        new CompiledGraph(graph, Digest.ofText("source"), CrdDigest.of(crd)),
        crd,
        file,
        new Span(SourceFile.of(file, "name"), 0, 4),
        LayerAnnotations.NONE);
  }

  /** A folder that holds some files. */
  public static ExistingFiles folder(Map<String, String> files) {
    return folder(
        files.keySet(),
        path -> {
          String text = files.get(path);
          return text == null ? new Existing.Nothing() : Existing.File.of(text);
        });
  }

  /** A folder with files of these names, in which there is at each path what the function says. */
  static ExistingFiles folder(Set<String> files, Function<String, Existing> at) {
    return new ExistingFiles() {
      @Override
      public SortedSet<String> paths() {
        return files.stream()
            .filter(path -> path.contains("/"))
            .collect(Collectors.toCollection(TreeSet::new));
      }

      @Override
      public Existing at(String path) {
        return at.apply(path);
      }
    };
  }
}
