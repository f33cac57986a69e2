package io.kro4j.compiler;

import io.kro4j.compiler.artifact.CompiledGraph;
import io.kro4j.compiler.artifact.CrdDigest;
import io.kro4j.compiler.artifact.GroupOutput;
import io.kro4j.compiler.artifact.LayerAnnotations;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.artifact.OutputTreeBuilder;
import io.kro4j.compiler.artifact.SourceDigest;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.gitops.Glue;
import io.kro4j.compiler.gitops.GlueSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Turns compiled groups into the files to commit, several groups at the same time. */
public final class CompiledFiles {
  private CompiledFiles() {}

  /**
   * The files of all groups of a run.
   *
   * @param groups compiled groups, in any order
   * @return the files, or errors about groups whose files would have the same names
   */
  public static Checked<OutputTree> of(List<CompiledGroup> groups) {
    return of(groups, GlueSettings.NONE);
  }

  /**
   * The files of all groups of a run, with what the tools need that bring them to a cluster.
   *
   * @param groups compiled groups, in any order
   * @param settings which tools, and what they must know
   * @return the files, or errors about groups whose files would have the same names
   */
  public static Checked<OutputTree> of(List<CompiledGroup> groups, GlueSettings settings) {
    Glue glue = Glue.of(settings);
    List<Callable<GroupOutput>> tasks = new ArrayList<>();
    groups.forEach(group -> tasks.add(() -> output(group, glue.annotations())));
    try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      return OutputTreeBuilder.build(
          workers.run(tasks), glue.files(groups.stream().map(CompiledGroup::graph).toList()));
    }
  }

  private static GroupOutput output(CompiledGroup group, LayerAnnotations annotations) {
    CompiledGraph graph =
        new CompiledGraph(
            group.graph(),
            SourceDigest.of(group.source().document().toJson()),
            CrdDigest.of(group.crd().json()));
    return GroupOutput.of(
        graph,
        group.crd().json(),
        group.source().span().file().name(),
        group.source().name().span(),
        annotations);
  }
}
