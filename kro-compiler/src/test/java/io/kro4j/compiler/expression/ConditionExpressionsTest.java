package io.kro4j.compiler.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionExpressionsTest {

  @Test
  void findsTheConditionsMadeAndRead() {
    ConditionExpressions conditions =
        ConditionExpressions.of(
            Expressions.parsed(
                "${[runtime.newCondition({type: 'A', status: runtime.condition(schema,"
                    + " 'Ready').status}), runtime.newCondition({status: 'True', type: 'B'}),"
                    + " runtime.newCondition({type: runtime.condition(web, 'X').type, status:"
                    + " 'False'})]}"));

    assertThat(conditions.declared())
        .extracting(name -> name.type() + name.span().text())
        .containsExactly("A'A'", "B'B'");
    assertThat(conditions.readFromInstance())
        .extracting(ConditionExpressions.ConditionName::type)
        .containsExactly("Ready");
    assertThat(conditions.diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          {type: 'A', status: 'true'} => status.conditions ['true'] the `status` of a condition is `True`, `False` or `Unknown`, not `true`
          {type: '', status: 'True'} => status.conditions [''] the `type` of a condition cannot be empty
          """)
  void refusesLiteralsThatNoConditionHas(String fields, String diagnostic) {
    assertThat(
            ConditionExpressions.of(Expressions.parsed("${runtime.newCondition(" + fields + ")}"))
                .diagnostics())
        .extracting(Expressions::show)
        .containsExactly(diagnostic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          {'type': 'A', status: 'True'} => status.conditions ['type']
          {type: 'A'} => status.conditions [{]
          {type: 'A', status: 'True', state: 'x'} => status.conditions [state]
          {type: 'A', type: 'B', status: 'True'} => status.conditions [type]
          web => status.conditions [(]
          """)
  void refusesKeysThatNoConditionHas(String fields, String place) {
    assertThat(Expressions.parse("${runtime.newCondition(" + fields + ")}").diagnostics())
        .extracting(Expressions::show)
        .singleElement()
        .asString()
        .startsWith("status.conditions");
  }
}
