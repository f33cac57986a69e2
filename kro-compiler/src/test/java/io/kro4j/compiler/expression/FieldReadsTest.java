package io.kro4j.compiler.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldReadsTest {

  /** Reads as paths: {@code ?} behind guarded steps, {@code !} behind a value used as a whole. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          schema.spec.name => schema.spec.name!
          schema.spec.my__dash__label => schema.spec.my-label!
          schema.metadata.__namespace__ => schema.metadata.namespace!
          schema.spec.?name => schema.spec.name?!
          schema.spec.?extra.deep.er => schema.spec.extra?.deep?.er?!
          has(schema.spec.name) => schema.spec.name?
          has(schema.spec.name) && schema.spec.name == 'x' => schema.spec.name? schema.spec?.name?!
          has(schema.spec.name) ? schema.spec.name : 'x' => schema.spec.name? schema.spec?.name?!
          !has(schema.spec.name) ? 'x' : schema.spec.name => schema.spec.name? schema.spec?.name?!
          !has(schema.spec.name) || schema.spec.name == 'x' => schema.spec.name? schema.spec?.name?!
          has(schema.spec.name) || schema.spec.name == 'x' => schema.spec.name? schema.spec.name!
          'x' in schema.spec.env && schema.spec.env['x'] == 'y' => schema.spec.env! schema.spec?.env?.x?!
          schema.spec.env[schema.spec.name] => schema.spec.env.*! schema.spec.name!
          schema.spec.items[0].name => schema.spec.items.*.name!
          schema.spec.items.map(i, i.name) => schema.spec.items schema.spec.items.*.name!
          schema.spec.items.exists(n, i, i.name == 'x') => schema.spec.items schema.spec.items.*.name!
          schema.spec.env.map(k, k) => schema.spec.env
          schema.spec.items.filter(i, has(i.name)) => schema.spec.items schema.spec?.items?.*?! schema.spec.items.*.name?
          cel.bind(s, schema.spec, s.name) => schema.spec.name!
          schema => schema!
          size(pods) => pods!
          web.status.conditions.exists(c, c.type == 'Ready') => web.status.conditions web.status.conditions.*.type!
          """)
  void listsWhatIsRead(String text, String reads) {
    assertThat(
            check(text).reads().stream().map(FieldReadsTest::show).collect(Collectors.joining(" ")))
        .isEqualTo(reads);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          schema.spec.name => ^^
          string(schema.spec.secret) => schema.spec.secret=BYTES
          schema.spec.ratio + 1.0 => schema.spec.ratio=DOUBLE
          schema.spec.started => schema.spec.started=TIMESTAMP
          web.data['k'] == b'x' => web.data.k=BYTES
          web.data.map(k, string(web.data[k])) => web.data.*=BYTES
          web.status.conditions.exists(c, c.lastTransitionTime > schema.spec.started) => web.status.conditions.*.lastTransitionTime=TIMESTAMP schema.spec.started=TIMESTAMP
          web.status.conditions.filter(c, true) => web.status.conditions.*.lastTransitionTime=TIMESTAMP
          json.marshal(web) => web.metadata.creationTimestamp=TIMESTAMP web.data.*=BYTES web.status.conditions.*.lastTransitionTime=TIMESTAMP
          """)
  void listsWhatMustBeConverted(String text, String conversions) {
    assertThat(
            check(text).conversions().stream()
                .map(c -> c.variable() + "." + String.join(".", c.path()) + "=" + c.kind())
                .collect(Collectors.joining(" ")))
        .isEqualTo(conversions);
  }

  private static CheckedExpression check(String text) {
    return ExpressionChecker.check(Expressions.parsed("${" + text + "}"), Schemas.scope())
        .value()
        .orElseThrow();
  }

  private static String show(FieldRead read) {
    return read.steps().stream()
        .map(step -> "." + step.name() + (step.guarded() ? "?" : ""))
        .collect(Collectors.joining("", read.variable(), read.whole() ? "!" : ""));
  }
}
