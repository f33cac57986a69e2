package io.kro4j.compiler.expression.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CelEnvironmentTest {
  private static final CelEnvironment CEL = CelEnvironment.with(List.of());

  @Test
  void comparesDifferentNumberTypesOnlyThroughDyn() throws CelValidationException {
    assertThat(check("1 < 1.5").hasError()).isTrue();
    assertThat(evaluate("dyn(1) < 1.5")).isEqualTo(new Evaluation.Value(true));
  }

  @Test
  void knowsConditionsAndTheirFields() throws CelValidationException {
    assertThat(evaluate("runtime.newCondition({type: 'A', status: 'True'}).type"))
        .isEqualTo(new Evaluation.Value("A"));
    assertThat(check("runtime.newCondition({type: 'A', status: 'True'}).typ").getErrorString())
        .contains("undefined field 'typ'");
    assertThat(CEL.parse("runtime.newCondition({'type': 'A', status: 'True'})").getErrorString())
        .contains("keys are bare words");
    assertThat(CEL.parse("runtime.newCondition({type: 'A'})").getErrorString())
        .contains("`status` is required");
  }

  @Test
  void bindsTheReceiverOfOptMapOnce() throws CelValidationException {
    String chain = "optional.of(1)" + ".optMap(x, x + 1)".repeat(12) + ".value()";
    assertThat(evaluate(chain)).isEqualTo(new Evaluation.Value(13L));
  }

  @Test
  void tellsKindsOfFailureApart() throws CelValidationException {
    assertThat(kind("{'a': 1}['b']")).isEqualTo(FailureKind.MISSING);
    assertThat(kind("{'a': 1}.b")).isEqualTo(FailureKind.MISSING);
    assertThat(kind("[1][3]")).isEqualTo(FailureKind.INDEX_OUT_OF_BOUNDS);
    assertThat(kind("[1][-1]")).isEqualTo(FailureKind.INDEX_OUT_OF_BOUNDS);
    assertThat(kind("1 / 0")).isEqualTo(FailureKind.DIVIDE_BY_ZERO);
    assertThat(kind("9223372036854775807 + 1")).isEqualTo(FailureKind.OVERFLOW);
    assertThat(kind("int('x')")).isEqualTo(FailureKind.INVALID);
    assertThat(kind("dyn(1) + 'x'")).isEqualTo(FailureKind.NO_OVERLOAD);
    assertThat(kind("missing.field")).isEqualTo(FailureKind.MISSING);
    assertThat(kind("missing")).isEqualTo(FailureKind.MISSING);
    assertThat(kind("optional.none().value()")).isEqualTo(FailureKind.INVALID);
  }

  @Test
  void listsFunctionsAndMacros() {
    assertThat(CEL.functionNames())
        .contains("size", "optional.of", "orValue")
        .doesNotContain("_+_");
    assertThat(CEL.macroNames()).contains("has", "cel.bind", "optMap", "sortBy", "transformMap");
  }

  private static FailureKind kind(String text) throws CelValidationException {
    return ((Evaluation.Failure) evaluate(text)).kind();
  }

  private static CelValidationResult check(String text) throws CelValidationException {
    return CEL.check(
        CEL.parse(text).getAst(),
        Map.of("missing", SimpleType.DYN),
        CelCompilerFactory.standardCelCheckerBuilder().build().getTypeProvider());
  }

  private static Evaluation evaluate(String text) throws CelValidationException {
    CelAbstractSyntaxTree ast = check(text).getAst();
    return CEL.plan(ast).evaluate(Map.of());
  }
}
