package io.kro4j.compiler.plan;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The breaking changes of a plan that nobody gave a reason for, as findings about the definitions.
 */
public final class PlanFindings {
  private final List<SourceFile> files;
  private final List<Diagnostic> findings = new ArrayList<>();

  private PlanFindings(List<SourceFile> files) {
    this.files = files;
  }

  /**
   * The findings, by place.
   *
   * @param plan the plan
   * @param files the files of the definitions as they are after the change; what is gone is shown
   *     in them, if its file is still there, and else where it was
   */
  public static List<Diagnostic> of(Plan plan, List<SourceFile> files) {
    PlanFindings findings = new PlanFindings(files);
    plan.apis().stream().filter(api -> !api.waiver().waives()).forEach(findings::add);
    findings.findings.sort(Diagnostic.BY_PLACE);
    return List.copyOf(findings.findings);
  }

  private void add(ApiPlan api) {
    for (Breakage breakage : api.breakages()) {
      String message = PlanWords.flat(breakage.message()) + " (`" + breakage.rule() + "`)";
      Diagnostic finding =
          Diagnostic.of(DiagnosticId.PLAN_BREAKING_CHANGE, place(breakage), message)
              .withHelp(PlanWords.waiver(api));
      Optional<Span> said = api.waiver().place();
      findings.add(
          said.isPresent()
              ? finding.withRelated("what the group says of breaking changes", said.get())
              : finding);
    }
  }

  private Span place(Breakage breakage) {
    if (breakage.place().isPresent()) {
      return breakage.place().get();
    }
    Span before = breakage.before().orElseThrow();
    return files.stream()
        .filter(file -> file.name().equals(before.file().name()))
        .findFirst()
        .map(file -> new Span(file, 0, 0))
        .orElse(before);
  }
}
