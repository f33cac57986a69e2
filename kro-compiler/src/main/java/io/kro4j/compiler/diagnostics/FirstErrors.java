package io.kro4j.compiler.diagnostics;

import io.kro4j.compiler.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Of several errors about the same characters, those of the earliest stage: what later stages make
 * of a broken part is no news. A kind that is no name, for example, has no plural that is one. A
 * finding is shown once, even if an alias repeats what it is about.
 */
public final class FirstErrors {
  private FirstErrors() {}

  /** The findings without the errors that only follow from others; the order stays. */
  public static List<Diagnostic> of(List<Diagnostic> found) {
    Map<Span, DiagnosticId> first = new HashMap<>();
    for (Diagnostic diagnostic : found) {
      if (diagnostic.isError()) {
        first.merge(diagnostic.span(), diagnostic.id(), FirstErrors::earlier);
      }
    }
    return found.stream().filter(diagnostic -> !follows(diagnostic, first)).distinct().toList();
  }

  /** The ids are declared in the order of the stages. */
  private static DiagnosticId earlier(DiagnosticId left, DiagnosticId right) {
    return left.compareTo(right) <= 0 ? left : right;
  }

  private static boolean follows(Diagnostic diagnostic, Map<Span, DiagnosticId> first) {
    DiagnosticId earliest = first.getOrDefault(diagnostic.span(), diagnostic.id());
    return diagnostic.isError() && !earliest.stage().equals(diagnostic.id().stage());
  }
}
