package io.kro4j.compiler.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.diagnostics.Checked;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionCheckerTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          schema.spec.name => string
          schema.spec.replicas + 1 => int
          schema.spec.ratio => double
          schema.spec.port => dyn
          schema.spec.my__dash__label => string
          schema.spec.tags => list(string)
          schema.spec.env => map(string, string)
          schema.spec.env['x'] => string
          schema.spec.env.x => string
          schema.spec.extra => __type_schema.spec.extra
          schema.spec.extra.known => string
          schema.spec.extra.unknown.deeper => dyn
          schema.spec.secret => bytes
          schema.spec.started => google.protobuf.Timestamp
          schema.spec.items => list(__type_schema.spec.items.@idx)
          schema.spec.items[0].size => int
          schema.spec.items.map(i, i.name) => list(string)
          schema.spec.items.filter(i, i.size > 1)[0].name => string
          schema.metadata.namespace => string
          schema.metadata.__namespace__ => string
          schema.spec.?name => optional_type(string)
          schema.spec.?name.orValue('x') => string
          has(schema.spec.name) => bool
          pods.map(p, p.metadata.name) => list(string)
          pods[0].metadata.namespace => string
          web.data['k'] => bytes
          [1, 'a'] => list(dyn)
          {'a': 1, 'b': 'c'} => map(string, dyn)
          null => null_type
          [] => list(dyn)
          type(1) => type(int)
          type(schema.spec.port) == type(1) => bool
          """)
  void findsTheType(String text, String type) {
    assertThat(check(text).value().orElseThrow().result().display()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          shema.spec.name => expression.unknown-identifier [shema] nothing is called `shema` (did you mean `schema`?)
          x => expression.unknown-identifier [x] nothing is called `x` (available here: `schema`, `web`, `pods`)
          schema.spec.nam => expression.unknown-field [nam] `schema.spec` has no field `nam` (did you mean `name`?)
          has(schema.spec.nam) => expression.unknown-field [nam] `schema.spec` has no field `nam` (did you mean `name`?)
          schema.spec.?nam => expression.unknown-field [nam] `schema.spec` has no field `nam` (did you mean `name`?)
          schema.status => expression.unknown-field [status] `schema` has no field `status` (its fields are `metadata`, `spec`)
          schema.spec.`my-label` => expression.unknown-field [my-label] `schema.spec` has no field `my-label` (write `my__dash__label`)
          schema.spec.items[0].nme => expression.unknown-field [nme] `schema.spec.items[]` has no field `nme` (did you mean `name`?)
          schema.spec.items.map(i, i.nme) => expression.unknown-field [nme] `schema.spec.items[]` has no field `nme` (did you mean `name`?)
          schema.spec.items.name => expression.unknown-field [name] a list has no field `name` (take one item, as in `list[0]`, or all, as in `list.map(item, item.name)`)
          schema.spec.name.x => expression.unknown-field [x] `string` has no field `x`
          schema['spec'] => expression.no-overload [[] an object cannot be indexed with `string` (select the field with a dot: `object.field`)
          schema.spec.name + 1 => expression.no-overload [+] `+` cannot be used with `string` and `int` (convert what is no text: `string(...)`)
          schema.spec.ratio > 1 => expression.no-overload [>] `>` cannot compare `double` and `int` (numbers of different types do not mix: convert one, as in `double(...)`, or write `1.0` instead of `1`)
          schema.spec.?name == 'x' => expression.no-overload [==] `==` cannot compare `optional(string)` and `string` (take the value out of the optional first, with `.orValue(...)`)
          schema.spec.debug ? 'x' : null => expression.no-overload [?] both results of `? :` must be of one type, got `string` and `null` (use `optional.none()` and `optional.of(...)` for a value that may be missing)
          schema.spec.name ? 1 : 2 => expression.no-overload [?] what stands before `?` must be `bool`, got `string`
          schema.spec.name && true => expression.no-overload [&&] `&&` needs `bool`, got `string`, `bool`
          sise(schema.spec.tags) => expression.unknown-function [sise] there is no function `sise` (did you mean `size`?)
          optional.non() => expression.unknown-function [non] there is no function `optional.non` (did you mean `optional.none`?)
          schema.spec.tags.map(x) => expression.unknown-function [map] `map` is not called like this (it goes over a list or a map, as in `list.map(item, item.name)`)
          schema.spec.name.map(x, x) => expression.no-overload [schema.spec.name] only a list or a map has items to go over, and this is `string`
          schema.spec.map(k, k) => expression.no-overload [schema.spec] only a list or a map has items to go over, and this is an object (to go over the fields of an object, write `dyn(object)`)
          schema.spec.tags.filter(t, t) => expression.no-overload [t] the condition of `filter` must be `bool`, got `string`
          schema.spec.tags.all(t, size(t)) => expression.no-overload [(] the condition of `all` must be `bool`, got `int`
          size(schema.spec.replicas) => expression.no-overload [size] `size` does not take `int`
          schema.spec.replicas.size() => expression.no-overload [size] `size` cannot be called on `int`
          omit() => expression.omit-not-allowed [omit] `omit()` cannot be used here (`omit()` removes a field, so it belongs in the fields of a resource template)
          hash.sha265('x') => expression.unknown-function [sha265] there is no function `hash.sha265` (did you mean `hash.sha256`?)
          runtime.condition(web, 'A') => expression.runtime-not-allowed [runtime] `runtime` cannot be used here (`runtime` makes conditions, so it belongs in `status.conditions`)
          """)
  void explainsWhatIsWrong(String text, String diagnostic) {
    assertThat(show(check(text))).isEqualTo(diagnostic);
  }

  @ParameterizedTest
  @ValueSource(strings = {"string", "int", "list", "size", "hash", "optional", "type"})
  void letsResourcesBeCalledLikeTypesAndFunctions(String id) {
    Scope scope =
        Schemas.scope().with(Map.of(id, Schemas.type(id, Schemas.object("a", Schemas.TEXT))));
    String text = id + ".a + string(1) + string(size([1]))";

    assertThat(ExpressionChecker.check(Expressions.parsed("${" + text + "}"), scope).diagnostics())
        .isEmpty();
    assertThat(
            EvaluableExpression.of(text, List.of())
                .evaluate(Map.of(id, Map.of("a", "x")), Limits.DEFAULT))
        .isEqualTo(new Evaluation.Value("x11"));
  }

  @Test
  void reportsAllErrors() {
    assertThat(show(check("schema.spec.nam + shema.x + web.status.replica")))
        .isEqualTo(
            """
            expression.unknown-field [nam] `schema.spec` has no field `nam` (did you mean `name`?)
            expression.unknown-identifier [shema] nothing is called `shema` (did you mean `schema`?)
            expression.unknown-field [replica] `web.status` has no field `replica` (did you mean \
            `replicas`?)""");
  }

  @Test
  void findsUnknownNamesInsideMacros() {
    String text = "${runtime.newCondition({type: 'A', status: 'True', message: shema.spec.name})}";
    Scope scope = Schemas.scope().allowingRuntime();

    assertThat(show(ExpressionChecker.check(Expressions.parsed(text), scope)))
        .isEqualTo(
            "expression.unknown-identifier [shema] nothing is called `shema` (did you mean"
                + " `schema`?)");
  }

  @Test
  void saysWhyAKnownNameCannotBeUsed() {
    Scope scope = Schemas.scope().without(List.of("web"), "a resource cannot read itself");

    assertThat(show(ExpressionChecker.check(Expressions.parsed("${web.status}"), scope)))
        .isEqualTo(
            "expression.unknown-identifier [web] `web` cannot be used here: a resource cannot read"
                + " itself");
  }

  @Test
  void allowsOmitAndRuntimeWhereTheScopeDoes() {
    Scope scope = Schemas.scope().allowingOmit().allowingRuntime();

    assertThat(ExpressionChecker.check(Expressions.parsed("${omit()}"), scope).hasErrors())
        .isFalse();

    assertThat(
            ExpressionChecker.check(
                    Expressions.parsed("${runtime.newCondition({type: 'A', status: 'True'})}"),
                    scope)
                .value()
                .orElseThrow()
                .result())
        .isEqualTo(ValueType.RuntimeType.CONDITION);
  }

  @Test
  void placesErrorsOfMixedStringsInTheirPart() {
    Checked<CheckedExpression> checked =
        ExpressionChecker.check(
            Expressions.parsed("a-${schema.spec.nam}-\"b\"-${schema.spec.replicas}"),
            Schemas.scope());

    assertThat(show(checked))
        .isEqualTo(
            """
            expression.unknown-field [nam] `schema.spec` has no field `nam` (did you mean `name`?)
            expression.no-overload [schema.spec.replicas] the parts of a text are joined, so each \
            must be `string`, and this is `int` (convert what is no text: `string(...)`)""");
  }

  private static Checked<CheckedExpression> check(String text) {
    return ExpressionChecker.check(Expressions.parsed("${" + text + "}"), Schemas.scope());
  }

  private static String show(Checked<?> checked) {
    return checked.diagnostics().stream()
        .map(d -> Expressions.show(d) + (d.help() == null ? "" : " (" + d.help() + ")"))
        .collect(Collectors.joining("\n"));
  }
}
