package io.kro4j.maven.compilation;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.suppression.Suppressed;
import java.util.List;

/**
 * What the compiler found, with the usual severities and in files of their own names.
 *
 * @param diagnostics the findings that count
 * @param suppressed those that their files say are no news
 */
public record Found(List<Diagnostic> diagnostics, List<Suppressed> suppressed) {
  /** Nothing. */
  static final Found NOTHING = new Found(List.of(), List.of());

  /** Copies the lists. */
  public Found {
    diagnostics = List.copyOf(diagnostics);
    suppressed = List.copyOf(suppressed);
  }
}
