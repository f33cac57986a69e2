package io.kro4j.compiler.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.docs.MarkdownPage.Row;
import io.kro4j.compiler.expression.CheckedExpression;
import io.kro4j.compiler.expression.Evaluation;
import io.kro4j.compiler.expression.ExpressionChecker;
import io.kro4j.compiler.expression.ExpressionParser;
import io.kro4j.compiler.expression.ExpressionScanner;
import io.kro4j.compiler.expression.Limits;
import io.kro4j.compiler.expression.ParsedExpression;
import io.kro4j.compiler.expression.ScannedString;
import io.kro4j.compiler.expression.Scope;
import io.kro4j.compiler.expression.kubernetes.KubernetesLibraries;
import io.kro4j.compiler.expression.library.CelEnvironment;
import io.kro4j.compiler.expression.library.EvaluationLimits;
import io.kro4j.compiler.expression.library.OutputLimit;
import io.kro4j.compiler.source.MappedText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Evaluates the expressions of every table with the columns {@code Example} and {@code Result}, and
 * sees to it that the reference has an example of every function.
 *
 * <p>A result is an expression again, such as {@code [1, 2]}, or one of the words "pending",
 * "fails" and "does not compile".
 */
class DocExpressionsTest {
  private static final String EXAMPLE = "Example";
  private static final String RESULT = "Result";

  @TestFactory
  Stream<DynamicTest> tablesAreTrue() {
    return MarkdownPage.all().stream()
        .flatMap(
            page ->
                page.rows().stream()
                    .filter(row -> row.has(EXAMPLE) && row.has(RESULT))
                    .map(row -> DynamicTest.dynamicTest(page.at(row.line()), () -> check(row))));
  }

  @Test
  void everyFunctionHasAnExample() {
    CelEnvironment environment = CelEnvironment.with(KubernetesLibraries.ALL);
    Set<String> missing = new TreeSet<>(environment.functionNames());
    missing.addAll(environment.macroNames());
    MarkdownPage.all().stream()
        .flatMap(page -> page.rows().stream())
        .filter(row -> row.has(EXAMPLE) && row.has(RESULT))
        .forEach(row -> missing.removeIf(name -> calls(row.code(EXAMPLE), name)));

    assertThat(missing).isEmpty();
  }

  @Test
  void limitsAreTheRealOnes() {
    List<String> shown =
        MarkdownPage.all().stream()
            .flatMap(page -> page.rows().stream())
            .filter(row -> row.has("limit"))
            .map(row -> row.cell("value").replace(" ", ""))
            .toList();

    assertThat(shown)
        .contains(
            String.valueOf(EvaluationLimits.DEFAULT.iterations()),
            String.valueOf(EvaluationLimits.DEFAULT.work()),
            String.valueOf(OutputLimit.TEXT),
            String.valueOf(OutputLimit.ELEMENTS));
  }

  private static boolean calls(String expression, String function) {
    int at = expression.indexOf(function + "(");
    return at == 0 || (at > 0 && !Character.isLetterOrDigit(expression.charAt(at - 1)));
  }

  private static void check(Row row) {
    String expected = row.code(RESULT);
    Checked<CheckedExpression> example = checked(row.code(EXAMPLE));
    if (expected.equals("does not compile")) {
      assertThat(example.hasErrors()).isTrue();
      return;
    }
    assertThat(example.diagnostics()).isEmpty();
    Evaluation result = evaluate(example.value().orElseThrow());
    switch (expected) {
      case "pending" -> assertThat(result).isInstanceOf(Evaluation.Pending.class);
      case "fails" -> assertThat(result).isInstanceOf(Evaluation.Failed.class);
      case "the field is left out" -> assertThat(result).isEqualTo(Evaluation.Omitted.OMITTED);
      default -> assertThat(result).isEqualTo(evaluate(checked(expected).value().orElseThrow()));
    }
  }

  private static Evaluation evaluate(CheckedExpression expression) {
    return expression.evaluable().evaluate(Map.of("runtime", Map.of()), Limits.DEFAULT);
  }

  private static Checked<CheckedExpression> checked(String text) {
    String braced = "${" + text + "}";
    Checked<ScannedString> scanned =
        ExpressionScanner.scan(MappedText.verbatim(DocGroups.place(braced)));
    assertThat(scanned.diagnostics()).isEmpty();
    Checked<ParsedExpression> parsed = ExpressionParser.parse(scanned.value().orElseThrow());
    Scope anywhere = Scope.of(Map.of()).allowingOmit().allowingRuntime();
    return parsed
        .value()
        .map(expression -> ExpressionChecker.check(expression, anywhere))
        .orElseGet(() -> Checked.failed(parsed.diagnostics()));
  }
}
