package io.kro4j.compiler.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import org.junit.jupiter.api.Test;

class TextRendererTest {
  @Test
  void aDiagnosticIsShownInFull() {
    SourceFile file = SourceFile.of("web.yaml", "a: 1\n".repeat(8) + "kind: App\nkind: Web\n");
    Diagnostic diagnostic =
        at(file, "kind", 1, "the key `kind` is given twice")
            .withRelated("first given here", span(file, "kind", 0))
            .withHelp("remove one");

    assertThat(TextRenderer.render(diagnostic))
        .isEqualTo(
            """
            web.yaml:10:1: error: the key `kind` is given twice [model.invalid-value]
              10 | kind: Web
                 | ^^^^
              web.yaml:9:1: first given here
               9 | kind: App
                 | ^^^^
              help: remove one
              see: docs/diagnostics/model.invalid-value.md
            """);
  }

  @Test
  void severalAreSetApart() {
    SourceFile file = SourceFile.of("f", "ab\n");
    Diagnostic first = at(file, "a", 0, "one").withSeverity(Severity.WARNING);

    assertThat(TextRenderer.render(java.util.List.of(first, at(file, "b", 0, "two"))))
        .isEqualTo(
            """
            f:1:1: warning: one [model.invalid-value]
              1 | ab
                | ^
              see: docs/diagnostics/model.invalid-value.md

            f:1:2: error: two [model.invalid-value]
              1 | ab
                |  ^
              see: docs/diagnostics/model.invalid-value.md

            """);
  }

  @Test
  void tabsStayTabs() {
    assertExcerpt("a:\tb\tHERE c", "a:\tb\tHERE c", "  \t \t^^^^");
  }

  @Test
  void wideAndCombiningCharactersAreMeasured() {
    assertExcerpt("日本: HERE", "日本: HERE", "      ^^^^");
    assertExcerpt("e\u0301😀 HERE", "e\u0301😀 HERE", "    ^^^^");
  }

  @Test
  void charactersThatMoveTheCursorAreReplaced() {
    assertExcerpt("\u001B[2J\u202E HERE", "\uFFFD[2J\uFFFD HERE", "      ^^^^");
  }

  @Test
  void aLongLineIsClippedAroundThePlace() {
    String line = "x".repeat(500) + "HERE" + "y".repeat(500);

    assertExcerpt(
        line, "…" + "x".repeat(40) + "HERE" + "y".repeat(76) + "…", " " + " ".repeat(40) + "^^^^");
  }

  @Test
  void clippingSplitsNoCharacter() {
    String line = "x" + "😀".repeat(100) + "HERE" + "😀".repeat(100);
    SourceFile file = SourceFile.of("f", line);

    String rendered = TextRenderer.render(at(file, "HERE", 0, "m"));

    assertThat(rendered.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  @Test
  void aPlaceOverLinesIsUnderlinedToTheEndOfItsFirst() {
    SourceFile file = SourceFile.of("f", "a: |  \r\n  b\r\nc: d");
    Span span = new Span(file, 3, file.text().indexOf("c:"));

    assertThat(TextRenderer.render(Diagnostic.of(DiagnosticId.MODEL_INVALID_VALUE, span, "m")))
        .contains("  1 | a: |  \n    |    ^\n");
  }

  @Test
  void anEmptyPlaceHasOneCaret() {
    SourceFile file = SourceFile.of("f", "a:\n");

    assertThat(render(file, 2)).contains("f:1:3: ").contains("  1 | a:\n    |   ^\n");
    assertThat(render(file, 3)).contains("f:2:1: ").contains("  2 | \n    | ^\n");
    assertThat(render(SourceFile.of("f", ""), 0)).contains("f:1:1: ").contains("  1 | \n    | ^\n");
  }

  @Test
  void aMessageIsOneLine() {
    SourceFile file = SourceFile.of("f", "a");

    assertThat(TextRenderer.render(at(file, "a", 0, "no `x\ny`")))
        .startsWith("f:1:1: error: no `x y` [");
  }

  private static String render(SourceFile file, int at) {
    Span span = new Span(file, at, at);
    return TextRenderer.render(Diagnostic.of(DiagnosticId.MODEL_INVALID_VALUE, span, "m"));
  }

  private static void assertExcerpt(String line, String shown, String underline) {
    SourceFile file = SourceFile.of("f", line);

    assertThat(TextRenderer.render(at(file, "HERE", 0, "m")))
        .contains("  1 | " + shown + "\n    | " + underline + "\n");
  }

  private static Diagnostic at(SourceFile file, String text, int skip, String message) {
    return Diagnostic.of(DiagnosticId.MODEL_INVALID_VALUE, span(file, text, skip), message);
  }

  private static Span span(SourceFile file, String text, int skip) {
    int start = file.text().indexOf(text);
    for (int i = 0; i < skip; i++) {
      start = file.text().indexOf(text, start + 1);
    }
    return new Span(file, start, start + text.length());
  }
}
