package io.kro4j.compiler.expression.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathParserTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schema",
        "schema.spec.name",
        "schema.metadata.__namespace__",
        "a.b.c.d.e.f.g.h",
        "_x.Y9.z_",
        "has.size",
        "cel.bind",
        "int.dyn"
      })
  void treeIsThatOfTheParser(String text) throws CelValidationException {
    CelAbstractSyntaxTree tree = PathParser.parse(text).orElseThrow();
    CelAbstractSyntaxTree expected = CelSyntax.parser().parse(text).getAst();

    assertThat(tree.getExpr()).isEqualTo(expected.getExpr());
    assertThat(show(tree.getSource())).isEqualTo(show(expected.getSource()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        ".a",
        "a.",
        "a..b",
        " a",
        "a ",
        "a .b",
        "a\n",
        "a.1",
        "1",
        "a.b()",
        "a[0]",
        "a.?b",
        "a.`b`",
        "true",
        "null",
        "in",
        "a.in",
        "a.namespace",
        "a.true",
        "package",
        "é",
        "a.é",
        "a-b"
      })
  void anythingElseIsLeftToTheParser(String text) {
    assertThat(PathParser.parse(text)).isEmpty();
  }

  @Test
  void longPathIsLeftToTheParser() {
    assertThat(PathParser.parse("a" + ".b".repeat(31))).isPresent();
    assertThat(PathParser.parse("a" + ".b".repeat(32))).isEmpty();
  }

  private static List<Object> show(CelSource source) {
    return List.of(
        source.getContent().toString(),
        source.getDescription(),
        source.getPositionsMap(),
        source.getMacroCalls(),
        source.getLineOffsets(),
        source.getExtensions());
  }
}
