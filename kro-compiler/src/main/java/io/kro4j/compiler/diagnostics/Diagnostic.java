package io.kro4j.compiler.diagnostics;

import io.kro4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One finding about the user's input.
 *
 * <p>The message is one plain sentence that stands alone and says what is wrong, with code in back
 * ticks; how to mend it goes into {@code help}.
 *
 * @param id the stable id, with its documentation page
 * @param severity how much it weighs
 * @param message what is wrong, one sentence without a final full stop
 * @param span the smallest place in the file that is wrong
 * @param related further places that explain it, in the order to show them
 * @param help the way out, one sentence, or null if the message says it already
 */
public record Diagnostic(
    DiagnosticId id,
    Severity severity,
    String message,
    Span span,
    List<Related> related,
    @Nullable String help) {

  /** The order in which diagnostics are shown: by file, place, id and message. */
  public static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing((Diagnostic d) -> d.span().file().name())
          .thenComparing(d -> d.span().start())
          .thenComparing(d -> d.span().end())
          .thenComparing(Diagnostic::id)
          .thenComparing(Diagnostic::message);

  /** Copies the list. */
  public Diagnostic {
    related = List.copyOf(related);
  }

  /** A diagnostic of the id's own severity, without help or related places. */
  public static Diagnostic of(DiagnosticId id, Span span, String message) {
    return new Diagnostic(id, id.severity(), message, span, List.of(), null);
  }

  /** The same diagnostic with a way out; an empty {@code help} leaves it without one. */
  public Diagnostic withHelp(Optional<String> help) {
    return new Diagnostic(id, severity, message, span, related, help.orElse(null));
  }

  /** The same diagnostic with a way out. */
  public Diagnostic withHelp(String help) {
    return new Diagnostic(id, severity, message, span, related, help);
  }

  /** The same diagnostic with one more related place. */
  public Diagnostic withRelated(String message, Span span) {
    List<Related> more = new ArrayList<>(related);
    more.add(new Related(message, span));
    return new Diagnostic(id, severity, this.message, this.span, more, help);
  }

  /** The same diagnostic with another severity. */
  public Diagnostic withSeverity(Severity severity) {
    return new Diagnostic(id, severity, message, span, related, help);
  }

  /** Whether the input cannot be compiled because of this. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
