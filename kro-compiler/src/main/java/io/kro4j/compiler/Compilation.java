package io.kro4j.compiler;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.suppression.Suppressed;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of one run.
 *
 * @param groups the groups that compiled, in the order of their names
 * @param diagnostics all findings that count, in the order of files and places
 * @param suppressed the warnings that their files say are no news, in the same order
 */
public record Compilation(
    List<CompiledGroup> groups, List<Diagnostic> diagnostics, List<Suppressed> suppressed) {
  /** Copies the lists. */
  public Compilation {
    groups = List.copyOf(groups);
    diagnostics = List.copyOf(diagnostics);
    suppressed = List.copyOf(suppressed);
  }

  /** Whether any finding is an error; then nothing should be emitted. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /** The group of a name, if it compiled. */
  public Optional<CompiledGroup> group(String name) {
    return groups.stream().filter(group -> group.name().equals(name)).findFirst();
  }
}
