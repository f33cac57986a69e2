package io.kro4j.compiler.expression.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypes;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every overload against the results that kro's own environment gives: {@code functions.tsv} holds
 * an expression, its type and its result in each line, {@code functions-differences.tsv} where ours
 * is another one.
 */
class FunctionsTest {
  private static final CelEnvironment CEL = CelEnvironment.with(List.of());

  @TestFactory
  Stream<DynamicTest> sameAsUpstream() throws IOException {
    return tests("functions.tsv");
  }

  @TestFactory
  Stream<DynamicTest> differentFromUpstreamForAReason() throws IOException {
    return tests("functions-differences.tsv");
  }

  private static Stream<DynamicTest> tests(String table) throws IOException {
    return lines(table).map(line -> DynamicTest.dynamicTest(line, () -> check(line)));
  }

  private static void check(String line) {
    String[] columns = line.split("\t", -1);
    assertThat(columns[0] + "\t" + outcome(columns[0])).isEqualTo(line);
  }

  static String outcome(String text) {
    CelValidationResult parsed = CEL.parse(text);
    if (parsed.hasError()) {
      return "!compile";
    }
    try {
      CelValidationResult checked =
          CEL.check(
              parsed.getAst(),
              Map.of("missing", SimpleType.ANY),
              CelCompilerFactory.standardCelCheckerBuilder().build().getTypeProvider());
      return checked.hasError() ? "!compile" : run(checked.getAst());
    } catch (CelValidationException e) {
      throw new AssertionError(e);
    }
  }

  private static String run(CelAbstractSyntaxTree ast) {
    return name(ast.getResultType()) + "\t" + shown(CEL.plan(ast).evaluate(Map.of()));
  }

  private static String name(CelType type) {
    return CelTypes.format(type)
        .replace("any", "google.protobuf.Any")
        .replace("list(null)", "list(null_type)");
  }

  private static String shown(Evaluation evaluation) {
    if (evaluation instanceof Evaluation.Value result) {
      return Shown.of(result.value());
    }
    Evaluation.Failure failure = (Evaluation.Failure) evaluation;
    assertThat(failure.kind()).as(failure.message()).isNotEqualTo(FailureKind.INTERNAL);
    return failure.kind().pending() ? "!pending" : "!fatal";
  }

  private static Stream<String> lines(String table) throws IOException {
    try (InputStream in = FunctionsTest.class.getResourceAsStream(table);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList()
          .stream();
    }
  }
}
