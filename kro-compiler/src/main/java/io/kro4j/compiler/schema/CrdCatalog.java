package io.kro4j.compiler.schema;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The types that CustomResourceDefinitions define. */
public final class CrdCatalog {
  private static final String KIND = "CustomResourceDefinition";
  private static final String GROUP = "apiextensions.k8s.io/";

  private CrdCatalog() {}

  /**
   * Reads CRDs of {@code apiextensions.k8s.io/v1}, also inside lists.
   *
   * <p>Each served version of a CRD is a type, with its schema as API servers publish it: {@code
   * apiVersion} and {@code kind} are strings, {@code metadata} is Kubernetes' ObjectMeta whatever
   * the CRD says of it, and embedded resources have the three too. Documents of other kinds are
   * passed over, since files that install an operator hold all sorts. If two CRDs define the same
   * type, the first counts.
   *
   * @param sources the documents
   * @return always a catalog; what is wrong with a CRD is an error {@code schema.invalid-source},
   *     and its sound versions are in the catalog all the same
   */
  public static Checked<SchemaCatalog> read(List<SchemaSource> sources) {
    List<ResourceType> types = new ArrayList<>();
    Diagnostics diagnostics = new Diagnostics();
    for (SchemaSource source : sources) {
      documents(source).forEach(crd -> types.addAll(read(crd, diagnostics)));
    }
    return Checked.of(SchemaCatalog.of(types), diagnostics.list());
  }

  private static List<SchemaSource> documents(SchemaSource source) {
    Object kind = source.json().get("kind");
    if (!"List".equals(kind) && !(KIND + "List").equals(kind)) {
      return List.of(source);
    }
    return PlainJson.list(source.json().get("items")).stream()
        .map(item -> new SchemaSource(PlainJson.object(item), source.span()))
        .toList();
  }

  private static List<ResourceType> read(SchemaSource source, Diagnostics diagnostics) {
    Map<String, Object> json = source.json();
    String apiVersion = PlainJson.text(json.get("apiVersion")).orElse("");
    if (!KIND.equals(json.get("kind")) || !apiVersion.startsWith(GROUP)) {
      return List.of();
    }
    CrdReader reader = new CrdReader(source, diagnostics);
    if (apiVersion.equals(GROUP + "v1")) {
      return reader.types();
    }
    diagnostics.add(
        DiagnosticId.SCHEMA_INVALID_SOURCE,
        source.span(),
        reader.name() + " is of `" + apiVersion + "`, which is not supported",
        "convert it to `apiextensions.k8s.io/v1`, the only version since Kubernetes 1.22");
    return List.of();
  }
}
