package io.kro4j.maven;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.artifact.CompiledGraph;
import io.kro4j.compiler.artifact.CrdDigest;
import io.kro4j.compiler.artifact.Digest;
import io.kro4j.compiler.artifact.GroupOutput;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.artifact.OutputTreeBuilder;
import io.kro4j.compiler.artifact.SourceDigest;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.model.ResourceGroup;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.List;

/** Turns compiled groups into files. */
final class Outputs {
  private Outputs() {}

  /** The files of all groups, or errors about groups whose files would have the same names. */
  static Checked<OutputTree> tree(List<CompiledGroup> groups) {
    return OutputTreeBuilder.build(groups.stream().map(Outputs::output).toList());
  }

  private static GroupOutput output(CompiledGroup group) {
    ResourceGroup source = group.source();
    Digest crd = CrdDigest.of(group.crd().json());
    return new GroupOutput(
        new CompiledGraph(group.graph(), digest(source), crd),
        group.crd().json(),
        source.span().file().name(),
        source.name().span());
  }

  /** The definition is read once more: the model keeps what it means, the digest is of the JSON. */
  private static Digest digest(ResourceGroup source) {
    SourceFile document = SourceFile.of(source.span().file().name(), source.span().text());
    YamlValue root =
        YamlReader.read(document, YamlLimits.DEFAULT).value().orElseThrow().get(0).root();
    return SourceDigest.of(((YamlValue.Mapping) root).toJson());
  }
}
