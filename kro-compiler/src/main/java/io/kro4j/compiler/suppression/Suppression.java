package io.kro4j.compiler.suppression;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.source.Span;

/**
 * A comment that says that findings of an id are no news somewhere.
 *
 * @param comment the comment
 * @param id the id
 * @param reason why they are no news
 * @param target where; a finding that starts there is meant
 */
public record Suppression(Span comment, DiagnosticId id, String reason, Span target) {

  /** Whether a finding is meant. */
  boolean covers(Diagnostic finding) {
    Span place = finding.span();
    return finding.id() == id
        && !finding.isError()
        && place.file().name().equals(target.file().name())
        && place.start() >= target.start()
        && place.start() <= target.end();
  }
}
