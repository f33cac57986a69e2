package io.kro4j.compiler.validation;

import static io.kro4j.compiler.diagnostics.DiagnosticId.LINT_HARD_CODED_NAMESPACE;

import io.kro4j.compiler.analysis.AnalyzedGroup;
import io.kro4j.compiler.analysis.AnalyzedResource;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.Optional;

/**
 * A resource of a namespaced API that always goes to the same namespace: instances in different
 * namespaces then share it, and their users may have no rights there.
 */
final class HardCodedNamespaceRule implements GroupRule {
  @Override
  public void check(AnalyzedGroup group, Diagnostics diagnostics) {
    if (group.source().schema().scope() != Scope.NAMESPACED) {
      return;
    }
    Templates.created(group).forEach(resource -> check(resource, diagnostics));
  }

  private static void check(AnalyzedResource resource, Diagnostics diagnostics) {
    Optional<YamlValue.Text> namespace = Templates.text(resource, "metadata", "namespace");
    if (namespace.isPresent() && !Templates.isComputed(resource, namespace.get())) {
      diagnostics.add(
          LINT_HARD_CODED_NAMESPACE,
          namespace.get().span(),
          "resource `"
              + resource.id()
              + "` of every instance goes to namespace `"
              + namespace.get().text().value()
              + "`",
          "remove `metadata.namespace` to use the namespace of the instance, or compute it");
    }
  }
}
