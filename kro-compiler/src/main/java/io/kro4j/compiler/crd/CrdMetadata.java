package io.kro4j.compiler.crd;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.model.SchemaDefinition;
import io.kro4j.compiler.source.MappedText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

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
              "the name of the group must fit into a label: at most 63 letters, digits, `-` and `.`"));
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
              checkKey("label", key, definition, found);
              if (!DnsNames.isLabelValue(value)) {
                invalid(
                    definition, "the value of the label `" + key + "` is no label value", found);
              }
            });
    int size = 0;
    for (Map.Entry<String, String> annotation : definition.annotations().entrySet()) {
      // Annotation keys may be in capitals, although the rule for names is for lower case.
      checkKey("annotation", annotation.getKey().toLowerCase(Locale.ROOT), definition, found);
      size += annotation.getKey().length() + annotation.getValue().length();
    }
    if (size > MAX_ANNOTATIONS) {
      invalid(definition, "the annotations are larger than 256 KiB", found);
    }
  }

  private static void checkKey(
      String what, String key, SchemaDefinition definition, List<Diagnostic> found) {
    if (!DnsNames.isQualifiedName(key)) {
      invalid(definition, "`" + key + "` is no key for a " + what, found);
    }
  }

  private static void invalid(SchemaDefinition definition, String message, List<Diagnostic> found) {
    found.add(Diagnostic.of(DiagnosticId.CRD_METADATA, definition.span(), message));
  }
}
