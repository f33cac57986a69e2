package io.kro4j.compiler.simpleschema;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Errors in markers point at the characters of the file, whatever the style of the scalar. */
class PositionsTest {

  @Test
  void inAPlainScalar() {
    assertThat(places("a: string | minLength=x\n")).containsExactly("1:23 x");
  }

  @Test
  void behindEscapesInADoubleQuotedScalar() {
    assertThat(places("a: \"string |\\tdescription=\\\"\\u00e9\\\" minLength=x\"\n"))
        .containsExactly("1:48 x");
  }

  @Test
  void insideAnEscapedQuoteOfAMarker() {
    assertThat(places("a: \"string | enum=\\\"1, 2\\\" pattern=\\\"a(?=b)\\\"\"\n"))
        .containsExactly("1:39 (?=");
  }

  @Test
  void behindADoubledQuoteInASingleQuotedScalar() {
    assertThat(places("a: 'integer | description=\"it''s\" minimum=x'\n"))
        .containsExactly("1:43 x");
  }

  @Test
  void onALaterLineOfAFoldedScalar() {
    assertThat(places("a: >-\n  integer |\n  required=maybe\n  minimum=1\n"))
        .containsExactly("3:12 maybe");
  }

  @Test
  void inALiteralScalarWhoseLineEndIsWhiteSpaceBehindTheMarkers() {
    assertThat(places("a: |\n  integer | minimum=1\n")).containsExactly("2:22 \n");
  }

  @Test
  void inTheNameOfAType() {
    assertThat(places("a: \"map[string][]\\u0050ort\"\n")).containsExactly("1:18 \\u0050ort");
  }

  private static List<String> places(String yaml) {
    SourceFile file = SourceFile.of("test.yaml", yaml);
    YamlValue spec = YamlReader.read(file, YamlLimits.DEFAULT).value().orElseThrow().get(0).root();
    return SimpleSchemaCompiler.compile(Trees.object(), (YamlValue.Mapping) spec)
        .diagnostics()
        .stream()
        .map(PositionsTest::place)
        .toList();
  }

  private static String place(Diagnostic found) {
    return found.span().startPosition().line()
        + ":"
        + found.span().startPosition().column()
        + " "
        + found.span().text();
  }
}
