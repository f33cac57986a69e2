package io.kro4j.compiler.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Position;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import org.junit.jupiter.api.Test;

/** Errors of expressions point at the characters of the file, whatever the style of the scalar. */
class ExpressionPlacesTest {

  @Test
  void behindAnEscapeInDoubleQuotes() {
    assertPlace("a: \"x\\t\\u0041\\\"${schema.spec.nam}\"", 1, 30, "nam");
  }

  @Test
  void behindAnEscapedLineEndInDoubleQuotes() {
    assertPlace("a: \"x\\\n   ${schema\\\n  .spec.nam}\"", 3, 9, "nam");
  }

  @Test
  void inSingleQuotes() {
    assertPlace("a: 'it''s ${schema.spec.nam}'", 1, 25, "nam");
  }

  @Test
  void inAPlainScalarOfTwoLines() {
    assertPlace("a: x ${schema.spec.name +\n  schema.spec.nam}", 2, 15, "nam");
  }

  @Test
  void inAFoldedBlock() {
    assertPlace("a: >-\n  é first\n  ${schema.spec.name\n  + schema.spec.nam}\n", 4, 17, "nam");
  }

  @Test
  void inALiteralBlock() {
    assertPlace("a: |\n  line\n  ${'x' +\n     [1].map(i, schema.spec.nam)[0]}\n", 4, 29, "nam");
  }

  @Test
  void behindCharactersBeyondTheBasicPlane() {
    assertPlace("a: \"\ud83d\ude00 ${'\ud83d\ude00' + schema.spec.nam}\"", 1, 27, "nam");
  }

  @Test
  void inTheSecondPartOfAMixedString() {
    assertPlace("a: \"${schema.spec.name}-\\\"-${schema.spec.nam}\"", 1, 42, "nam");
  }

  @Test
  void syntaxErrorsToo() {
    MappedText text = scalar("a: \"\\t${schema.spec.name schema}\"");
    Diagnostic error =
        ExpressionParser.parse(ExpressionScanner.scan(text).value().orElseThrow())
            .diagnostics()
            .get(0);

    assertThat(error.span().startPosition()).isEqualTo(new Position(1, 26));
    assertThat(error.span().text()).isEqualTo("schema");
  }

  private static void assertPlace(String yaml, int line, int column, String name) {
    ScannedString scanned = ExpressionScanner.scan(scalar(yaml)).value().orElseThrow();
    ParsedExpression parsed = ExpressionParser.parse(scanned).value().orElseThrow();
    Diagnostic error = ExpressionChecker.check(parsed, Schemas.scope()).diagnostics().get(0);

    assertThat(error.span().text()).isEqualTo(name);
    assertThat(error.span().startPosition()).isEqualTo(new Position(line, column));
  }

  private static MappedText scalar(String yaml) {
    SourceFile file = SourceFile.of("a.yaml", yaml);
    YamlValue document =
        YamlReader.read(file, YamlLimits.DEFAULT).value().orElseThrow().get(0).root();
    return ((YamlValue.Text) ((YamlValue.Mapping) document).get("a").orElseThrow()).text();
  }
}
