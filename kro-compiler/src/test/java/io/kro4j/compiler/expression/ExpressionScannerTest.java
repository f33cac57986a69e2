package io.kro4j.compiler.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.expression.ScannedString.Mixed;
import io.kro4j.compiler.expression.ScannedString.Part;
import io.kro4j.compiler.expression.ScannedString.Standalone;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionScannerTest {

  /** Text, and how it is split: {@code =} standalone, {@code [e]} an expression, else plain. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          ${a} => =a
          ${} => =
          a${b}c => a[b]c
          ${a}${b} => [a][b]
          ${a}-${b} => [a]-[b]
          ${{'x': {'y': 1}}} => ={'x': {'y': 1}}
          ${"}"} => ="}"
          ${"{"} => ="{"
          ${"\\""} => ="\\""
          ${"${VAR}"} => ="${VAR}"
          ${outer("${inner}")} => =outer("${inner}")
          \\${a} => \\[a]
          $${a} => $[a]
          $VAR $(cmd) $ => $VAR $(cmd) $
          it's ${a}, isn't it => it's [a], isn't it
          """)
  void readsWhatUpstreamReadsTheSameWay(String text, String split) {
    assertThat(show(Expressions.scan(text))).isEqualTo(split);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          ${'}'} => ='}'
          ${'{'} => ='{'
          ${'${x}'} => ='${x}'
          ${'a"b'} => ='a"b'
          ${'\\''} => ='\\''
          ${\"""a"b}\"""} => =\"""a"b}\"""
          ${'''it's }'''} => ='''it's }'''
          ${r"\\"} => =r"\\"
          ${r'\\}'} => =r'\\}'
          ${br'\\'} => =br'\\'
          ${bar"\\""} => =bar"\\""
          """)
  void understandsAllStringsOfCel(String text, String split) {
    assertThat(show(Expressions.scan(text))).isEqualTo(split);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          ${a // don't} => =a // don't
          ${a // {}} => =a // {}
          ${a == 'b} => =a == 'b
          ${""} => =""
          ${''} => =''
          """)
  void keepsReadingWhatUpstreamAccepts(String text, String split) {
    assertThat(show(Expressions.scan(text))).isEqualTo(split);
  }

  @ParameterizedTest
  @ValueSource(strings = {"${a", "${a{}", "${\"a}", "x ${ y", "${{a}"})
  void leavesUnterminatedExpressionsAsText(String text) {
    Checked<ScannedString> scanned = Expressions.scan(text);

    assertThat(show(scanned)).isEqualTo(text);
    assertThat(scanned.diagnostics())
        .singleElement()
        .satisfies(warning -> assertThat(warning.isError()).isFalse())
        .extracting(Expressions::show)
        .isEqualTo(
            "expression.unterminated [${] this `${` has no closing `}`, so it is text and not an"
                + " expression");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${a(${b})}", "x${${b}}", "${a + ${b"})
  void refusesAnExpressionInsideAnother(String text) {
    Checked<ScannedString> scanned = Expressions.scan(text);

    assertThat(scanned.value()).isEmpty();
    assertThat(scanned.diagnostics())
        .extracting(Expressions::show)
        .containsExactly(
            "expression.nested [${] an expression cannot stand inside another expression");
    assertThat(scanned.diagnostics().get(0).span().start()).isEqualTo(text.lastIndexOf("${"));
  }

  private static String show(Checked<ScannedString> checked) {
    ScannedString scanned = checked.value().orElseThrow();
    if (scanned instanceof Standalone standalone) {
      return "=" + standalone.expression();
    }
    if (scanned instanceof Mixed mixed) {
      return mixed.parts().stream()
          .map(part -> part instanceof Part.Literal ? "" + part.text() : "[" + part.text() + "]")
          .collect(Collectors.joining());
    }
    return scanned.whole().value();
  }
}
