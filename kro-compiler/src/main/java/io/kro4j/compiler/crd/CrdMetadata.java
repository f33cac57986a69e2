package io.kro4j.compiler.crd;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.model.DnsNames;
import io.kro4j.compiler.model.SchemaDefinition;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * {@code metadata} of the CRD: the author's labels and annotations, upstream's labels that do not
 * depend on a cluster or a release (so neither the id of the definition nor kro's version), and the
 * annotation that keeps Flux from taking CEL for its own variables.
 */
final class CrdMetadata {
  /** Marks a CRD as one that comes from a group. */
  static final String OWNED = "kro.run/owned";

  /** Names the group a CRD comes from; upstream's key. */
  static final String DEFINITION_NAME = "kro.run/resource-graph-definition-name";

  /** Keeps Flux from substituting {@code ${…}}. */
  static final String SUBSTITUTE = "kustomize.toolkit.fluxcd.io/substitute";

  private static final int MAX_ANNOTATIONS = 256 * 1024;

  private CrdMetadata() {}

  /** The metadata as plain JSON; what an API server would refuse is added to {@code found}. */
  static Map<String, Object> of(
      String name, MappedText groupName, SchemaDefinition definition, List<Diagnostic> found) {
    Map<String, Object> labels = new TreeMap<>(definition.labels());
    labels.put(OWNED, "true");
    labels.put(DEFINITION_NAME, groupName.value());
    if (!DnsNames.isLabelValue(groupName.value())) {
      found.add(
          Diagnostic.of(
                  DiagnosticId.CRD_NAME,
                  groupName.span(),
                  "`" + groupName + "` is too long: the CRD has a label with the name of the group")
              .withHelp("use at most 63 letters, digits, `-` and `.`"));
    }
    Map<String, Object> annotations = new TreeMap<>(definition.annotations());
    annotations.putIfAbsent(SUBSTITUTE, "disabled");
    check(definition, found);
    return Map.of("name", name, "labels", labels, "annotations", annotations);
  }

  private static void check(SchemaDefinition definition, List<Diagnostic> found) {
    definition
        .labels()
        .forEach(
            (key, value) -> {
              Optional<YamlValue.Entry> label = definition.source().find("metadata", "labels", key);
              checkKey("label", key, place(label, YamlValue.Entry::keySpan, definition), found);
              if (!DnsNames.isLabelValue(value)) {
                invalid(
                    place(label, entry -> entry.value().span(), definition),
                    "`" + value + "` is not a valid value of a label",
                    "use at most 63 letters, digits, `-`, `_` and `.`",
                    found);
              }
            });
    int size = 0;
    for (Map.Entry<String, String> annotation : definition.annotations().entrySet()) {
      String key = annotation.getKey();
      Optional<YamlValue.Entry> entry = definition.source().find("metadata", "annotations", key);
      // Annotation keys may be in capitals, although the rule for names is for lower case.
      Span place = place(entry, YamlValue.Entry::keySpan, definition);
      checkKey("annotation", key.toLowerCase(Locale.ROOT), place, found);
      size += key.length() + annotation.getValue().length();
    }
    if (size > MAX_ANNOTATIONS) {
      Optional<YamlValue.Entry> annotations = definition.source().find("metadata", "annotations");
      invalid(
          place(annotations, YamlValue.Entry::keySpan, definition),
          "the annotations are larger than 256 KiB",
          "an API server takes no more for one object",
          found);
    }
  }

  private static Span place(
      Optional<YamlValue.Entry> entry,
      Function<YamlValue.Entry, Span> part,
      SchemaDefinition definition) {
    return entry.map(part).orElseGet(definition::span);
  }

  private static void checkKey(String what, String key, Span place, List<Diagnostic> found) {
    if (!DnsNames.isQualifiedName(key)) {
      invalid(
          place,
          "`" + key + "` is not a valid key of " + what + "s",
          "write `name` or `example.com/name`, of letters, digits, `-`, `_` and `.`",
          found);
    }
  }

  private static void invalid(Span place, String message, String help, List<Diagnostic> found) {
    found.add(Diagnostic.of(DiagnosticId.CRD_METADATA, place, message).withHelp(help));
  }
}
