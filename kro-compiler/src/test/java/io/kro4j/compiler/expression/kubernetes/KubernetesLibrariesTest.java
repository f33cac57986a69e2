package io.kro4j.compiler.expression.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.primitives.UnsignedLong;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelTypes;
import dev.cel.common.types.TypeType;
import dev.cel.common.values.CelByteString;
import dev.cel.compiler.CelCompilerFactory;
import io.kro4j.compiler.expression.library.CelEnvironment;
import io.kro4j.compiler.expression.library.Evaluation;
import io.kro4j.compiler.expression.library.FailureKind;
import io.kro4j.compiler.expression.library.LibraryValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every function in expressions, with the outcome they have in kro 0.9.4. */
class KubernetesLibrariesTest {
  private static final CelEnvironment CEL = CelEnvironment.with(KubernetesLibraries.ALL);

  static List<JsonNode> expressions() {
    return Vectors.of("expressions.json");
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void hasTheOutcomeOfUpstream(JsonNode row) throws CelValidationException {
    CelValidationResult checked = check(row.get("in").textValue());
    String outcome = row.get("outcome").textValue();
    assertThat(checked.hasError())
        .as(checked.getIssueString())
        .isEqualTo(outcome.equals("rejected"));
    if (!checked.hasError()) {
      CelAbstractSyntaxTree ast = checked.getAst();
      assertThat(CelTypes.format(ast.getResultType())).isEqualTo(row.get("type").textValue());
      Evaluation evaluation = CEL.plan(ast).evaluate(Map.of());
      if (outcome.equals("failure")) {
        assertThat(evaluation).isInstanceOf(Evaluation.Failure.class);
        assertThat(((Evaluation.Failure) evaluation).kind()).isNotEqualTo(FailureKind.INTERNAL);
      } else {
        assertThat(evaluation).isInstanceOf(Evaluation.Value.class);
        assertThat(plain(((Evaluation.Value) evaluation).value()))
            .isEqualTo(expected(row.get("value")));
      }
    }
  }

  /**
   * Upstream's {@code add} and {@code compareTo} change long quantities that they are called on,
   * and a computed quantity on the right of {@code ==} is an error there. Here all are values.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cel.bind(q, quantity('1.00000000000000000001'), [q.add(1), q][1].isLessThan(quantity('1.5')))",
        "cel.bind(q, quantity('1'), q.compareTo(quantity('0.00000000000000000001')) == 1 && q.isInteger())",
        "quantity('2') == quantity('1').add(1)",
        "[quantity('2')].indexOf(quantity('1').add(1)) == 0",
        "dyn(quantity('1')) != dyn(1)",
        "!(dyn(ip('::1')) == dyn('::1'))"
      })
  void takesLibraryValuesForValues(String text) throws CelValidationException {
    assertThat(CEL.plan(check(text).getAst()).evaluate(Map.of()))
        .isEqualTo(new Evaluation.Value(true));
  }

  private static CelValidationResult check(String text) throws CelValidationException {
    return CEL.check(
        CEL.parse(text).getAst(),
        Map.of(),
        CelCompilerFactory.standardCelCheckerBuilder().build().getTypeProvider());
  }

  /** A value as JSON, by way of its text when JSON has nothing for it. */
  private static String plain(Object value) {
    if (value instanceof TypeType type) {
      return Vectors.json(type.containingTypeName()).toString();
    }
    if (value instanceof CelByteString bytes) {
      return Vectors.json(bytes.toStringUtf8()).toString();
    }
    if (value instanceof Duration duration) {
      return Vectors.json(duration.toNanos()).toString();
    }
    boolean asText =
        value instanceof UnsignedLong
            || value instanceof Double
            || value instanceof Instant
            || value instanceof LibraryValue;
    return Vectors.json(asText ? value.toString() : value).toString();
  }

  private static String expected(JsonNode value) {
    return value.has("double")
        ? plain(Double.valueOf(value.get("double").textValue()))
        : value.toString();
  }
}
