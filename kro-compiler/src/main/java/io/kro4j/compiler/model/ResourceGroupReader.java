package io.kro4j.compiler.model;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a definition from its document and reports all that an API server with upstream's CRD would
 * refuse ({@code helm/crds/kro.run_resourcegraphdefinitions.yaml}).
 */
public final class ResourceGroupReader {
  /** The one version of definitions. */
  public static final String API_VERSION = "kro.run/v1alpha1";

  private static final String API_GROUP = "kro.run/";

  /** The group of the project's prototypes, before it was called kro. */
  private static final String FORMER_GROUP = "x.symphony.k8s.aws/";

  private static final List<String> KINDS =
      Arrays.stream(ResourceGroup.Kind.values()).map(ResourceGroup.Kind::text).toList();

  private final YamlDocument document;
  private final Diagnostics diagnostics = new Diagnostics();

  private ResourceGroupReader(YamlDocument document) {
    this.document = document;
  }

  /** Whether a document says that it is a definition of the version read here. */
  public static boolean isResourceGroup(YamlDocument document) {
    return field(document, "apiVersion").filter(API_VERSION::equals).isPresent()
        && kind(document).isPresent();
  }

  /**
   * What is wrong with a document that was probably meant to be a definition and is not: its kind
   * is misspelt or missing, or its version is.
   *
   * @return an error, or empty if the document is a definition or clearly something else, such as
   *     the {@code ResourceGroup} of another API group
   */
  public static Optional<Diagnostic> nearMiss(YamlDocument document) {
    Optional<String> kind = field(document, "kind");
    if (isResourceGroup(document)) {
      return Optional.empty();
    }
    Optional<YamlValue.Mapping> listed = listed(document);
    if (listed.isPresent()) {
      return Optional.of(inList(listed.get()));
    }
    String version = field(document, "apiVersion").orElse("");
    boolean ours = version.startsWith(API_GROUP) || version.startsWith(FORMER_GROUP);
    if (kind.filter(text -> !text.isEmpty()).isEmpty()) {
      return ours || hasSchema(document) ? Optional.of(noKind(document)) : Optional.empty();
    }
    if (kind(document).isPresent()) {
      boolean noGroup = version.indexOf('/') < 0;
      boolean alike = Suggestions.nearest(version, List.of(API_VERSION)).isPresent();
      return ours || noGroup || alike
          ? Optional.of(wrongVersion(document, version))
          : Optional.empty();
    }
    return Suggestions.nearest(kind.get(), KINDS)
        .filter(near -> ours && (near.equalsIgnoreCase(kind.get()) || hasSchema(document)))
        .map(near -> wrongKind(document, kind.get(), near));
  }

  /**
   * Reads a definition.
   *
   * @param document a document for which {@link #isResourceGroup} holds
   * @return the definition, with all findings in the order of the file; none if it has no name or
   *     no schema. After an error, resources without an id or a body are left out, and something
   *     stands in for the kind or version of the schema
   */
  public static Checked<ResourceGroup> read(YamlDocument document) {
    return new ResourceGroupReader(document).read();
  }

  private Checked<ResourceGroup> read() {
    ResourceGroup.Kind kind =
        kind(document)
            .orElseThrow(() -> new IllegalArgumentException("the document is no definition"));
    YamlValue.Mapping definition = (YamlValue.Mapping) document.root();
    Fields root = new Fields(definition, "", definition.start(), diagnostics);
    root.allow(List.of("apiVersion", "kind", "metadata", "spec", "status"));
    Optional<Fields> metadata = root.requiredObject("metadata");
    Optional<MappedText> name =
        metadata.flatMap(fields -> fields.requiredText("name", "web-application"));
    name.ifPresent(text -> FieldPattern.OBJECT_NAME.check(text, "metadata.name", diagnostics));
    Map<String, String> labels = metadata.map(m -> m.textsByKey("labels")).orElse(Map.of());
    Map<String, String> annotations =
        metadata.map(m -> m.textsByKey("annotations")).orElse(Map.of());
    Optional<Fields> spec = root.requiredObject("spec");
    Optional<SchemaDefinition> schema = spec.flatMap(this::schema);
    List<ResourceDefinition> resources = spec.map(this::resources).orElse(List.of());
    List<Diagnostic> found = diagnostics.list().stream().sorted(Diagnostic.BY_PLACE).toList();
    if (name.isEmpty() || schema.isEmpty()) {
      return Checked.failed(found);
    }
    return Checked.of(
        new ResourceGroup(
            kind,
            name.get(),
            labels,
            annotations,
            schema.get(),
            resources,
            (YamlValue.Mapping) document.root()),
        found);
  }

