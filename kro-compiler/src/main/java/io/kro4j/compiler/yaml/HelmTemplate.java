package io.kro4j.compiler.yaml;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.util.Optional;

/**
 * Recognises files that Helm makes YAML of, and that are none before, by an action such as {@code
 * {{- if .Values.full }}}.
 */
final class HelmTemplate {
  private static final String OPENING = "{{";
  private static final String CLOSING = "}}";

  private HelmTemplate() {}

  /**
   * Says that a part of a file that cannot be read is a template.
   *
   * @param from where the part begins
   * @param to where it ends
   * @return an error at the first action that begins in the part, or empty if there is none
   */
  static Optional<Diagnostic> in(SourceFile file, int from, int to) {
    for (int at = Math.max(0, from); at < to; at++) {
      if (isAction(file.text(), at)) {
        return Optional.of(diagnostic(new Span(file, at, end(file.text(), at))));
      }
    }
    return Optional.empty();
  }

  /** Behind a dollar it is an expression that begins with a map. */
  private static boolean isAction(String text, int at) {
    return text.startsWith(OPENING, at) && (at == 0 || text.charAt(at - 1) != '$');
  }

  /** The end of an action, or of its line if it goes on. */
  private static int end(String text, int start) {
    int at = start;
    while (at < text.length() && !LineBreaks.isBreak(text.charAt(at))) {
      if (text.startsWith(CLOSING, at)) {
        return at + CLOSING.length();
      }
      at++;
    }
    return at;
  }

  private static Diagnostic diagnostic(Span action) {
    return Diagnostic.of(
            DiagnosticId.YAML_SYNTAX,
            action,
            "`{{` begins an action of a Helm template, which is not YAML")
        .withHelp(
            "compile what `helm template` makes of the file, or leave the file out of the sources");
  }
}
