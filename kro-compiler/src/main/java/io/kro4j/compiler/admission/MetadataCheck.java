package io.kro4j.compiler.admission;

import static io.kro4j.compiler.diagnostics.DiagnosticId.ADMISSION_METADATA;

import io.kro4j.compiler.diagnostics.Quoted;
import io.kro4j.compiler.model.DnsNames;
import io.kro4j.compiler.schema.FieldPath;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.compiler.schema.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What no schema says of the metadata of an instance: the form of its name, namespace, labels and
 * annotations ({@code apimachinery/pkg/api/validation/objectmeta.go}).
 */
final class MetadataCheck {
  private static final int MOST_ANNOTATIONS = 256 * 1024;
  private static final String NAME_FORM =
      "use lower-case letters, digits, `-` and `.`, with a letter or digit at both ends";
  private static final String VALUE_FORM =
      "use at most 63 letters, digits, `-`, `_` and `.`, with a letter or digit at both ends";

  private final Map<String, ? extends @Nullable Object> object;
  private final Map<String, ? extends @Nullable Object> metadata;
  private final FieldPath path;
  private final Problems problems;

  /**
   * A check.
   *
   * @param object the instance, or an object in one of its fields
   * @param at where the object is
   */
  MetadataCheck(Map<String, ? extends @Nullable Object> object, FieldPath at, Problems problems) {
    this.object = object;
    this.metadata = PlainJson.object(object.get("metadata"));
    this.path = at;
    this.problems = problems;
  }

  /** Checks an object that is in a field of an instance; it needs no name. */
  void checkEmbedded() {
    PlainJson.text(object.get("kind"))
        .filter(kind -> !DnsNames.isLabel(kind.toLowerCase(Locale.ROOT)))
        .ifPresent(
            kind ->
                report(
                    path.field("kind"),
                    Quoted.text(kind) + " is not a kind",
                    "use letters and digits, with a letter at the start"));
    PlainJson.text(object.get("apiVersion"))
        .filter(version -> version.indexOf('/') != version.lastIndexOf('/'))
        .ifPresent(
            version ->
                report(
                    path.field("apiVersion"),
                    Quoted.text(version) + " is not a version",
                    "write `v1` or `group/v1`"));
    checkKeys();
  }

  /** Checks an instance. */
  void check(Scope scope) {
    checkName();
    PlainJson.text(metadata.get("namespace"))
        .filter(namespace -> scope == Scope.NAMESPACED && !DnsNames.isNamespace(namespace))
        .ifPresent(
            namespace ->
                report(
                    metadata("namespace"),
                    Quoted.text(namespace) + " is not the name of a namespace",
                    "use at most 63 lower-case letters, digits and `-`"));
    checkKeys();
  }

  private void checkKeys() {
    PlainJson.object(metadata.get("labels")).forEach(this::checkLabel);
    PlainJson.object(metadata.get("annotations"))
        .keySet()
        .forEach(key -> checkKey("annotations", key, key.toLowerCase(Locale.ROOT)));
    for (Object finalizer : PlainJson.list(metadata.get("finalizers"))) {
      if (finalizer instanceof String text && !DnsNames.isQualifiedName(text)) {
        report(
            metadata("finalizers"),
            Quoted.text(text) + " is not a finalizer",
            "write `example.com/name`, of letters, digits, `-`, `_` and `.`");
      }
    }
    checkSize();
  }

  private FieldPath metadata(String field) {
    return path.field("metadata").field(field);
  }

  private void checkName() {
    Optional<String> name = PlainJson.text(metadata.get("name"));
    Object prefix = metadata.get("generateName");
    if (name.isPresent()) {
      if (!DnsNames.isSubdomain(name.get())) {
        report(FieldPath.METADATA_NAME, Quoted.text(name.get()) + " is not a name", NAME_FORM);
      }
    } else if (!GeneratedName.leavesName(metadata)) {
      return;
    } else if (prefix == null || prefix.equals("")) {
      report(path.field("metadata"), "the instance has no name", "write `metadata.name`");
    } else if (prefix instanceof String text && !DnsNames.isSubdomain(GeneratedName.of(text))) {
      report(
          metadata("generateName"),
          "no name can begin with " + Quoted.text(text),
          "use lower-case letters, digits, `-` and `.`, with a letter or digit at the start");
    }
  }

  private void checkLabel(String key, @Nullable Object value) {
    checkKey("labels", key, key);
    if (value instanceof String text && !DnsNames.isLabelValue(text)) {
      report(
          metadata("labels").field(key),
          Quoted.text(text) + " is not a valid value of a label",
          VALUE_FORM);
    }
  }

  private void checkKey(String what, String key, String compared) {
    if (!DnsNames.isQualifiedName(compared)) {
      report(
          metadata(what).field(key),
          Quoted.text(key) + " is not a valid key of " + what,
          "write `name` or `example.com/name`, of letters, digits, `-`, `_` and `.`");
    }
  }

  private void checkSize() {
    long size = 0;
    for (Map.Entry<String, Object> annotation :
        PlainJson.object(metadata.get("annotations")).entrySet()) {
      size += bytes(annotation.getKey()) + bytes(String.valueOf(annotation.getValue()));
    }
    if (size > MOST_ANNOTATIONS) {
      report(
          metadata("annotations"),
          "the annotations have " + size + " bytes together",
          "an API server takes at most " + MOST_ANNOTATIONS);
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private void report(FieldPath path, String message, String help) {
    problems.atKey(ADMISSION_METADATA, path, message, Optional.of(help));
  }
}
