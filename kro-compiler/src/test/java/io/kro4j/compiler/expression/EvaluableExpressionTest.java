package io.kro4j.compiler.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.expression.Evaluation.Failed;
import io.kro4j.compiler.expression.Evaluation.Pending;
import io.kro4j.compiler.expression.Evaluation.Value;
import io.kro4j.compiler.expression.library.FailureKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluableExpressionTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          schema.spec.name => shop
          schema.spec.replicas + 1 => 4
          schema.spec.ratio * 1.5 => 3
          schema.spec.ratio => 2
          schema.spec.my__dash__label => yes
          schema.metadata.namespace + schema.metadata.__namespace__ => defaultdefault
          schema.spec.tags => [a, b]
          schema.spec.tags.map(t, t + '!') => [a!, b!]
          schema.spec.env['x'] + schema.spec.env.x => 11
          schema.spec.env.map(k, k) => [x]
          schema.spec.items[1].name => two
          schema.spec.items.filter(i, i.size > 1).map(i, i.name) => [two]
          schema.spec.extra => {known=k, deep={n=1.5}}
          schema.spec.extra.deep.n + 1.0 => 2.5
          string(schema.spec.secret) => hello
          schema.spec.secret == b'hello' => true
          schema.spec.started => 2026-01-02T03:04:05Z
          schema.spec.started + duration('90s') => 2026-01-02T03:05:35Z
          schema.spec.started < timestamp('2027-01-01T00:00:00Z') => true
          duration('5400s') => 1h30m0s
          duration('1.5s') => 1.5s
          duration('1500us') => 1.5ms
          schema.spec.every > duration('47h') => true
          schema.spec.every => 48h0m0s
          web.data.map(k, string(web.data[k])) => [v1]
          web.status.conditions.exists(c, c.type == 'Ready' && c.status == 'True') => true
          web.status.conditions[0].lastTransitionTime => 2026-01-01T00:00:00Z
          pods.map(p, p.metadata.name) => [p1, p2]
          size(pods) => 2
          schema.spec.?nothing.orValue('x') => x
          schema.spec.?nothing => null
          has(schema.spec.nothing) => false
          has(schema.spec.nulled) => false
          schema.spec.?nulled.orValue('x') => x
          'name' in dyn(schema.spec) => true
          type(dyn(schema.spec)) == map => true
          type(schema.spec.port) == int => true
          7u => 7
          null => null
          [optional.none(), optional.of(1)] => [null, 1]
          1.0 => 1
          1e20 => 1.0E20
          schema.spec.items[0] == {'name': 'one', 'size': 1} => true
          schema.spec.tags + ['c'] => [a, b, c]
          """)
  void givesJson(String text, String expected) {
    Evaluation evaluation = evaluate(text, variables());

    assertThat(evaluation).isInstanceOf(Value.class);
    Object json = ((Value) evaluation).json();
    assertThat(String.valueOf(json)).isEqualTo(expected);
  }

  /** The matrix of what is missing, and what will never be there. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          schema.spec.nothing => pending schema.spec.nothing
          schema.spec.nothing.deeper => pending schema.spec.nothing
          schema.spec.nulled => pending schema.spec.nulled
          schema.spec.env['nothing'] => pending schema.spec.env.nothing
          schema.spec.items[5].name => pending index out of bounds
          schema.spec.items[-1].name => pending index out of bounds
          web.status.conditions[7] => pending index out of bounds
          later.status => pending later
          has(later.status) => pending later
          later.?status => pending later
          has(schema.spec.nothing.deeper) => pending schema.spec.nothing
          optional.none().value() => INVALID
          int('x') => INVALID
          1 / (schema.spec.replicas - 3) => DIVIDE_BY_ZERO
          9223372036854775807 + schema.spec.replicas => OVERFLOW
          dyn(schema.spec.name) + 1 => NO_OVERLOAD
          schema.spec.secret => INVALID
          18446744073709551615u => INVALID
          {1: 'a'} => INVALID
          [b'x'] => INVALID
          int => INVALID
          schema.spec.badTime => INVALID
          schema.spec.badBytes => INVALID
          schema.spec.badDuration => INVALID
          """)
  void tellsWhatIsMissingFromWhatFails(String text, String expected) {
    Evaluation evaluation = evaluate(text, variables());

    if (evaluation instanceof Pending pending && expected.startsWith("pending ")) {
      String what = expected.substring("pending ".length());
      assertThat(pending.missing() + " " + pending.message().toLowerCase(Locale.ROOT))
          .contains(what);
    } else {
      assertThat(evaluation).isInstanceOf(Failed.class);
      assertThat(((Failed) evaluation).kind()).isEqualTo(FailureKind.valueOf(expected));
    }
  }

  @Test
  void leavesOut() {
    assertThat(evaluate("omit()", variables())).isEqualTo(Evaluation.Omitted.OMITTED);
    assertThat(evaluate("{'a': omit(), 'b': [1, omit()], 'c': {'d': omit()}}", variables()))
        .isEqualTo(new Value(Map.of("b", List.of(1L), "c", Map.of())));
    assertThat(evaluate("'a' + omit()", variables())).isInstanceOf(Failed.class);
    assertThat(evaluate("omit() == 1", variables())).isInstanceOf(Failed.class);
  }

  @Test
  void readsRawValuesAsTheyAre() {
    Evaluation bytes = EvaluableExpression.raw("web.data.k").evaluate(variables(), Limits.DEFAULT);
    Evaluation nulled =
        EvaluableExpression.raw("has(schema.spec.nulled) && schema.spec.nulled == null")
            .evaluate(variables(), Limits.DEFAULT);

    assertThat(bytes).isEqualTo(new Value("djE="));
    assertThat(nulled).isEqualTo(new Value(true));
  }

  @Test
  void copiesNothing() {
    Map<String, Object> variables = variables();
    Evaluation evaluation = evaluate("schema.spec", variables);

    assertThat(((Value) evaluation).json())
        .isSameAs(((Map<?, ?>) variables.get("schema")).get("spec"));
  }

  @Test
  void runsOnManyThreads() throws Exception {
    EvaluableExpression expression =
        EvaluableExpression.raw("schema.spec.items.map(i, i.name + schema.spec.name)");
    Map<String, Object> variables = variables();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Evaluation> task = () -> expression.evaluate(variables, Limits.DEFAULT);
      List<Callable<Evaluation>> tasks = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        tasks.add(task);
      }
      for (Future<Evaluation> done : threads.invokeAll(tasks)) {
        assertThat(done.get()).isEqualTo(new Value(List.of("oneshop", "twoshop")));
      }
    } finally {
      threads.shutdown();
    }
  }

  private static Evaluation evaluate(String text, Map<String, Object> variables) {
    return EvaluableExpression.of(text, conversions()).evaluate(variables, Limits.DEFAULT);
  }

  private static List<Conversion> conversions() {
    return List.of(
        new Conversion("schema", List.of("spec", "secret"), Conversion.Kind.BYTES),
        new Conversion("schema", List.of("spec", "badBytes"), Conversion.Kind.BYTES),
        new Conversion("schema", List.of("spec", "badTime"), Conversion.Kind.TIMESTAMP),
        new Conversion("schema", List.of("spec", "started"), Conversion.Kind.TIMESTAMP),
        new Conversion("schema", List.of("spec", "every"), Conversion.Kind.DURATION),
        new Conversion("schema", List.of("spec", "badDuration"), Conversion.Kind.DURATION),
        new Conversion("schema", List.of("spec", "ratio"), Conversion.Kind.DOUBLE),
        new Conversion("web", List.of("data", "*"), Conversion.Kind.BYTES),
        new Conversion(
            "web",
            List.of("status", "conditions", "*", "lastTransitionTime"),
            Conversion.Kind.TIMESTAMP));
  }

  private static Map<String, Object> variables() {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("name", "shop");
    spec.put("replicas", 3);
    spec.put("ratio", 2L);
    spec.put("my-label", "yes");
    spec.put("port", 80);
    spec.put("tags", Arrays.asList("a", "b"));
    spec.put("env", Map.of("x", "1"));
    spec.put("items", List.of(item("one", 1), item("two", 2)));
    Map<String, Object> extra = new LinkedHashMap<>();
    extra.put("known", "k");
    extra.put("deep", Map.of("n", 1.5));
    spec.put("extra", extra);
    spec.put("secret", "aGVsbG8=");
    spec.put("badBytes", "%%");
    spec.put("badTime", "yesterday");
    spec.put("started", "2026-01-02T03:04:05.678Z");
    spec.put("every", "2 days");
    spec.put("badDuration", "99999999999999999999 days");
    spec.put("nulled", null);
    Map<String, Object> variables = new HashMap<>();
    variables.put("schema", Map.of("metadata", Map.of("namespace", "default"), "spec", spec));
    variables.put(
        "web",
        Map.of(
            "data",
            Map.of("k", "djE="),
            "status",
            Map.of(
                "conditions",
                List.of(
                    Map.of(
                        "type",
                        "Ready",
                        "status",
                        "True",
                        "lastTransitionTime",
                        "2026-01-01T00:00:00Z")))));
    variables.put("pods", List.of(pod("p1"), pod("p2")));
    return variables;
  }

  private static Map<String, Object> item(String name, int size) {
    return Map.of("name", name, "size", size);
  }

  private static Map<String, Object> pod(String name) {
    return Map.of("metadata", Map.of("name", name));
  }
}