  private Optional<SchemaDefinition> schema(Fields spec) {
    SchemaReader reader = new SchemaReader(diagnostics);
    Optional<Fields> old =
        spec.has("schema") ? Optional.empty() : new OldSpellings(diagnostics).schema(spec);
    List<String> known = new ArrayList<>(List.of("schema", "resources"));
    if (old.isPresent()) {
      known.addAll(OldSpellings.schemaFields());
    }
    spec.allow(known);
    return old.or(() -> spec.requiredObject("schema")).map(reader::read);
  }

  private List<ResourceDefinition> resources(Fields spec) {
    ResourceReader reader = new ResourceReader(diagnostics);
    return spec.objects("resources").stream()
        .flatMap(entry -> reader.read(entry).stream())
        .toList();
  }

  /** Only definitions have a schema; the kinds of instances may be named much like theirs. */
  private static boolean hasSchema(YamlDocument document) {
    return document.root() instanceof YamlValue.Mapping root
        && root.get("spec").orElse(root) instanceof YamlValue.Mapping spec
        && spec.get("schema").isPresent();
  }

  private static Diagnostic wrongVersion(YamlDocument document, String version) {
    String message =
        version.isEmpty()
            ? "a definition needs an `apiVersion`"
            : "`" + version + "` is not an API version that definitions have";
    return nearMiss(document, "apiVersion", message)
        .withHelp("write `apiVersion: " + API_VERSION + "`");
  }

  /** The first definition in a {@code kind: List}, which {@code kubectl} takes apart. */
  private static Optional<YamlValue.Mapping> listed(YamlDocument document) {
    boolean list = field(document, "kind").filter("List"::equals).isPresent();
    if (!list || !(document.root() instanceof YamlValue.Mapping root)) {
      return Optional.empty();
    }
    return root.get("items").stream()
        .filter(YamlValue.Sequence.class::isInstance)
        .flatMap(items -> ((YamlValue.Sequence) items).items().stream())
        .filter(YamlValue.Mapping.class::isInstance)
        .map(YamlValue.Mapping.class::cast)
        .filter(item -> isResourceGroup(new YamlDocument(item, item.span())))
        .findFirst();
  }

  private static Diagnostic inList(YamlValue.Mapping item) {
    return Diagnostic.of(
            DiagnosticId.MODEL_UNKNOWN_KIND, item.start(), "a definition in a `List` is not read")
        .withHelp("write each definition as a document of its own, with `---` between them");
  }

  private static Diagnostic noKind(YamlDocument document) {
    return nearMiss(document, "kind", "a document of `" + API_VERSION + "` needs a `kind`")
        .withHelp("write `kind: " + KINDS.get(0) + "`");
  }

  private static Diagnostic wrongKind(YamlDocument document, String kind, String near) {
    return nearMiss(document, "kind", "`" + kind + "` is not a kind of `" + API_VERSION + "`")
        .withHelp("did you mean `" + near + "`?");
  }

  private static Diagnostic nearMiss(YamlDocument document, String field, String message) {
    YamlValue.Mapping root = (YamlValue.Mapping) document.root();
    YamlValue place = root.get(field).or(() -> root.get("kind")).orElse(root);
    return Diagnostic.of(DiagnosticId.MODEL_UNKNOWN_KIND, place.span(), message);
  }

  private static Optional<ResourceGroup.Kind> kind(YamlDocument document) {
    Optional<String> written = field(document, "kind");
    return Arrays.stream(ResourceGroup.Kind.values())
        .filter(kind -> written.filter(kind.text()::equals).isPresent())
        .findFirst();
  }

  private static Optional<String> field(YamlDocument document, String name) {
    return document.root() instanceof YamlValue.Mapping root
        ? root.get(name)
            .filter(YamlValue.Text.class::isInstance)
            .map(value -> ((YamlValue.Text) value).text().value())
        : Optional.empty();
  }
}
