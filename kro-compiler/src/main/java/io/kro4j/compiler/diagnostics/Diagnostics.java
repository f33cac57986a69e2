package io.kro4j.compiler.diagnostics;

import io.kro4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the findings of one stage while it runs. Not shared between threads; a stage hands out
 * {@link #list()} when it is done.
 */
public final class Diagnostics {
  private final List<Diagnostic> found = new ArrayList<>();

  /** Adds a finding. */
  public void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  /** Adds a finding without help. */
  public void add(DiagnosticId id, Span span, String message) {
    found.add(Diagnostic.of(id, span, message));
  }

  /** Adds a finding with a way out. */
  public void add(DiagnosticId id, Span span, String message, String help) {
    found.add(Diagnostic.of(id, span, message).withHelp(help));
  }

  /** Adds all findings of another stage. */
  public void addAll(List<Diagnostic> diagnostics) {
    found.addAll(diagnostics);
  }

  /** Adds the findings of a checked value and hands on whether it has one. */
  public <T> Checked<T> collect(Checked<T> checked) {
    found.addAll(checked.diagnostics());
    return checked;
  }

  /** Whether any finding so far is an error. */
  public boolean hasErrors() {
    return found.stream().anyMatch(Diagnostic::isError);
  }

  /** The findings so far, in the order they were made. */
  public List<Diagnostic> list() {
    return List.copyOf(found);
  }
}
