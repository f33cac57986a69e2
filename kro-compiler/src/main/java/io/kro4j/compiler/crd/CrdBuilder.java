package io.kro4j.compiler.crd;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.model.SchemaDefinition;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.source.MappedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Builds the CRD of a group and checks what an API server checks when it is created.
 *
 * <p>The content is upstream's ({@code pkg/graph/crd}), with more fields in {@code status} (see
 * {@link StatusSchema}). Nothing is in it that an API server would drop or fill in, so that a tool
 * comparing Git with the cluster sees no difference: no empty lists, no column priority of 0, but
 * the singular and list names, which it would add.
 */
public final class CrdBuilder {
  private CrdBuilder() {}

  /**
   * The CRD of a group.
   *
   * @param groupName {@code metadata.name} of the group, which goes into a label
   * @param definition the API as its author wrote it
   * @param spec the schema of {@code spec}
   * @param status the schema of the author's own status fields; an object
   * @return always a CRD; an API server accepts it unless a diagnostic is an error
   */
  public static Checked<GeneratedCrd> build(
      MappedText groupName, SchemaDefinition definition, JsonSchema spec, JsonSchema status) {
    List<Diagnostic> found = new ArrayList<>();
    String kind = definition.kind().value();
    String plural = definition.plural().map(MappedText::value).orElseGet(() -> Plural.of(kind));
    String group = definition.group().value();
    JsonSchema schema =
        JsonSchema.of(root(spec, StatusSchema.complete(status, definition.status(), found)));
    Map<String, Object> crd = new LinkedHashMap<>();
    crd.put("apiVersion", "apiextensions.k8s.io/v1");
    crd.put("kind", "CustomResourceDefinition");
    crd.put("metadata", CrdMetadata.of(plural + "." + group, groupName, definition, found));
    crd.put("spec", spec(definition, plural, schema, found));
    GeneratedCrd generated =
        new GeneratedCrd(
            plural + "." + group,
            group,
            definition.apiVersion().value(),
            kind,
            plural,
            kind.toLowerCase(Locale.ROOT),
            definition.scope(),
            SortedJson.object(crd));
    found.addAll(NameRule.check(generated, definition));
    found.addAll(StructuralRule.check(schema, definition));
    found.addAll(SizeRule.check(generated, definition));
    return Checked.of(generated, found);
  }

  private static Map<String, Object> root(JsonSchema spec, JsonSchema status) {
    Map<String, Object> text = Map.of("type", "string");
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("apiVersion", text);
    properties.put("kind", text);
    properties.put("metadata", Map.of("type", "object"));
    properties.put("spec", spec.json());
    properties.put("status", status.json());
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("properties", properties);
    root.put("type", "object");
    return root;
  }

  private static Map<String, Object> spec(
      SchemaDefinition definition, String plural, JsonSchema schema, List<Diagnostic> found) {
    Map<String, Object> version = new LinkedHashMap<>();
    version.put("name", definition.apiVersion().value());
    version.put("served", true);
    version.put("storage", true);
    version.put("schema", Map.of("openAPIV3Schema", schema.json()));
    version.put("subresources", Map.of("status", Map.of()));
    version.put(
        "additionalPrinterColumns", PrinterColumns.of(definition.printerColumns(), schema, found));
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("group", definition.group().value());
    spec.put("names", names(definition, plural));
    spec.put("scope", definition.scope().text());
    spec.put("versions", List.of(version));
    return spec;
  }

  private static Map<String, Object> names(SchemaDefinition definition, String plural) {
    String kind = definition.kind().value();
    Map<String, Object> names = new LinkedHashMap<>();
    names.put("kind", kind);
    names.put("listKind", kind + "List");
    names.put("plural", plural);
    names.put("singular", kind.toLowerCase(Locale.ROOT));
    putIfAny(names, "shortNames", definition.shortNames());
    putIfAny(names, "categories", definition.categories());
    return names;
  }

  private static void putIfAny(Map<String, Object> names, String key, List<MappedText> values) {
    if (!values.isEmpty()) {
      names.put(key, values.stream().map(MappedText::value).toList());
    }
  }
}
