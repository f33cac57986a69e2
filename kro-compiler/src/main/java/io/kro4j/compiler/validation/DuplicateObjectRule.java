package io.kro4j.compiler.validation;

import static io.kro4j.compiler.diagnostics.DiagnosticId.LINT_DUPLICATE_OBJECT;

import io.kro4j.compiler.analysis.AnalyzedGroup;
import io.kro4j.compiler.analysis.AnalyzedResource;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.HashMap;
import java.util.Map;

/**
 * Two resources that render the same object: same type, same name, same namespace. The runtime
 * refuses such an instance. Resources that may be left out are not compared, since only one of them
 * may be there.
 */
final class DuplicateObjectRule implements GroupRule {
  @Override
  public void check(AnalyzedGroup group, Diagnostics diagnostics) {
    Map<Identity, AnalyzedResource> seen = new HashMap<>();
    Templates.created(group)
        .filter(resource -> resource.definition().includeWhen().isEmpty())
        .filter(resource -> resource.definition().forEach().isEmpty())
        .forEach(resource -> check(resource, seen, diagnostics));
  }

  private static void check(
      AnalyzedResource resource, Map<Identity, AnalyzedResource> seen, Diagnostics diagnostics) {
    Identity identity = Identity.of(resource);
    AnalyzedResource first =
        identity.name().isEmpty() ? null : seen.putIfAbsent(identity, resource);
    if (first != null) {
      diagnostics.add(
          Diagnostic.of(
                  LINT_DUPLICATE_OBJECT,
                  Templates.text(resource, "metadata", "name").orElseThrow().span(),
                  "resources `"
                      + first.id()
                      + "` and `"
                      + resource.id()
                      + "` are the same `"
                      + resource.type().gvk().kind()
                      + "` `"
                      + identity.name()
                      + "`")
              .withRelated("the first", first.definition().id().span())
              .withHelp("give each its own `metadata.name`"));
    }
  }

  /** What makes an object the same object; expressions are compared as text. */
  private record Identity(String group, String kind, String namespace, String name) {
    static Identity of(AnalyzedResource resource) {
      return new Identity(
          resource.type().gvk().group(),
          resource.type().gvk().kind(),
          value(resource, "namespace"),
          value(resource, "name"));
    }

    private static String value(AnalyzedResource resource, String field) {
      return Templates.text(resource, "metadata", field)
          .map(YamlValue.Text::text)
          .map(text -> text.value().strip())
          .orElse("");
    }
  }
}
