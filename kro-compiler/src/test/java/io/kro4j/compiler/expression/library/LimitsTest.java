package io.kro4j.compiler.expression.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelValidationException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps a short expression from running for ever or filling the memory. */
class LimitsTest {
  private static final EvaluationLimits SMALL = new EvaluationLimits(10_000, 50_000, () -> false);
  private static final CelEnvironment CEL = CelEnvironment.with(List.of(), SMALL);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lists.range(200).all(x, lists.range(200).all(y, true))",
        "lists.range(9000).map(x, string(x) + 'a' + 'b').size()",
        "lists.range(9000).distinct().size()",
        "[1].map(x, lists.range(1000000))",
      })
  void stopsLongWork(String text) throws CelValidationException {
    assertThat(kind(text)).isEqualTo(FailureKind.LIMIT);
  }

  /** Forty variables, each of which names the one before it twice. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'ab' | $ + $ | $",
        "'aa' | $.replace('a', 'aaaa') | $",
        "[1] | $ + $ | $",
        "[1] | [$, $] | $ == $",
        "[1] | [$, $] | json.marshal($)",
        "[1] | [$, $] | '%s'.format([$])",
        "[1] | [$, $] | $.flatten(100)",
        "[1] | [$, $] | $",
        "{1: 1} | {1: $, 2: $} | $ == $",
        "{1: 1} | {1: $, 2: $} | $.deepMerge($)",
        "{1: 1} | {1: $, 2: $} | $",
        "optional.of(1) | optional.of([$, $]) | $ == $",
      })
  void stopsValuesThatDouble(String first, String next, String last) throws CelValidationException {
    StringBuilder text = new StringBuilder("cel.bind(v0, " + first + ", ");
    for (int i = 1; i < 40; i++) {
      text.append("cel.bind(v").append(i).append(", ");
      text.append(next.replace("$", "v" + (i - 1))).append(", ");
    }
    text.append(last.replace("$", "v39")).append(")".repeat(40));
    assertThat(kind(text.toString())).isEqualTo(FailureKind.LIMIT);
  }

  @Test
  void namesOfSharedListsCostNothing() throws CelValidationException {
    String text = "[[1]]" + ".map(x, [x, x])".repeat(60) + ".size()";
    assertThat(evaluate(text)).isEqualTo(new Evaluation.Value(1L));
  }

  @Test
  void noOperatorGoesOnAfterTheWorkIsSpent() throws CelValidationException {
    assertThat(kind("lists.range(9000).distinct().size() > 0 || true"))
        .isEqualTo(FailureKind.LIMIT);
  }

  @Test
  void asksForTheDeadline() throws CelValidationException {
    CelProgram program = program("lists.range(2000).all(x, x + x >= x)");
    assertThat(program.evaluate(Map.of())).isEqualTo(new Evaluation.Value(true));
    assertThat(program.evaluate(name -> null, SMALL.until(() -> true)))
        .isInstanceOfSatisfying(
            Evaluation.Failure.class, f -> assertThat(f.kind()).isEqualTo(FailureKind.LIMIT));
  }

  @Test
  void aNewEvaluationHasANewBudget() throws CelValidationException {
    CelProgram program = program("lists.range(3000).map(x, string(x)).size()");
    for (int i = 0; i < 5; i++) {
      assertThat(program.evaluate(Map.of())).isEqualTo(new Evaluation.Value(3000L));
    }
  }

  @Test
  void limitsTheSyntax() {
    assertThat(CEL.parse("(".repeat(249) + "1" + ")".repeat(249)).hasError()).isFalse();
    assertThat(CEL.parse("(".repeat(250) + "1" + ")".repeat(250)).hasError()).isTrue();
    assertThat(CEL.parse("'" + "a".repeat(99_998) + "'").hasError()).isFalse();
    assertThat(CEL.parse("'" + "a".repeat(99_999) + "'").hasError()).isTrue();
  }

  private static FailureKind kind(String text) throws CelValidationException {
    Evaluation evaluation = evaluate(text);
    assertThat(evaluation).isInstanceOf(Evaluation.Failure.class);
    return ((Evaluation.Failure) evaluation).kind();
  }

  private static Evaluation evaluate(String text) throws CelValidationException {
    return program(text).evaluate(Map.of());
  }

  private static CelProgram program(String text) throws CelValidationException {
    return CEL.plan(CEL.parse(text).getAst());
  }
}
