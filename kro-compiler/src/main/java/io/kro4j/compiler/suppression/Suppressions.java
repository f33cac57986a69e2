package io.kro4j.compiler.suppression;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The findings of a run, parted by what the files say of them.
 *
 * @param active the findings that count, with those about suppressions that suppress nothing
 * @param suppressed the others
 */
public record Suppressions(List<Diagnostic> active, List<Suppressed> suppressed) {
  /** Copies the lists. */
  public Suppressions {
    active = List.copyOf(active);
    suppressed = List.copyOf(suppressed);
  }

  /**
   * Parts findings. Errors are never suppressed.
   *
   * @param found the findings; their order stays, and what is found here comes last
   * @param suppressions what the files say
   */
  public static Suppressions of(List<Diagnostic> found, List<Suppression> suppressions) {
    List<Diagnostic> active = new ArrayList<>();
    List<Suppressed> suppressed = new ArrayList<>();
    Map<DiagnosticId, List<Suppression>> byId =
        suppressions.stream().collect(Collectors.groupingBy(Suppression::id));
    Set<Suppression> used = new HashSet<>();
    for (Diagnostic finding : found) {
      List<Suppression> by =
          byId.getOrDefault(finding.id(), List.of()).stream()
              .filter(suppression -> suppression.covers(finding))
              .toList();
      if (by.isEmpty()) {
        active.add(finding);
      } else {
        suppressed.add(new Suppressed(finding, by.get(0).reason()));
        used.addAll(by);
      }
    }
    // Where there are errors, a rule may not have been asked.
    Set<String> broken =
        found.stream()
            .filter(Diagnostic::isError)
            .map(finding -> finding.span().file().name())
            .collect(Collectors.toSet());
    suppressions.stream()
        .filter(suppression -> !used.contains(suppression))
        .filter(suppression -> !broken.contains(suppression.comment().file().name()))
        .forEach(suppression -> active.add(unused(suppression)));
    return new Suppressions(active, suppressed);
  }

  private static Diagnostic unused(Suppression suppression) {
    return Diagnostic.of(
            DiagnosticId.SUPPRESSION_UNUSED,
            suppression.comment(),
            "there is no `" + suppression.id().code() + "` here that could be suppressed")
        .withHelp("remove the comment, or move it in front of what it is about");
  }
}
