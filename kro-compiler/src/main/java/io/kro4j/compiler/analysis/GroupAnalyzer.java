package io.kro4j.compiler.analysis;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.expression.Scope;
import io.kro4j.compiler.expression.ValueType;
import io.kro4j.compiler.expression.ValueType.Simple;
import io.kro4j.compiler.expression.ValueTypes;
import io.kro4j.compiler.model.ResourceGroup;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.schema.ResourceType;
import io.kro4j.compiler.schema.SchemaCatalog;
import io.kro4j.compiler.simpleschema.SimpleSchemaCompiler;
import io.kro4j.compiler.simpleschema.SpecSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Analyses one group: reads its schema and resources, links them, checks their types.
 *
 * <p>Every part is looked at even if others are broken. A resource whose type is unknown, or a
 * {@code spec} that cannot be read, stands for anything in the expressions that use it, so that one
 * mistake is reported once.
 */
public final class GroupAnalyzer {
  private static final String SCHEMA = "schema";

  private final AnalysisOptions options;

  /** An analyzer; safe for concurrent use. */
  public GroupAnalyzer(AnalysisOptions options) {
    this.options = options;
  }

  /**
   * Analyses a group.
   *
   * @param group the definition as written
   * @param catalog where the types of its resources are found
   * @return what could be analysed, with all findings; there is always a value
   */
  public Checked<AnalyzedGroup> analyze(ResourceGroup group, SchemaCatalog catalog) {
    Diagnostics diagnostics = new Diagnostics();
    new NameChecker(options, diagnostics).check(group.resources());
    SpecSchema spec =
        diagnostics
            .collect(
                SimpleSchemaCompiler.compileSpec(group.schema().types(), group.schema().spec()))
            .value()
            .orElseThrow();
    List<ReadResource> read = readResources(group, catalog, diagnostics);
    Optional<Map<String, Set<String>>> dependencies =
        new DependencyLinker(read, diagnostics).link();

    Scope scope = Scope.of(variables(group, spec.schema(), read));
    List<AnalyzedResource> resources =
        checkResources(group, read, dependencies.orElse(Map.of()), scope, diagnostics);
    StatusReader.ReadStatus status = StatusReader.read(group.schema().status(), diagnostics);
    StatusChecker.CheckedStatus checkedStatus = new StatusChecker(scope, diagnostics).check(status);
    List<AnalyzedExpression> conditions =
        new ConditionsChecker(scope, diagnostics).check(status.conditions());
    return Checked.of(
        new AnalyzedGroup(
            group,
            spec,
            checkedStatus.schema(),
            resources,
            dependencies.map(TopologicalOrder::of).orElse(List.of()),
            checkedStatus.fields(),
            conditions),
        diagnostics.list());
  }

  private List<ReadResource> readResources(
      ResourceGroup group, SchemaCatalog catalog, Diagnostics diagnostics) {
    ResourceReader resources = new ResourceReader(catalog, group.schema().scope(), diagnostics);
    Map<String, ReadResource> byId = new LinkedHashMap<>();
    group.resources().forEach(r -> byId.putIfAbsent(r.id().value(), resources.read(r)));
    return new ArrayList<>(byId.values());
  }

  private Map<String, ValueType> variables(
      ResourceGroup group, JsonSchema spec, List<ReadResource> resources) {
    Map<String, ValueType> variables = new LinkedHashMap<>();
    variables.put(SCHEMA, InstanceSchema.variable(spec, group.schema().scope()));
    for (ReadResource resource : resources) {
      ValueType type =
          resource
              .type()
              .map(
                  known ->
                      resource.isCollection()
                          ? ValueTypes.listOf(resource.id(), known.schema())
                          : ValueTypes.of(resource.id(), known.schema()))
              .orElse(Simple.DYN);
      variables.putIfAbsent(resource.id(), type);
    }
    return variables;
  }

  private List<AnalyzedResource> checkResources(
      ResourceGroup group,
      List<ReadResource> read,
      Map<String, Set<String>> dependencies,
      Scope scope,
      Diagnostics diagnostics) {
    boolean standIns =
        read.stream().anyMatch(r -> r.type().filter(ResourceType::isStandIn).isPresent());
    ResourceChecker resources =
        new ResourceChecker(scope, group.schema().scope(), options, standIns, diagnostics);
    return read.stream()
        .flatMap(
            resource ->
                resources
                    .check(resource, dependencies.getOrDefault(resource.id(), Set.of()))
                    .stream())
        .toList();
  }
}
