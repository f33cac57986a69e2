package io.kro4j.compiler.analysis;

import static io.kro4j.compiler.diagnostics.DiagnosticId.GRAPH_NAMESPACE;
import static io.kro4j.compiler.diagnostics.DiagnosticId.GRAPH_RESERVED_KEY;

import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.model.ResourceDefinition;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/**
 * Checks what must hold of {@code metadata} whatever its expressions yield: the namespace fits the
 * scope of the type and of the API, and no label or annotation is one that the runtime owns.
 */
final class TemplateConstraints {
  private static final List<String> RESERVED_PREFIXES = List.of("kro.run/", "internal.kro.run/");

  private final Scope instanceScope;
  private final Diagnostics diagnostics;

  TemplateConstraints(Scope instanceScope, Diagnostics diagnostics) {
    this.instanceScope = instanceScope;
    this.diagnostics = diagnostics;
  }

  void check(ResourceDefinition resource, ObjectHeader header, Scope scope) {
    checkNamespace(resource, header, scope);
    // An external reference has no labels: what stands there is dropped, and warned of elsewhere.
    if (resource.body() instanceof ResourceDefinition.Body.Template) {
      checkKeys(header.metadata(), "labels");
      checkKeys(header.metadata(), "annotations");
    }
  }

  private void checkNamespace(ResourceDefinition resource, ObjectHeader header, Scope scope) {
    Optional<YamlValue.Entry> namespace = namespace(resource, header.metadata());
    String kind = header.kind().value();
    if (scope == Scope.CLUSTER) {
      namespace.ifPresent(
          entry ->
              diagnostics.add(
                  GRAPH_NAMESPACE,
                  entry.key().span(),
                  "`" + kind + "` is cluster-scoped and has no `metadata.namespace`",
                  "remove the namespace"));
      return;
    }
    boolean everywhere =
        resource.body() instanceof ResourceDefinition.Body.ExternalRef ref && ref.bySelector();
    if (instanceScope == Scope.CLUSTER
        && !everywhere
        && namespace.filter(this::isGiven).isEmpty()) {
      Span span = namespace.map(entry -> entry.value().span()).orElse(header.place());
      diagnostics.add(
          GRAPH_NAMESPACE,
          span,
          "`"
              + kind
              + "` lives in a namespace, and instances of a cluster-scoped API have none"
              + " to give it",
          "set `metadata.namespace`, for example `${schema.spec.namespace}`");
    }
  }

  /** The namespace entry; an empty one of an external reference counts as absent. */
  private Optional<YamlValue.Entry> namespace(
      ResourceDefinition resource, YamlValue.Mapping metadata) {
    boolean external = resource.body() instanceof ResourceDefinition.Body.ExternalRef;
    return metadata.entry("namespace").filter(entry -> !external || isGiven(entry));
  }

  private boolean isGiven(YamlValue.Entry entry) {
    return entry.value() instanceof YamlValue.Text text && !text.text().value().isBlank();
  }

  private void checkKeys(YamlValue.Mapping metadata, String field) {
    if (!(metadata.get(field).orElse(null) instanceof YamlValue.Mapping keys)) {
      return;
    }
    for (YamlValue.Entry entry : keys.entries()) {
      for (String prefix : RESERVED_PREFIXES) {
        if (entry.key().value().startsWith(prefix)) {
          diagnostics.add(
              GRAPH_RESERVED_KEY,
              entry.key().span(),
              "`"
                  + entry.key().value()
                  + "` is set by the runtime: "
                  + field
                  + " that start with `"
                  + prefix
                  + "` are reserved",
              "use a prefix of your own");
        }
      }
    }
  }
}
