package io.kro4j.compiler.schema;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
   * <p>A CRD of another version of {@code apiextensions.k8s.io} is an error, unless one of the same
   * name is there in {@code v1}: then it is passed over. Generators write both side by side, for
   * clusters older than that version.
   *
   * @param sources the documents that belong together, such as those of one artifact
   * @return always a catalog; what is wrong with a CRD is an error {@code schema.invalid-source},
   *     and its sound versions are in the catalog all the same
   */
  public static Checked<SchemaCatalog> read(List<SchemaSource> sources) {
    List<SchemaSource> crds = sources.stream().flatMap(CrdCatalog::crds).toList();
    Set<Optional<String>> readable =
        crds.stream()
            .filter(CrdCatalog::isReadable)
            .map(CrdCatalog::name)
            .filter(Optional::isPresent)
            .collect(Collectors.toSet());
    List<ResourceType> types = new ArrayList<>();
    Diagnostics diagnostics = new Diagnostics();
    for (SchemaSource crd : crds) {
      if (isReadable(crd)) {
        types.addAll(new CrdReader(crd, diagnostics).types());
      } else if (!readable.contains(name(crd))) {
        reportVersion(crd, diagnostics);
      }
    }
    return Checked.of(SchemaCatalog.of(types), diagnostics.list());
  }

  /** The CRDs that a document is or has in it, of whatever version. */
  private static Stream<SchemaSource> crds(SchemaSource source) {
    Object kind = source.json().get("kind");
    Stream<SchemaSource> objects =
        "List".equals(kind) || (KIND + "List").equals(kind)
            ? PlainJson.list(source.json().get("items")).stream()
                .map(item -> new SchemaSource(PlainJson.object(item), source.span()))
            : Stream.of(source);
    return objects.filter(
        object -> KIND.equals(object.json().get("kind")) && apiVersion(object).startsWith(GROUP));
  }

  private static String apiVersion(SchemaSource object) {
    return PlainJson.text(object.json().get("apiVersion")).orElse("");
  }

  private static boolean isReadable(SchemaSource crd) {
    return apiVersion(crd).equals(GROUP + "v1");
  }

  private static Optional<String> name(SchemaSource crd) {
    return PlainJson.text(PlainJson.object(crd.json().get("metadata")).get("name"));
  }

  private static void reportVersion(SchemaSource crd, Diagnostics diagnostics) {
    diagnostics.add(
        DiagnosticId.SCHEMA_INVALID_SOURCE,
        crd.span(),
        new CrdReader(crd, diagnostics).name()
            + " is of `"
            + apiVersion(crd)
            + "`, which is not supported",
        "convert it to `apiextensions.k8s.io/v1`, the only version since Kubernetes 1.22");
  }
}
