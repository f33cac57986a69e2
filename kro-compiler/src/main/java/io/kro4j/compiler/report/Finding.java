package io.kro4j.compiler.report;

import io.kro4j.compiler.diagnostics.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * A diagnostic as a run reports it.
 *
 * @param diagnostic the diagnostic, with the severity that it has in this run, in a file of the
 *     name to show
 * @param diff what would have to change in the file, as the lines of a unified diff with its names;
 *     empty if that is not known
 * @param suppression why the author of the file does not want to hear of it; such a finding counts
 *     for nothing
 */
public record Finding(Diagnostic diagnostic, List<String> diff, Optional<String> suppression) {
  /** Copies the list. */
  public Finding {
    diff = List.copyOf(diff);
  }

  /** A finding without a diff that is not suppressed. */
  public static Finding of(Diagnostic diagnostic) {
    return new Finding(diagnostic, List.of(), Optional.empty());
  }

  /** Whether its author wants to hear of it. */
  public boolean isActive() {
    return suppression.isEmpty();
  }
}
