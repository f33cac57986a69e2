package io.kro4j.compiler.analysis;

import static io.kro4j.compiler.diagnostics.DiagnosticId.GRAPH_CYCLE;
import static io.kro4j.compiler.diagnostics.DiagnosticId.GRAPH_FOR_EACH;
import static io.kro4j.compiler.diagnostics.DiagnosticId.GRAPH_SELF_REFERENCE;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.expression.ParsedExpression;
import io.kro4j.compiler.expression.Reference;
import io.kro4j.compiler.schema.FieldPath;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out which resource depends on which: on every resource that its template, its {@code
 * forEach} or its {@code includeWhen} names, in whichever branch. {@code readyWhen} makes no
 * dependency.
 */
final class DependencyLinker {
  private final List<ReadResource> resources;
  private final Diagnostics diagnostics;
  private final Set<String> ids = new LinkedHashSet<>();

  DependencyLinker(List<ReadResource> resources, Diagnostics diagnostics) {
    this.resources = resources;
    this.diagnostics = diagnostics;
    // A reserved word as an id has been reported; what it stands for otherwise is no dependency.
    resources.stream()
        .map(ReadResource::id)
        .filter(id -> !ReservedNames.contains(id))
        .forEach(ids::add);
  }

  /**
   * The dependencies of each resource, in the order of declaration and of first mention. If there
   * are cycles, they have been reported and the result is empty.
   */
  Optional<Map<String, Set<String>>> link() {
    Map<String, Set<String>> dependencies = new LinkedHashMap<>();
    for (ReadResource resource : resources) {
      dependencies.put(resource.id(), dependencies(resource));
      checkIterators(resource);
    }
    List<List<String>> cycles = TopologicalOrder.cycles(dependencies);
    cycles.forEach(this::reportCycle);
    return cycles.isEmpty() ? Optional.of(dependencies) : Optional.empty();
  }

  private Set<String> dependencies(ReadResource resource) {
    Set<String> found = new LinkedHashSet<>();
    expressions(resource)
        .flatMap(expression -> expression.references().stream())
        .filter(reference -> ids.contains(reference.name()))
        .forEach(
            reference -> {
              if (reference.name().equals(resource.id())) {
                reportSelf(reference);
              } else {
                found.add(reference.name());
              }
            });
    return found;
  }

  private static Stream<ParsedExpression> expressions(ReadResource resource) {
    return Stream.of(
            resource.template().stream().map(TemplateExpression::parsed),
            resource.forEach().stream().map(dimension -> dimension.list().expression()),
            resource.includeWhen().stream().map(ReadResource.Condition::expression))
        .flatMap(stream -> stream);
  }

  private void reportSelf(Reference reference) {
    diagnostics.add(
        GRAPH_SELF_REFERENCE,
        reference.spans().get(0),
        "resource `" + reference.name() + "` cannot read itself before it exists",
        "read `schema.spec` instead, or move the check to `readyWhen`");
  }

  private void reportCycle(List<String> cycle) {
    Span span = mention(cycle.get(0), cycle.get(1));
    Diagnostic diagnostic =
        Diagnostic.of(
                GRAPH_CYCLE,
                span,
                "resources depend on each other in a circle: `" + String.join("` → `", cycle) + "`")
            .withHelp("let one of them read `schema.spec` instead of the other resource");
    for (int i = 1; i < cycle.size() - 1; i++) {
      diagnostic =
          diagnostic.withRelated(
              "`" + cycle.get(i) + "` reads `" + cycle.get(i + 1) + "` here",
              mention(cycle.get(i), cycle.get(i + 1)));
    }
    diagnostics.add(diagnostic);
  }

  /** Where one resource first names another. */
  private Span mention(String from, String to) {
    ReadResource resource =
        resources.stream().filter(read -> read.id().equals(from)).findFirst().orElseThrow();
    return expressions(resource)
        .flatMap(expression -> expression.references().stream())
        .filter(reference -> reference.name().equals(to))
        .map(reference -> reference.spans().get(0))
        .findFirst()
        .orElse(resource.definition().id().span());
  }

  /** Every iterator must tell the objects of a collection apart. */
  private void checkIterators(ReadResource resource) {
    boolean namespaced = resource.type().filter(type -> type.scope() == Scope.CLUSTER).isEmpty();
    List<String> inIdentity = new ArrayList<>();
    for (TemplateExpression expression : resource.template()) {
      if (expression.path().equals(FieldPath.METADATA_NAME)
          || (namespaced && expression.path().equals(FieldPath.METADATA_NAMESPACE))) {
        expression.parsed().references().forEach(reference -> inIdentity.add(reference.name()));
      }
    }
    for (ReadResource.Dimension dimension : resource.forEach()) {
      if (!inIdentity.contains(dimension.name().value())) {
        diagnostics.add(
            GRAPH_FOR_EACH,
            dimension.name().span(),
            "iterator `"
                + dimension.name().value()
                + "` does not appear in `metadata.name`, so two"
                + " objects would have the same name",
            "use it in `metadata.name`" + (namespaced ? " or `metadata.namespace`" : ""));
      }
    }
  }
}
