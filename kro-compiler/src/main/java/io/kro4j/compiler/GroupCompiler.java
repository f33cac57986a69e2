package io.kro4j.compiler;

import io.kro4j.compiler.analysis.AnalyzedGroup;
import io.kro4j.compiler.analysis.ControllerSettingsReader;
import io.kro4j.compiler.analysis.GroupAnalyzer;
import io.kro4j.compiler.analysis.ResourceGraphBuilder;
import io.kro4j.compiler.crd.CrdBuilder;
import io.kro4j.compiler.crd.GeneratedCrd;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.ControllerSettings;
import io.kro4j.compiler.model.ResourceGroup;
import io.kro4j.compiler.model.SchemaDefinition;
import io.kro4j.compiler.schema.CrdCatalog;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.ResourceType;
import io.kro4j.compiler.schema.SchemaCatalog;
import io.kro4j.compiler.schema.SchemaSource;
import io.kro4j.compiler.validation.GroupValidator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Compiles one group. */
final class GroupCompiler {
  private final GroupAnalyzer analyzer;

  GroupCompiler(GroupAnalyzer analyzer) {
    this.analyzer = analyzer;
  }

  /**
   * The outcome for one group.
   *
   * @param compiled the compiled group, if it is sound
   * @param type the type that other groups see; one that allows anything if the group is not sound
   * @param diagnostics all findings
   */
  record Result(
      Optional<CompiledGroup> compiled, ResourceType type, List<Diagnostic> diagnostics) {}

  Result compile(ResourceGroup group, SchemaCatalog catalog) {
    Diagnostics diagnostics = new Diagnostics();
    AnalyzedGroup analyzed =
        diagnostics.collect(analyzer.analyze(group, catalog)).value().orElseThrow();
    ControllerSettings settings = ControllerSettingsReader.read(group, diagnostics);
    diagnostics.addAll(GroupValidator.validate(analyzed));
    Optional<GeneratedCrd> crd =
        diagnostics
            .collect(
                CrdBuilder.build(
                    group.name(),
                    group.schema(),
                    analyzed.spec().schema(),
                    analyzed.statusSchema()))
            .value();
    if (crd.isEmpty() || diagnostics.hasErrors()) {
      return new Result(Optional.empty(), anything(group), diagnostics.list());
    }
    ResourceType type = type(crd.get(), group);
    ApiType api = new ApiType(type.gvk(), type.plural(), type.scope());
    CompiledGroup compiled =
        new CompiledGroup(group, ResourceGraphBuilder.build(analyzed, api, settings), crd.get());
    return new Result(Optional.of(compiled), type, diagnostics.list());
  }

  private static ResourceType type(GeneratedCrd crd, ResourceGroup group) {
    SchemaSource source = new SchemaSource(crd.json(), group.span());
    return CrdCatalog.read(List.of(source)).value().orElseThrow().find(gvk(group)).orElseThrow();
  }

  /** A stand-in for the type of a broken group, so that groups which use it are not blamed. */
  static ResourceType anything(ResourceGroup group) {
    String plural = group.schema().kind().value().toLowerCase(Locale.ROOT);
    return ResourceType.standIn(gvk(group), plural, group.schema().scope());
  }

  private static GroupVersionKind gvk(ResourceGroup group) {
    SchemaDefinition schema = group.schema();
    return new GroupVersionKind(
        schema.group().value(), schema.apiVersion().value(), schema.kind().value());
  }
}
