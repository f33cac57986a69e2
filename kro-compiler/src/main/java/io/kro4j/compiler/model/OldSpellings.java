package io.kro4j.compiler.model;

import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Accepts how definitions were written before {@code kro.run/v1alpha1} took its shape in November
 * 2024, with a warning that names the new spelling:
 *
 * <ul>
 *   <li>{@code spec.kind}, {@code spec.apiVersion} and {@code spec.definition} for {@code
 *       spec.schema}
 *   <li>{@code name} for the {@code id} of a resource, {@code definition} for its {@code template}
 *   <li>the manifest beside the {@code id} instead of under {@code template}
 * </ul>
 */
final class OldSpellings {
  private static final String DEFINITION = "definition";
  private static final String TEMPLATE = "template";

  private final Diagnostics diagnostics;

  OldSpellings(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The schema that a spec without {@code schema} spells in the old way, if it does. */
  Optional<Fields> schema(Fields spec) {
    List<YamlValue.Entry> entries = new ArrayList<>();
    Optional<YamlValue.Entry> definition =
        spec.object().entry(DEFINITION).filter(entry -> entry.value() instanceof YamlValue.Mapping);
    for (YamlValue.Entry entry : spec.object().entries()) {
      if (isSchemaField(entry)) {
        entries.add(entry);
      }
    }
    if (definition.isEmpty() || entries.isEmpty()) {
      return Optional.empty();
    }
    YamlValue.Mapping tree = (YamlValue.Mapping) definition.get().value();
    entries.addAll(tree.entries());
    Span place = definition.get().key().span();
    warn(
        place,
        "`kind`, `apiVersion` and `definition` under `spec` are the old spelling of `schema`",
        "put `kind`, `apiVersion` and what is under `definition` under `spec.schema`");
    YamlValue.Mapping schema = new YamlValue.Mapping(entries, spec.object().span());
    return Optional.of(new Fields(schema, "spec.schema", place, diagnostics));
  }

  /** The fields of a spec that {@link #schema} takes. */
  static List<String> schemaFields() {
    return List.of("kind", "apiVersion", DEFINITION);
  }

  /** A resource in today's spelling. */
  Fields resource(Fields resource, List<String> known) {
    List<YamlValue.Entry> entries = new ArrayList<>(resource.object().entries());
    if (!resource.has("id")) {
      rename(entries, "name", "id");
    }
    if (!resource.has(TEMPLATE) && !resource.has("externalRef")) {
      if (!rename(entries, DEFINITION, TEMPLATE)) {
        wrapManifest(entries, known, resource);
      }
    }
    return resource.with(new YamlValue.Mapping(entries, resource.object().span()));
  }

  private boolean rename(List<YamlValue.Entry> entries, String old, String now) {
    for (int i = 0; i < entries.size(); i++) {
      YamlValue.Entry entry = entries.get(i);
      if (entry.key().value().equals(old)) {
        warn(
            entry.key().span(),
            "`" + old + "` is the old spelling of `" + now + "`",
            "write `" + now + "`");
        entries.removeIf(other -> other.key().value().equals(now));
        entries.set(entries.indexOf(entry), Fields.entry(now, entry));
        return true;
      }
    }
    return false;
  }

  /** Gathers the fields that make a manifest under {@code template}. */
  private void wrapManifest(List<YamlValue.Entry> entries, List<String> known, Fields resource) {
    List<YamlValue.Entry> manifest =
        entries.stream().filter(entry -> !known.contains(entry.key().value())).toList();
    Optional<YamlValue.Entry> kind =
        manifest.stream().filter(entry -> entry.key().value().equals("kind")).findFirst();
    boolean versioned =
        manifest.stream().anyMatch(entry -> entry.key().value().equals("apiVersion"));
    if (kind.isEmpty() || !versioned) {
      return;
    }
    warn(
        kind.get().key().span(),
        "the object to create stands beside `id`, which is an old spelling",
        "indent it under `template`");
    YamlValue.Mapping template = new YamlValue.Mapping(manifest, resource.object().span());
    entries.removeAll(manifest);
    entries.add(Fields.entry(TEMPLATE, new YamlValue.Entry(kind.get().key(), template)));
  }

  private static boolean isSchemaField(YamlValue.Entry entry) {
    String name = entry.key().value();
    return schemaFields().contains(name) && !name.equals(DEFINITION);
  }

  private void warn(Span span, String message, String help) {
    diagnostics.add(DiagnosticId.MODEL_OLD_SPELLING, span, message, help);
  }
}
