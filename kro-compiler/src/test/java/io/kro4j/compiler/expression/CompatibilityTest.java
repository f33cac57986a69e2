package io.kro4j.compiler.expression;

import static io.kro4j.compiler.expression.Schemas.BOOL;
import static io.kro4j.compiler.expression.Schemas.BYTES;
import static io.kro4j.compiler.expression.Schemas.INT;
import static io.kro4j.compiler.expression.Schemas.INT_OR_STRING;
import static io.kro4j.compiler.expression.Schemas.NUMBER;
import static io.kro4j.compiler.expression.Schemas.QUANTITY;
import static io.kro4j.compiler.expression.Schemas.TEXT;
import static io.kro4j.compiler.expression.Schemas.TIME;
import static io.kro4j.compiler.expression.Schemas.list;
import static io.kro4j.compiler.expression.Schemas.map;
import static io.kro4j.compiler.expression.Schemas.object;
import static io.kro4j.compiler.expression.Schemas.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.expression.ValueType.ListOf;
import io.kro4j.compiler.expression.ValueType.MapOf;
import io.kro4j.compiler.expression.ValueType.Opaque;
import io.kro4j.compiler.expression.ValueType.OptionalOf;
import io.kro4j.compiler.expression.ValueType.Simple;
import io.kro4j.compiler.schema.Definitions;
import io.kro4j.compiler.schema.JsonSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompatibilityTest {
  private static final MapOf MAP_OF_DYN = new MapOf(Simple.TEXT, Simple.DYN);
  private static final MapOf MAP_OF_TEXT = new MapOf(Simple.TEXT, Simple.TEXT);

  static Stream<Arguments> accepted() {
    return Stream.of(
        Arguments.of(Simple.TEXT, TEXT),
        Arguments.of(Simple.DYN, INT),
        Arguments.of(Simple.BOOL, INT_OR_STRING),
        Arguments.of(Simple.BOOL, QUANTITY),
        Arguments.of(new OptionalOf(Simple.TEXT), TEXT),
        Arguments.of(new OptionalOf(new ListOf(Simple.TEXT)), list(TEXT)),
        Arguments.of(new ListOf(Simple.DYN), list(INT)),
        Arguments.of(MAP_OF_DYN, map(INT)),
        Arguments.of(MAP_OF_DYN, object("a", INT)),
        Arguments.of(MAP_OF_TEXT, object("a", TEXT, "b", TEXT)),
        Arguments.of(MAP_OF_TEXT, open()),
        Arguments.of(struct("a", TEXT), object("a", TEXT, "b", INT)),
        Arguments.of(struct(), object("a", TEXT)),
        Arguments.of(struct("x", TEXT), open("a", INT)),
        Arguments.of(struct("a", TEXT), map(TEXT)),
        Arguments.of(struct("a", object("b", INT)), object("a", object("b", INT))),
        Arguments.of(ValueTypes.listOf("pods", schema(object("a", TEXT))), list(object())),
        Arguments.of(new MapOf(Simple.TEXT, Simple.INT), list(TEXT)),
        Arguments.of(new Opaque("kubernetes.Quantity"), map(TEXT)),
        Arguments.of(Simple.TEXT, object("a", INT)));
  }

  @ParameterizedTest
  @MethodSource
  void accepted(ValueType actual, Map<String, Object> expected) {
    assertThat(Compatibility.explain(actual, Schemas.type("to", expected))).isEmpty();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(Simple.INT, TEXT, "expected `string`, got `int`"),
        Arguments.of(Simple.INT, NUMBER, "expected `double`, got `int`"),
        Arguments.of(Simple.DOUBLE, INT, "expected `int`, got `double`"),
        Arguments.of(Simple.TEXT, BYTES, "expected `bytes`, got `string`"),
        Arguments.of(Simple.TEXT, TIME, "expected `timestamp`, got `string`"),
        Arguments.of(Simple.NULL, BOOL, "expected `bool`, got `null`"),
        Arguments.of(
            new ListOf(Simple.INT), list(TEXT), "in each item: expected `string`, got `int`"),
        Arguments.of(Simple.TEXT, list(TEXT), "expected `list(string)`, got `string`"),
        Arguments.of(
            new ListOf(Simple.TEXT),
            map(TEXT),
            "expected `map(string, string)`, got `list(string)`"),
        Arguments.of(
            new MapOf(Simple.TEXT, Simple.INT),
            map(TEXT),
            "in each value: expected `string`, got `int`"),
        Arguments.of(
            new MapOf(Simple.INT, Simple.TEXT),
            map(TEXT),
            "in each key: expected `string`, got `int`"),
        Arguments.of(
            MAP_OF_TEXT,
            object("image", TEXT, "ports", list(TEXT)),
            "for field `ports`: expected `list(string)`, got `string`"),
        Arguments.of(
            new MapOf(Simple.INT, Simple.TEXT),
            object("a", TEXT),
            "an object has text as its keys, and this map has `int`"),
        Arguments.of(
            struct("a", TEXT, "x", TEXT),
            object("a", TEXT),
            "the object has a field `x`, which is not expected here"),
        Arguments.of(
            struct("a", object("b", INT)),
            object("a", object("b", TEXT)),
            "in field `a`: in field `b`: expected `string`, got `int`"),
        Arguments.of(struct("a", INT), map(TEXT), "for field `a`: expected `string`, got `int`"),
        Arguments.of(struct("a", INT), TEXT, "expected `string`, got an object"));
  }

  @ParameterizedTest
  @MethodSource
  void refused(ValueType actual, Map<String, Object> expected, String why) {
    assertThat(Compatibility.explain(actual, Schemas.type("to", expected))).contains(why);
  }

  @Test
  void endsWhereASchemaRepeats() {
    Map<String, Object> tree =
        object("name", TEXT, "children", list(Map.of("$ref", "#/definitions/Tree")));
    JsonSchema schema =
        JsonSchema.of(tree, name -> name.equals("Tree") ? Optional.of(tree) : Optional.empty());

    assertThat(Compatibility.explain(ValueTypes.of("a", schema), ValueTypes.of("b", schema)))
        .isEmpty();
  }

  @Test
  void doubtsWhatCannotBeRight() {
    assertThat(Compatibility.doubt(Simple.TEXT, struct("a", TEXT)))
        .contains("expected an object, got `string`");
    assertThat(Compatibility.doubt(MAP_OF_TEXT, new ListOf(Simple.TEXT))).isPresent();
    assertThat(Compatibility.doubt(MAP_OF_TEXT, struct("a", TEXT))).isEmpty();
    assertThat(Compatibility.doubt(Simple.DYN, struct("a", TEXT))).isEmpty();
  }

  @Test
  void saysWhatToWriteInstead() {
    assertThat(Compatibility.help(Simple.INT, Simple.TEXT)).contains("convert it: `string(...)`");
    assertThat(Compatibility.help(Simple.INT, Simple.DOUBLE)).contains("convert it: `double(...)`");
    assertThat(Compatibility.help(Simple.TEXT, Simple.BYTES)).isPresent();
    assertThat(Compatibility.help(Simple.TEXT, Simple.BOOL)).isEmpty();
  }

  /** The places where upstream cannot find the fields of the expected object. */
  @Test
  void comparesNoFieldsWhereUpstreamCannot() {
    JsonSchema schema =
        schema(
            object(
                "spec",
                object("inner", object("a", TEXT)),
                "values",
                map(object("a", TEXT)),
                "foo-bar",
                object("a", TEXT),
                "items",
                list(object("a", TEXT))));
    ValueType other = struct("x", INT);

    assertThat(explain(other, schema, false, "spec", "inner")).isPresent();
    assertThat(explain(other, schema, false, "items", 0)).isPresent();
    assertThat(explain(other, schema, true, "spec", "inner")).isEmpty();
    assertThat(explain(other, schema, false, "values", "k")).isEmpty();
    assertThat(explain(other, schema, false, "foo-bar")).isEmpty();
    assertThat(explain(other, schema, false, "unknown")).isEmpty();
  }

  private static Optional<String> explain(
      ValueType actual, JsonSchema schema, boolean collection, Object... path) {
    return Compatibility.explain(actual, ExpectedTypes.at("to", schema, collection, List.of(path)));
  }

  private static ValueType struct(Object... namesAndSchemas) {
    return Schemas.type("from", object(namesAndSchemas));
  }

  private static JsonSchema schema(Map<String, Object> json) {
    return JsonSchema.of(json, Definitions.NONE);
  }
}
