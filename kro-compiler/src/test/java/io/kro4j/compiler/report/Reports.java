package io.kro4j.compiler.report;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.fixtures.Fixture;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** A report that has everything a report can have. */
final class Reports {
  static final RunReport.Tool TOOL =
      new RunReport.Tool(
          "1.0",
          id ->
              id.startsWith("output")
                  ? Optional.of("# " + id + "\n\nA generated file was changed by hand.\n")
                  : Optional.empty(),
          Optional.of("https://example.com/docs/"));

  private Reports() {}

  /** An error, a warning, a suppressed warning and a file that has to change. */
  static RunReport full() {
    SourceFile source =
        SourceFile.of(
            "shop/src/a b|ü.yaml", "one: 😀 ${x}\ntwo: <`&\"\u001b'>\nthree: |\n  four\n");
    SourceFile output = SourceFile.of("shop/manifests/x.yaml", "a: 1\nb: 2\n");
    Diagnostic error =
        Diagnostic.of(
                DiagnosticId.EXPRESSION_UNKNOWN_IDENTIFIER,
                new Span(source, 10, 11),
                "there is no `x` | <here>")
            .withHelp("did you mean `y`?")
            .withRelated("it would be here", new Span(source, 18, 35));
    Diagnostic warning =
        Diagnostic.of(
            DiagnosticId.YAML_DUPLICATE_KEY, new Span(source, 0, 3), "the key `one` is here twice");
    Diagnostic suppressed =
        Diagnostic.of(DiagnosticId.CRD_LARGE, new Span(source, 36, 41), "the CRD is large");
    Diagnostic edited =
        Diagnostic.of(
            DiagnosticId.OUTPUT_EDITED,
            new Span(output, 5, 5),
            "the generated file was changed by hand");
    return new RunReport(
        "check",
        "shop",
        TOOL,
        List.of("shop/src/a b|ü.yaml", "shop/src/sound.yaml"),
        List.of(
            Finding.of(error),
            Finding.of(warning),
            new Finding(suppressed, List.of(), Optional.of("it has to be | that large")),
            new Finding(
                edited,
                List.of(
                    "--- x.yaml", "+++ x.yaml (compiled)", "@@ -2,1 +2,1 @@", "-b: 2", "+b: 3 ```"),
                Optional.empty())),
        List.of(),
        false,
        List.of("mvn kro:compile -Dkro.overwrite"));
  }

  /** What a plan finds, also in a file that is gone. */
  static RunReport plan() {
    Fixture fixture = new Fixture("plan", Fixture.FOLDER.resolve("plan/breaking-change"));
    return new RunReport(
        "plan",
        "",
        TOOL,
        List.of("shop.yaml", "tent.yaml"),
        fixture.compile().diagnostics().stream().map(Finding::of).toList(),
        List.of(),
        false,
        List.of());
  }

  /** Nothing was found. */
  static RunReport clean() {
    return of(List.of());
  }

  /** Wrong parameters. */
  static RunReport wrong() {
    return of(List.of("parameter `threads`: -1 is less than 0"));
  }

  private static RunReport of(List<String> mistakes) {
    return new RunReport(
        "validate", "", TOOL, List.of("a.yaml"), List.of(), mistakes, false, List.of());
  }
}
