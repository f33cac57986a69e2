package io.kro4j.compiler.model;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.source.MappedText;
import java.util.regex.Pattern;

/**
 * What a string field must look like.
 *
 * @param pattern what the whole string must match
 * @param rule the pattern in words, as the end of "must be …"
 */
record FieldPattern(Pattern pattern, String rule) {
  /** A kind ({@code kro.run_resourcegraphdefinitions.yaml}, {@code schema.kind}). */
  static final FieldPattern KIND =
      of(
          "[A-Z][a-zA-Z0-9]{0,62}",
          "a capital letter followed by at most 62 letters and digits, such as `WebApp`");

  /** The version of an API ({@code schema.apiVersion}). */
  static final FieldPattern VERSION =
      of("v[0-9]+(alpha[0-9]+|beta[0-9]+)?", "a version without a group, such as `v1alpha1`");

  /** A short name, a category ({@code schema.shortNames}), and a plural. */
  static final FieldPattern LABEL =
      of(
          "(?=.{1,63}$)[a-z]([-a-z0-9]*[a-z0-9])?",
          "at most 63 lower-case letters, digits and `-`, beginning with a letter");

  /** The name of an object (RFC 1123 subdomain). */
  static final FieldPattern OBJECT_NAME =
      of(
          "(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*",
          "at most 253 lower-case letters, digits, `-` and `.`");

  private static FieldPattern of(String pattern, String rule) {
    return new FieldPattern(Pattern.compile(pattern), rule);
  }

  /** Reports a string that does not match. */
  void check(MappedText text, String path, Diagnostics diagnostics) {
    if (!pattern.matcher(text.value()).matches()) {
      diagnostics.add(
          Diagnostic.of(
                  DiagnosticId.MODEL_INVALID_VALUE,
                  text.span(),
                  "`" + text.value() + "` is not a valid `" + path + "`")
              .withHelp("it must be " + rule));
    }
  }
}
