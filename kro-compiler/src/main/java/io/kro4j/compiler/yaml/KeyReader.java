package io.kro4j.compiler.yaml;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Turns the key of an object into the string Kubernetes makes of it: {@code yes} is {@code "true"},
 * {@code 0755} is {@code "493"}, {@code 1.0} is {@code "1"}.
 */
final class KeyReader {
  private final Diagnostics diagnostics;

  KeyReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** A scalar key, or empty after a diagnostic if JSON can have no such key. */
  Optional<MappedText> scalar(Resolved resolved, MappedText text) {
    Object value = resolved.value();
    if (value instanceof String string) {
      return Optional.of(
          string.equals(text.value()) ? text : MappedText.synthetic(string, text.span()));
    }
    if (value == null || value instanceof BigInteger) {
      unsupported(text.span(), value == null ? "null" : "an integer beyond 64 bits");
      return Optional.empty();
    }
    String key = value instanceof Double number ? JsonNumbers.key(number) : value.toString();
    if (key.equals(text.value())) {
      return Optional.of(text);
    }
    diagnostics.add(converted(key, text));
    return Optional.of(MappedText.synthetic(key, text.span()));
  }

  /** The key that an alias stands for, which has become a value already. */
  Optional<MappedText> aliased(YamlValue value) {
    if (value instanceof YamlValue.Text key) {
      return Optional.of(key.text());
    }
    if (value instanceof YamlValue.Literal literal && literal.value() != null) {
      return Optional.of(MappedText.synthetic(literal.value().toString(), literal.span()));
    }
    unsupported(value.span(), value.typeNameWithArticle());
    return Optional.empty();
  }

  /** Says that an object, a list or null cannot be a key. */
  void unsupported(Span span, String what) {
    Optional<Diagnostic> template =
        span.text().startsWith("{")
            ? HelmTemplate.in(span.file(), span.start() - 1, span.start())
            : Optional.empty();
    diagnostics.add(
        template.orElseGet(
            () ->
                Diagnostic.of(
                        DiagnosticId.YAML_UNSUPPORTED_KEY,
                        span,
                        "the key of an object must be a string, and this is " + what)
                    .withHelp("put the key in quotes")));
  }

  private static Diagnostic converted(String key, MappedText text) {
    return Diagnostic.of(
            DiagnosticId.YAML_CONVERTED_KEY,
            text.span(),
            "the key `" + text.value() + "` is read as `" + key + "`")
        .withHelp("put it in quotes, `\"" + text.value() + "\"`, or write what it is read as");
  }
}
