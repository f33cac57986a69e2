package io.kro4j.compiler.analysis;

import static io.kro4j.compiler.diagnostics.DiagnosticId.GRAPH_INVALID_TEMPLATE;

import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The fields every Kubernetes object starts with. Type and version must be constant: the schema
 * they name decides everything else.
 *
 * @param apiVersion {@code apiVersion}
 * @param kind {@code kind}
 * @param metadata {@code metadata}
 * @param place where {@code metadata} is named
 */
record ObjectHeader(
    MappedText apiVersion, MappedText kind, YamlValue.Mapping metadata, Span place) {
  private static final Pattern DNS_LABEL = Pattern.compile("(?i)[a-z]([-a-z0-9]{0,61}[a-z0-9])?");

  /** The header of an object, if all of it is sound. */
  static Optional<ObjectHeader> read(YamlValue.Mapping object, Diagnostics diagnostics) {
    checkMissing(object, diagnostics);
    Optional<MappedText> apiVersion = text(object, "apiVersion", diagnostics);
    Optional<MappedText> kind = text(object, "kind", diagnostics);
    Optional<YamlValue.Mapping> metadata = metadata(object, diagnostics);
    Optional<MappedText> soundVersion =
        apiVersion.filter(text -> checkApiVersion(text, diagnostics));
    Optional<MappedText> soundKind = kind.filter(text -> checkKind(text, diagnostics));
    if (soundVersion.isEmpty() || soundKind.isEmpty() || metadata.isEmpty()) {
      return Optional.empty();
    }
    Span place = object.entry("metadata").orElseThrow().keySpan();
    return Optional.of(
        new ObjectHeader(soundVersion.get(), soundKind.get(), metadata.get(), place));
  }

  /** The name of the object's type. */
  GroupVersionKind type() {
    return GroupVersionKind.of(apiVersion.value(), kind.value());
  }

  private static void checkMissing(YamlValue.Mapping object, Diagnostics diagnostics) {
    List<String> missing =
        Stream.of("apiVersion", "kind", "metadata")
            .filter(field -> object.get(field).isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      diagnostics.add(
          GRAPH_INVALID_TEMPLATE,
          object.start(),
          "the object has no `" + String.join("` and no `", missing) + "`",
          "`apiVersion` and `kind` say what it is, and `metadata` has its name");
    }
  }

  private static Optional<MappedText> text(
      YamlValue.Mapping object, String field, Diagnostics diagnostics) {
    Optional<YamlValue> value = object.get(field);
    if (value.isPresent() && value.get() instanceof YamlValue.Text text) {
      return Optional.of(text.text());
    }
    value.ifPresent(
        other ->
            diagnostics.add(
                GRAPH_INVALID_TEMPLATE,
                other.span(),
                "`" + field + "` must be a string, not " + other.typeNameWithArticle(),
                "name the type of the object with `apiVersion` and `kind`"));
    return Optional.empty();
  }

  private static Optional<YamlValue.Mapping> metadata(
      YamlValue.Mapping object, Diagnostics diagnostics) {
    Optional<YamlValue> value = object.get("metadata");
    if (value.isPresent() && value.get() instanceof YamlValue.Mapping metadata) {
      return Optional.of(metadata);
    }
    value.ifPresent(
        other ->
            diagnostics.add(
                GRAPH_INVALID_TEMPLATE,
                other.span(),
                "`metadata` must be an object, not " + other.typeNameWithArticle(),
                "write `metadata` as an object; its fields may be expressions"));
    return Optional.empty();
  }

  private static boolean checkApiVersion(MappedText text, Diagnostics diagnostics) {
    String value = text.value();
    boolean sound =
        !value.isEmpty()
            && !value.contains("${")
            && value.indexOf('/') == value.lastIndexOf('/')
            && !value.startsWith("/")
            && !value.endsWith("/");
    if (!sound) {
      diagnostics.add(
          GRAPH_INVALID_TEMPLATE,
          text.span(),
          "`" + value + "` is not an `apiVersion`",
          "write `group/version`, such as `apps/v1`, or `v1` for the core group, as a constant");
    }
    return sound;
  }

  private static boolean checkKind(MappedText text, Diagnostics diagnostics) {
    boolean sound = DNS_LABEL.matcher(text.value()).matches();
    if (!sound) {
      diagnostics.add(
          GRAPH_INVALID_TEMPLATE,
          text.span(),
          "`" + text.value() + "` is not a `kind`",
          "write the kind as a constant of letters and digits, such as `Deployment`");
    }
    return sound;
  }
}
