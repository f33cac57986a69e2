package io.kro4j.compiler;

import io.kro4j.compiler.artifact.CompiledGraph;
import io.kro4j.compiler.artifact.CrdDigest;
import io.kro4j.compiler.artifact.GroupOutput;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.artifact.OutputTreeBuilder;
import io.kro4j.compiler.artifact.SourceDigest;
import io.kro4j.compiler.diagnostics.Checked;
import java.util.List;

/** Turns compiled groups into the files to commit. */
public final class CompiledFiles {
  private CompiledFiles() {}

  /**
   * The files of all groups of a run.
   *
   * @param groups compiled groups, in any order
   * @return the files, or errors about groups whose files would have the same names
   */
  public static Checked<OutputTree> of(List<CompiledGroup> groups) {
    return OutputTreeBuilder.build(groups.stream().map(CompiledFiles::output).toList());
  }

  private static GroupOutput output(CompiledGroup group) {
    CompiledGraph graph =
        new CompiledGraph(
            group.graph(),
            SourceDigest.of(group.source().document().toJson()),
            CrdDigest.of(group.crd().json()));
    return new GroupOutput(
        graph,
        group.crd().json(),
        group.source().span().file().name(),
        group.source().name().span());
  }
}
