package io.kro4j.compiler.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.TextRenderer;
import io.kro4j.compiler.expression.CheckedExpression;
import io.kro4j.compiler.expression.ExpressionChecker;
import io.kro4j.compiler.expression.ExpressionParser;
import io.kro4j.compiler.expression.ExpressionScanner;
import io.kro4j.compiler.expression.Limits;
import io.kro4j.compiler.expression.ParsedExpression;
import io.kro4j.compiler.expression.ScannedString;
import io.kro4j.compiler.expression.Scope;
import io.kro4j.compiler.expression.ValueTypes;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.simpleschema.SimpleSchemaCompiler;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.SourceFiles;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the stages of the compiler take one by one, made up at random: far more of it than whole
 * files let through. {@code -Dkro.fuzz.seed=7 -Dkro.fuzz.inputs=200000} starts elsewhere and goes
 * on longer.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EntryPointFuzzTest {
  private static final long FIRST_SEED = Long.getLong("kro.fuzz.seed", 1);
  private static final int SEEDS = 2;
  private static final int INPUTS = Integer.getInteger("kro.fuzz.inputs", 3_000);

  private static final JsonSchema INSTANCE =
      JsonSchema.of(
          Map.of(
              "type",
              "object",
              "properties",
              Map.of(
                  "spec",
                  Map.of("type", "object", "x-kubernetes-preserve-unknown-fields", true),
                  "metadata",
                  Map.of("type", "object", "additionalProperties", Map.of("type", "string")))));

  static LongStream seeds() {
    return LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void filesEndInDocumentsOrFindings(long seed) {
    Pieces pieces = new Pieces(seed);
    for (int i = 0; i < INPUTS; i++) {
      byte[] bytes = pieces.yaml();
      Checked<SourceFile> file = SourceFiles.decode("fuzz.yaml", bytes);
      file.diagnostics().forEach(EntryPointFuzzTest::assertIsInside);
      if (file.value().isPresent()) {
        Checked<List<YamlDocument>> read = YamlReader.read(file.value().get(), YamlLimits.DEFAULT);
        read.diagnostics().forEach(EntryPointFuzzTest::assertIsInside);
        read.value().orElseThrow().forEach(document -> assertIsInside(document.root()));
      } else {
        assertThat(file.diagnostics()).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void declarationsEndInSchemasOrFindings(long seed) {
    Pieces pieces = new Pieces(seed);
    YamlValue.Mapping types = mapping("Port: {number: integer, name: string | default=http}");
    for (int i = 0; i < INPUTS; i++) {
      YamlValue.Mapping spec = mapping("field: '" + pieces.declaration().replace("'", "''") + "'");
      Checked<JsonSchema> schema = SimpleSchemaCompiler.compile(types, spec);
      schema.diagnostics().forEach(EntryPointFuzzTest::assertIsInside);
      assertThat(schema.value().orElseThrow().properties()).containsKey("field");
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void expressionsEndInValuesOrFindings(long seed) {
    Pieces pieces = new Pieces(seed);
    Scope scope = Scope.of(Map.of("schema", ValueTypes.of("schema", INSTANCE)));
    int evaluated = 0;
    for (int i = 0; i < INPUTS; i++) {
      String text = pieces.expression();
      try {
        evaluated += evaluate(text, scope) ? 1 : 0;
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("this crashed: " + text, e);
      }
    }
    assertThat(evaluated).as("sound expressions").isPositive();
  }

  /** Whether the expression was sound enough to be evaluated. */
  private static boolean evaluate(String text, Scope scope) {
    SourceFile file = SourceFile.of("fuzz.yaml", text);
    Checked<ScannedString> scanned =
        shown(ExpressionScanner.scan(MappedText.verbatim(new Span(file, 0, text.length()))));
    if (scanned.value().isEmpty() || scanned.value().get() instanceof ScannedString.Plain) {
      return false;
    }
    Checked<ParsedExpression> parsed = shown(ExpressionParser.parse(scanned.value().get()));
    if (parsed.value().isEmpty()) {
      return false;
    }
    Checked<CheckedExpression> checked =
        shown(ExpressionChecker.check(parsed.value().get(), scope));
    if (checked.value().isEmpty()) {
      return false;
    }
    Map<String, Object> instance =
        Map.of("spec", Map.of("name", "a", "n", 1L), "metadata", Map.of("name", "web"));
    checked.value().get().reads();
    checked.value().get().evaluable().evaluate(Map.of("schema", instance), Limits.DEFAULT);
    return true;
  }

  private static <T> Checked<T> shown(Checked<T> checked) {
    checked.diagnostics().forEach(EntryPointFuzzTest::assertIsInside);
    assertThat(checked.value().isPresent() || !checked.diagnostics().isEmpty()).isTrue();
    return checked;
  }

  private static void assertIsInside(Diagnostic diagnostic) {
    Span span = diagnostic.span();
    assertThat(span.start()).as("start of %s", diagnostic).isBetween(0, span.end());
    assertThat(span.end())
        .as("end of %s", diagnostic)
        .isLessThanOrEqualTo(span.file().text().length());
    assertThat(TextRenderer.render(diagnostic)).doesNotContain("Exception");
  }

  private static void assertIsInside(YamlValue value) {
    Span span = value.span();
    assertThat(span.start()).isBetween(0, span.end());
    assertThat(span.end()).isLessThanOrEqualTo(span.file().text().length());
  }

  private static YamlValue.Mapping mapping(String text) {
    SourceFile file = SourceFile.of("fuzz.yaml", text);
    return (YamlValue.Mapping)
        YamlReader.read(file, YamlLimits.DEFAULT).value().orElseThrow().get(0).root();
  }
}
