package io.kro4j.compiler.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.source.Span;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          ${a} => a
          ${ a } => ^ a ^
          x-${a} => "x-" + (a)
          ${a}${b} => (a) + (b)
          ${a}"${b}\\ => (a) + "\\"" + (b) + "\\\\"
          é${a}\u200b => "é" + (a) + "\\u200b"
          """)
  void joinsTheParts(String written, String text) {
    assertThat(Expressions.parsed(written).text()).isEqualTo(text);
  }

  @Test
  void quotesControlCharactersAsGoDoes() {
    assertThat(Expressions.parsed("\u0007\b\f\n\r\t\u000b\u0001\u007f${a}").text())
        .isEqualTo("\"\\a\\b\\f\\n\\r\\t\\v\\x01\\x7f\" + (a)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          ${schema.spec.a + b.c} => schema b
          ${b + a + b} => b+b a
          ${xs.map(x, x.n + y)} => xs y
          ${xs.map(xs, xs.n)} => xs
          ${xs.exists(i, x, i == 1 && x == z)} => xs z
          ${cel.bind(v, q.w, v + u)} => q u
          ${a.?b.orValue(c)} => a c
          ${a.optMap(v, v.x)} => a
          ${xs.sortBy(i, i.k + j)} => xs j
          ${optional.of(a)} => a
          ${optional.value} => optional
          ${type(a) == int} => a int
          ${runtime.newCondition({type: 'A', status: s})} => runtime s
          x${a}y${b.c[d]} => a b d
          """)
  void findsTheNamesFromOutside(String written, String names) {
    String found =
        Expressions.parsed(written).references().stream()
            .map(
                reference ->
                    reference.spans().stream().map(Span::text).collect(Collectors.joining("+")))
            .collect(Collectors.joining(" "));
    assertThat(found).isEqualTo(names);
  }

  @Test
  void findsCalls() {
    assertThat(Expressions.parsed("a${optional.of(b)}${size(x.f())}").functionsCalled())
        .extracting(call -> call.name() + "@" + call.span().text())
        .containsExactly("optional.of@of", "size@size", "f@f");
  }

  @Test
  void knowsTheSpecialNames() {
    assertThat(Expressions.parsed("${a ? omit() : 1}").usesOmit()).isTrue();
    assertThat(Expressions.parsed("${omit}").usesOmit()).isFalse();
    assertThat(Expressions.parsed("${runtime}").usesRuntime()).isTrue();
    assertThat(Expressions.parsed("${xs.map(runtime, runtime)}").usesRuntime()).isFalse();
  }

  /** The text that the span covers, and the message. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          ${a +} => [] the expression ends too early
          ${} => [${}] the expression is empty
          ${a b} => [b] unexpected `b`
          ${(a} => [] `)` is missing at the end
          ${a = b} => [=] unexpected `=` (write `==`)
          ${a and b} => [and] unexpected `and` (write `&&`)
          ${'x} => ['x] this string is not closed, or has an escape that CEL does not know
          ${namespace} => [namespace] `namespace` is a reserved word and cannot be a name
          ${a.in} => [in] unexpected `in` (a field named like a reserved word is written `__in__`)
          ${has(a)} => [(] `has` needs a field, as in `has(x.y)`
          ${99999999999999999999} => [99999999999999999999] this number is too large
          x${a}${b +}y => [}] the expression ends too early
          x-${a}"${b c}y => [c] unexpected `c`, expected `)`
          """)
  void placesSyntaxErrors(String written, String expected) {
    assertThat(Expressions.parse(written).diagnostics())
        .first()
        .extracting(
            d ->
                "["
                    + d.span().text()
                    + "] "
                    + d.message()
                    + (d.help() == null ? "" : " (" + d.help() + ")"))
        .isEqualTo(expected);
  }

  @Test
  void reportsSeveralErrors() {
    assertThat(Expressions.parse("${foo(,) + bar(,)}").diagnostics())
        .extracting(Expressions::show)
        .containsExactly(
            "expression.syntax [,] unexpected `,`", "expression.syntax [,] unexpected `,`");
  }
}
