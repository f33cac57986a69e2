package io.kro4j.compiler.schema;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types that OpenAPI v3 documents of API servers describe. */
public final class OpenApiCatalog {
  private static final String HELP =
      "`kubectl get --raw /openapi/v3/apis/<group>/<version>` writes such a document";

  private OpenApiCatalog() {}

  /**
   * Reads OpenAPI v3 documents as API servers give them, one per group and version or several
   * merged.
   *
   * <p>A type is a resource that the paths serve, found by the {@code
   * x-kubernetes-group-version-kind} of its operations and of its schema; plural and scope are
   * those of the path. Documents that serve no resources, such as {@code /openapi/v3/version}, add
   * nothing. If two documents have the same type, the first counts.
   *
   * @param sources the documents
   * @return always a catalog; a document that is something else is an error {@code
   *     schema.invalid-source}
   */
  public static Checked<SchemaCatalog> read(List<SchemaSource> sources) {
    List<ResourceType> types = new ArrayList<>();
    Diagnostics diagnostics = new Diagnostics();
    for (SchemaSource source : sources) {
      Optional<String> defect = defect(source.json());
      if (defect.isPresent()) {
        Diagnostic wrong =
            Diagnostic.of(DiagnosticId.SCHEMA_INVALID_SOURCE, source.span(), defect.get());
        diagnostics.add(wrong.withHelp(HELP));
      } else {
        types.addAll(new OpenApiReader(source.json()).types());
      }
    }
    return Checked.of(SchemaCatalog.of(types), diagnostics.list());
  }

  private static Optional<String> defect(Map<String, Object> document) {
    if (document.containsKey("swagger")) {
      return Optional.of(
          "this is an OpenAPI v2 document, which lacks defaults and more; v3 is needed");
    }
    if (PlainJson.text(document.get("openapi")).filter(v -> v.startsWith("3.")).isEmpty()) {
      return Optional.of("this is no OpenAPI v3 document: it has no `openapi: 3.…`");
    }
    if (!(document.get("paths") instanceof Map)) {
      return Optional.of("the document has no `paths`, which say plural and scope of its types");
    }
    return Optional.empty();
  }
}
