package io.kro4j.compiler.model;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code spec.schema}, with the checks that upstream's own CRD makes. */
final class SchemaReader {
  private static final List<String> FIELDS =
      List.of(
          "kind",
          "apiVersion",
          "group",
          "scope",
          "plural",
          "spec",
          "types",
          "status",
          "additionalPrinterColumns",
          "shortNames",
          "categories",
          "metadata");
  private static final List<String> COLUMN_FIELDS =
      List.of("name", "type", "jsonPath", "description", "format", "priority");
  private static final int MAX_ALIASES = 32;

  private final Diagnostics diagnostics;

  SchemaReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * Reads the fields of a schema. Something stands in for a kind or version that is missing or no
   * text, after an error, so that the rest of the group is checked all the same.
   */
  SchemaDefinition read(Fields schema) {
    schema.allow(FIELDS);
    Optional<MappedText> kind = schema.requiredText("kind", "WebApplication");
    Optional<MappedText> version = schema.requiredText("apiVersion", "v1alpha1");
    Optional<MappedText> plural = schema.text("plural");
    kind.ifPresent(text -> FieldPattern.KIND.check(text, schema.path("kind"), diagnostics));
    version.ifPresent(
        text -> FieldPattern.VERSION.check(text, schema.path("apiVersion"), diagnostics));
    plural.ifPresent(text -> FieldPattern.LABEL.check(text, schema.path("plural"), diagnostics));
    MappedText group =
        schema
            .text("group")
            .orElseGet(() -> MappedText.synthetic(SchemaDefinition.DEFAULT_GROUP, schema.place()));
    Scope scope = scope(schema);
    YamlValue.Mapping spec = tree(schema, "spec");
    YamlValue.Mapping types = tree(schema, "types");
    YamlValue.Mapping status = tree(schema, "status");
    List<YamlValue.Mapping> columns = columns(schema);
    List<MappedText> shortNames = aliases(schema, "shortNames");
    List<MappedText> categories = aliases(schema, "categories");
    Optional<Fields> metadata = schema.object("metadata");
    metadata.ifPresent(fields -> fields.allow(List.of("labels", "annotations")));
    Map<String, String> labels = metadata.map(m -> m.textsByKey("labels")).orElse(Map.of());
    Map<String, String> annotations =
        metadata.map(m -> m.textsByKey("annotations")).orElse(Map.of());
    return new SchemaDefinition(
        kind.orElseGet(() -> kindStandIn(schema)),
        version.orElseGet(() -> MappedText.synthetic("v1", schema.keySpan("apiVersion"))),
        group,
        scope,
        plural,
        spec,
        types,
        status,
        columns,
        shortNames,
        categories,
        labels,
        annotations,
        schema.object());
  }

  /** A kind of its own for each place, so that no two groups seem to define the same. */
  private static MappedText kindStandIn(Fields schema) {
    Span place = schema.keySpan("kind");
    String unique = place.file().name() + ":" + place.start();
    return MappedText.synthetic("Kind" + Integer.toHexString(unique.hashCode()), place);
  }

  private Scope scope(Fields schema) {
    Optional<MappedText> text = schema.text("scope");
    if (text.isEmpty()) {
      return Scope.NAMESPACED;
    }
    String written = text.get().value();
    for (Scope scope : Scope.values()) {
      if (scope.text().equals(written)) {
        return scope;
      }
    }
    List<String> known = Arrays.stream(Scope.values()).map(Scope::text).toList();
    diagnostics.add(
        Diagnostic.of(
                DiagnosticId.MODEL_INVALID_VALUE,
                text.get().span(),
                "`" + written + "` is not a valid `" + schema.path("scope") + "`")
            .withHelp(
                Suggestions.didYouMean(written, known)
                    .orElse("it must be `" + String.join("` or `", known) + "`")));
    return Scope.NAMESPACED;
  }

  /** An object of the author's own making; an empty one if it is absent. */
  private static YamlValue.Mapping tree(Fields schema, String field) {
    return schema
        .object(field)
        .map(Fields::object)
        .orElseGet(() -> new YamlValue.Mapping(List.of(), schema.place()));
  }

  private static List<YamlValue.Mapping> columns(Fields schema) {
    List<YamlValue.Mapping> columns = new ArrayList<>();
    for (Fields column : schema.objects("additionalPrinterColumns")) {
      column.allow(COLUMN_FIELDS);
      column.requiredText("name", "Replicas");
      column.requiredText("type", "integer");
      column.requiredText("jsonPath", ".spec.replicas");
      column.text("description");
      column.text("format");
      column.checkInteger("priority");
      columns.add(column.object());
    }
    return columns;
  }

  /** Short names or categories: a set of at most 32. */
  private List<MappedText> aliases(Fields schema, String field) {
    String path = schema.path(field);
    List<MappedText> aliases = schema.texts(field);
    Map<String, Span> seen = new HashMap<>();
    for (MappedText alias : aliases) {
      FieldPattern.LABEL.check(alias, path, diagnostics);
      Span first = seen.putIfAbsent(alias.value(), alias.span());
      if (first != null) {
        diagnostics.add(
            Diagnostic.of(
                    DiagnosticId.MODEL_INVALID_VALUE,
                    alias.span(),
                    "`" + alias.value() + "` is listed twice in `" + path + "`")
                .withRelated("first listed here", first));
      }
    }
    if (aliases.size() > MAX_ALIASES) {
      diagnostics.add(
          DiagnosticId.MODEL_INVALID_VALUE,
          aliases.get(MAX_ALIASES).span(),
          "`" + path + "` may have at most " + MAX_ALIASES + " items");
    }
    return aliases;
  }
}
