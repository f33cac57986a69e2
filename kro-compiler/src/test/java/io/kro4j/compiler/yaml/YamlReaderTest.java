package io.kro4j.compiler.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Severity;
import io.kro4j.compiler.source.Position;
import io.kro4j.compiler.source.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
  @Test
  void emptyDocumentsAreLeftOut() {
    Checked<List<YamlDocument>> read = read("# note\n---\n---\na: 1\n---\n~\n---\n- b\n...\n");

    assertThat(read.diagnostics()).isEmpty();
    assertThat(read.value().orElseThrow())
        .extracting(document -> document.root().toJson())
        .containsExactly(Map.of("a", 1L), List.of("b"));
    assertThat(read.value().orElseThrow().get(0).span().text()).isEqualTo("---\na: 1");
  }

  @Test
  void anEmptyFileHasNoDocuments() {
    assertThat(read("").value()).contains(List.of());
    assertThat(read("\n# note\n").value()).contains(List.of());
  }

  @Test
  void collectionsEndAtTheirLastContent() {
    YamlDocument document =
        read("a:\n  b: [1,\n 2]\n\n# note\nc: &x\n- 1\n- |\n  t\n\nd: e\n")
            .value()
            .orElseThrow()
            .get(0);

    YamlValue.Mapping root = (YamlValue.Mapping) document.root();
    assertThat(root.get("a").orElseThrow().span().text()).isEqualTo("b: [1,\n 2]");
    assertThat(root.get("c").orElseThrow().span().text()).isEqualTo("&x\n- 1\n- |\n  t");
  }

  @Test
  void eachBrokenDocumentIsReportedAndTheOthersAreRead() {
    Checked<List<YamlDocument>> read =
        read("a: b: c\n---\nd: \"e\n---\nf: [1\n---\ng: 1\n---\nh:\n\t- 1\n");

    assertThat(read.value().orElseThrow())
        .extracting(document -> document.root().toJson())
        .containsExactly(Map.of("g", 1L));
    assertThat(read.diagnostics())
        .extracting(Diagnostic::id, d -> d.span().startPosition())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(DiagnosticId.YAML_SYNTAX, new Position(1, 5)),
            org.assertj.core.groups.Tuple.tuple(DiagnosticId.YAML_SYNTAX, new Position(3, 4)),
            org.assertj.core.groups.Tuple.tuple(DiagnosticId.YAML_SYNTAX, new Position(6, 1)),
            org.assertj.core.groups.Tuple.tuple(DiagnosticId.YAML_SYNTAX, new Position(10, 1)));
  }

  @Test
  void aKeyGivenTwiceNamesBothPlaces() {
    String text = "a:\n  b: 1\n  c: 2\n  \"b\": 3\n";
    Diagnostic error = onlyDiagnostic(text);

    assertThat(read(text).value().orElseThrow().get(0).root().toJson())
        .isEqualTo(Map.of("a", Map.of("b", 3L, "c", 2L)));
    assertThat(error.severity()).isEqualTo(Severity.WARNING);
    assertThat(error.id()).isEqualTo(DiagnosticId.YAML_DUPLICATE_KEY);
    assertThat(error.span().startPosition()).isEqualTo(new Position(4, 3));
    assertThat(error.related()).hasSize(1);
    assertThat(error.related().get(0).span().startPosition()).isEqualTo(new Position(2, 3));
  }

  @Test
  void keysThatKubernetesReadsAlikeAreDuplicates() {
    assertThat(onlyDiagnostic("true: 1\n'true': 2\n").id())
        .isEqualTo(DiagnosticId.YAML_DUPLICATE_KEY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: .inf | yaml.unsupported-value | 1 | 4",
        "a: -.INF | yaml.unsupported-value | 1 | 4",
        "a: .nan | yaml.unsupported-value | 1 | 4",
        "a: !!int x | yaml.unsupported-value | 1 | 4",
        "a: !!binary '?' | yaml.unsupported-value | 1 | 13",
        "a: !!timestamp soon | yaml.unsupported-value | 1 | 16",
        "a: {<<: 1} | yaml.unsupported-value | 1 | 9",
        "a: \"x\\ud800y\" | yaml.unsupported-value | 1 | 6",
        "~: 1 | yaml.unsupported-key | 1 | 1",
        "[a]: 1 | yaml.unsupported-key | 1 | 1",
        "{[a]: 1} | yaml.unsupported-key | 1 | 2",
        "18446744073709551615: 1 | yaml.unsupported-key | 1 | 1",
        "a: *b | yaml.syntax | 1 | 4",
        "a: @b | yaml.syntax | 1 | 4",
        "a: \"\\q\" | yaml.syntax | 1 | 6",
        "a: &b [*b] | yaml.alias-expansion | 1 | 8",
        "a: \"\uFFFE\" | yaml.syntax | 1 | 5",
        "😀: @b | yaml.syntax | 1 | 4",
      })
  void oneMistakeIsOneErrorAtItsPlace(String text, String id, int line, int column) {
    Diagnostic error = onlyDiagnostic(text);

    assertThat(error.id().code()).isEqualTo(id);
    assertThat(error.isError()).isTrue();
    assertThat(error.span().startPosition()).isEqualTo(new Position(line, column));
  }

  @Test
  void aTabIsRefusedOnlyAsIndentation() {
    assertThat(onlyDiagnostic("a:\n\tb: 1").span().startPosition()).isEqualTo(new Position(2, 1));
    assertThat(read("a:\t1\t\nb: [1,\t2]\t# note\n").diagnostics()).isEmpty();
    assertThat(read("{\n\t\"a\": 1\n}").diagnostics()).isEmpty();
  }

  @Test
  void eachRunOfForbiddenCharactersIsReported() {
    Checked<List<YamlDocument>> read = read("a: \u0000\u0001b\nc: \ud800\nd: 1");

    assertThat(read.diagnostics())
        .extracting(d -> d.span().startPosition())
        .containsExactly(new Position(1, 4), new Position(2, 4));
  }

  @Test
  void anUnknownTagIsIgnoredWithAWarning() {
    Checked<List<YamlDocument>> read = read("a: !Ref 5\nb: !Sub [1]\n");

    assertThat(read.value().orElseThrow().get(0).root().toJson())
        .isEqualTo(Map.of("a", "5", "b", List.of(1L)));
    assertThat(read.diagnostics()).extracting(Diagnostic::severity).containsOnly(Severity.WARNING);
    assertThat(read.diagnostics()).extracting(d -> d.span().text()).containsExactly("!Ref", "!Sub");
  }

  @Test
  void aDocumentThatNestsTooDeepIsSkipped() {
    YamlLimits limits = new YamlLimits(3, 10, 1000);
    Checked<List<YamlDocument>> read = read("a: [[[[1]]]]\n---\nb: [[1]]\n---\nc: .nan\n", limits);

    assertThat(read.diagnostics())
        .extracting(Diagnostic::id)
        .containsExactly(DiagnosticId.YAML_TOO_DEEP, DiagnosticId.YAML_UNSUPPORTED_VALUE);
  }

  @Test
  void aliasesMayNotNestTooDeep() {
    YamlLimits limits = new YamlLimits(3, 10, 1000);

    assertThat(read("a: &a [[1]]\nb: [[*a]]\n", limits).diagnostics())
        .extracting(Diagnostic::id)
        .containsExactly(DiagnosticId.YAML_TOO_DEEP);
  }

  @Test
  void aDocumentThatIsTooLongIsSkipped() {
    YamlLimits limits = new YamlLimits(10, 10, 20);
    Checked<List<YamlDocument>> read =
        read("a: 1\n---\nb: 123456789012345678901234567890\n---\nc: 1\n", limits);

    assertThat(read.value().orElseThrow()).hasSize(2);
    assertThat(read.diagnostics())
        .extracting(Diagnostic::id)
        .containsExactly(DiagnosticId.YAML_TOO_LARGE);
  }

  @Test
  void anExponentOfAliasesIsRefusedAtOnce() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 60; i++) {
      text.append("a").append(i).append(": &a").append(i).append(" [");
      text.append(("*a" + (i - 1) + ", ").repeat(9)).append("*a").append(i - 1).append("]\n");
    }

    Checked<List<YamlDocument>> read = quickly(text.toString());

    assertThat(read.diagnostics())
        .extracting(Diagnostic::id)
        .containsExactly(DiagnosticId.YAML_ALIAS_EXPANSION);
  }

  @Test
  void hostileTextsEndInTime() {
    int size = 200_000;
    for (String piece :
        List.of(
            "[",
            "{",
            "- ",
            "? ",
            "a: ",
            "\"",
            "&a ",
            "!a ",
            "- - x\n",
            "---\n[\n",
            "\t",
            "*a\n",
            "|\n",
            "{a: ",
            "'",
            "\n")) {
      Checked<List<YamlDocument>> read = quickly(piece.repeat(size / piece.length()));
      assertThat(read.value()).isPresent();
    }
  }

  private static Checked<List<YamlDocument>> quickly(String text) {
    return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(text));
  }

  private static Diagnostic onlyDiagnostic(String text) {
    List<Diagnostic> diagnostics = read(text).diagnostics();
    assertThat(diagnostics).hasSize(1);
    return diagnostics.get(0);
  }

  private static Checked<List<YamlDocument>> read(String text) {
    return read(text, YamlLimits.DEFAULT);
  }

  private static Checked<List<YamlDocument>> read(String text, YamlLimits limits) {
    return YamlReader.read(SourceFile.of("test.yaml", text), limits);
  }
}
