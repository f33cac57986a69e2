package io.kro4j.compiler.simpleschema;

import static io.kro4j.compiler.simpleschema.Trees.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleSchemaCompilerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WRAPPER = "[]";

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '~',
      value = {
        "string -> {'type':'string'}",
        "integer -> {'type':'integer'}",
        "boolean -> {'type':'boolean'}",
        "float -> {'type':'number'}",
        "object -> {'type':'object','x-kubernetes-preserve-unknown-fields':true}",
        "[]string -> {'type':'array','items':{'type':'string'}}",
        "[] string -> {'type':'array','items':{'type':'string'}}",
        "map[string]integer -> {'type':'object','additionalProperties':{'type':'integer'}}",
        "map[string] []float -> {'type':'object','additionalProperties':{'type':'array','items':{'type':'number'}}}",
        "string|description=x -> {'type':'string','description':'x'}",
        "string | description=x description=y -> {'type':'string','description':'y'}",
        "integer | minimum=0.5 maximum=1e1 -> {'type':'integer','minimum':0.5,'maximum':10}",
        "string | minimum=0x1p-2 maximum=1_0 -> {'type':'string','minimum':0.25,'maximum':10}",
        "string | minLength=-1 maxLength=5 -> {'type':'string','minLength':-1,'maxLength':5}",
        "string | pattern=\"^\\d+$\" -> {'type':'string','pattern':'^\\\\d+$'}",
        "string | enum=\"b, a ,b\" -> {'type':'string','enum':['b','a','b']}",
        "integer | enum=\"1,2\" -> {'type':'integer','enum':[1,2]}",
        "[]string | minItems=1 maxItems=2 uniqueItems=true -> {'type':'array','items':{'type':'string'},'minItems':1,'maxItems':2,'x-kubernetes-list-type':'set'}",
        "[]string | uniqueItems=false -> {'type':'array','items':{'type':'string'}}",
        "[]string | uniqueItems=true listType=set -> {'type':'array','items':{'type':'string'},'x-kubernetes-list-type':'set'}",
        "[]string | listType=atomic -> {'type':'array','items':{'type':'string'},'x-kubernetes-list-type':'atomic'}",
        "string | immutable=true validation=\"self != 1\" -> {'type':'string','x-kubernetes-validations':[{'message':'field is immutable','rule':'self == oldSelf'},{'message':'validation failed','rule':'self != 1'}]}",
        "string | immutable=false -> {'type':'string'}",
      })
  void compilesTypesAndMarkers(String field, String expected) {
    assertThat(field(field)).isEqualTo(json(expected.replace('\'', '"')));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '~',
      value = {
        "string | default=abc -> ~\"abc\"~",
        "string | default=\"a b\" -> ~\"a b\"~",
        "string | default='ab' -> ~\"'ab'\"~",
        "string | default= -> ~\"\"~",
        "string | default=5 -> ~\"5\"~",
        "string | default=[a] -> ~\"[a]\"~",
        "string | default=\"a\\nb\" -> ~\"a\\nb\"~",
        "string | default=\"say \\\"hi\\\"\" -> ~\"say \\\"hi\\\"\"~",
        "string | default={\"a\":1} -> ~\"{\\\"a\\\":1}\"~",
        "string | default=\"\\d+\" -> ~\"\\\\d+\"~",
        "integer | default=5 -> 5",
        "integer | default=\"5\" -> 5",
        "integer | default=-3 -> -3",
        "float | default=2e3 -> 2000",
        "float | default=0.5 -> 0.5",
        "boolean | default=true -> true",
        "[]string | default=[\"a\", \"b\"] -> ~[\"a\",\"b\"]~",
        "map[string]integer | default={\"a\":1} -> ~{\"a\":1}~",
        "object | default={\"any\":{\"thing\":null}} -> ~{\"any\":{\"thing\":null}}~",
      })
  void readsDefaults(String field, String expected) {
    assertThat(field(field).get("default")).isEqualTo(json(expected, Object.class));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '~',
      value = {
        "number -> simpleschema.unknown-type -> unknown type `number` -> number",
        "map[string][]String -> simpleschema.unknown-type -> unknown type `String` -> String",
        "~~ -> simpleschema.invalid-type -> the type is empty -> ~~",
        "[] -> simpleschema.invalid-type -> the list type names no type for its items -> []",
        "map[int]string -> simpleschema.invalid-type -> the keys of a map must be strings -> map[int]",
        "map[string] -> simpleschema.invalid-type -> the map type names no type for its values -> map[string]",
        "string | required=yes -> simpleschema.marker-value -> ~`required` must be `true` or `false`, not `yes`~ -> yes",
        "integer | default=3.14 -> simpleschema.invalid-default -> ~the default must be an integer such as `5`, not `3.14`~ -> 3.14",
        "integer | default=+5 -> simpleschema.invalid-default -> ~the default must be an integer such as `5`, not `+5`~ -> +5",
        "integer | default=007 -> simpleschema.invalid-default -> ~the default must be an integer such as `5`, not `007`~ -> 007",
        "float | default=NaN -> simpleschema.invalid-default -> ~the default must be a number such as `0.5`, not `NaN`~ -> NaN",
        "float | default=.5 -> simpleschema.invalid-default -> ~the default must be a number such as `0.5`, not `.5`~ -> .5",
        "boolean | default=maybe -> simpleschema.invalid-default -> ~the default must be `true` or `false`, not `maybe`~ -> maybe",
        "boolean | default=T -> simpleschema.invalid-default -> ~the default must be `true` or `false`, not `T`~ -> T",
        "boolean | default=1 -> simpleschema.invalid-default -> ~the default contradicts the field's own schema: it must be a boolean~ -> 1",
        "[]string | default=[\"a\" \"b\"] -> simpleschema.invalid-default -> ~the default must be JSON: `,` or `]` is missing~ -> ~\"b\"]~",
        "[]string | default=[1] -> simpleschema.invalid-default -> ~the default contradicts the field's own schema: `[0]` must be a string~ -> [1]",
        "integer | minimum=1.5 default=2 -> simpleschema.invalid-default -> ~the default contradicts the field's own schema: it is an integer, and its `minimum` 1.5 is none~ -> 2",
        "integer | minimum=3 default=1 -> simpleschema.invalid-default -> ~the default contradicts the field's own schema: it must be at least 3~ -> 1",
        "string | default=c enum=\"a,b\" -> simpleschema.invalid-default -> ~the default contradicts the field's own schema: it must be one of `a`, `b`~ -> c",
        "string | maxLength=2 default=abc -> simpleschema.invalid-default -> ~the default contradicts the field's own schema: it must have at most 2 characters~ -> abc",
        "string | pattern=\"^a\" default=b -> simpleschema.invalid-default -> ~the default contradicts the field's own schema: it must match the pattern `^a`~ -> b",
        "string | minimum=one -> simpleschema.marker-value -> ~`minimum` must be a number, not `one`~ -> one",
        "integer | maximum=Inf -> simpleschema.marker-value -> ~`maximum` must be a finite number, not `Inf`~ -> Inf",
        "string | minLength=1.5 -> simpleschema.marker-value -> ~`minLength` must be a whole number, not `1.5`~ -> 1.5",
        "integer | minLength=1 -> simpleschema.marker-not-applicable -> ~`minLength` applies to strings, and this is an integer~ -> 1",
        "string | maxItems=1 -> simpleschema.marker-not-applicable -> ~`maxItems` applies to lists, and this is a string~ -> 1",
        "boolean | enum=\"a\" -> simpleschema.marker-not-applicable -> ~`enum` applies to strings and integers, and this is a boolean~ -> ~\"a\"~",
        "string | enum=\"a,,b\" -> simpleschema.marker-value -> an item of `enum` is empty -> ~\"a,,b\"~",
        "integer | enum=\"1,x\" -> simpleschema.marker-value -> ~an item of this `enum` must be an integer, not `x`~ -> x",
        "string | pattern= -> simpleschema.marker-value -> `pattern` must not be empty -> pattern=",
        "string | validation=\" \" -> simpleschema.marker-value -> ~`validation` must be a CEL expression, not ` `~ -> ~\" \"~",
        "[]string | listType=bag -> simpleschema.marker-value -> ~`listType` must be `atomic`, `set` or `map`, not `bag`~ -> bag",
        "[]string | uniqueItems=true listType=atomic -> simpleschema.marker-conflict -> ~the list cannot be of type `atomic`, it is already of type `set`~ -> atomic",
        "[]string | listMapKey=a -> simpleschema.marker-conflict -> `listMapKey` needs a `listType` -> a",
        "[]string | listType=set listMapKey=a -> simpleschema.marker-conflict -> `listMapKey` does not go with a list of type `set` -> a",
        "[]object | uniqueItems=true -> simpleschema.marker-conflict -> a list of objects cannot be a set -> true",
        "[]string | listType=map listMapKey=a -> simpleschema.marker-conflict -> a list of type `map` must have objects as its items -> map",
        "[]object | listType=map listMapKey=a -> simpleschema.marker-conflict -> the items of the list have no field `a` -> a",
        "[]object | listType=map -> simpleschema.marker-conflict -> a list of type `map` needs a key -> map",
      })
  void refusesWithThePlace(String field, String id, String message, String place) {
    Diagnostic found = onlyDiagnostic(object(), object("field", field));

    assertThat(found.id().code()).isEqualTo(id);
    assertThat(found.message()).isEqualTo(message);
    assertThat(found.span().text()).isEqualTo(place);
  }

  @Test
  void pointsIntoThePatternThatIsNoRegularExpression() {
    Diagnostic found = onlyDiagnostic(object(), object("f", "string | pattern=\"a\\\"(?=b)\""));

    assertThat(found.span().text()).isEqualTo("(?=");
    assertThat(found.help()).contains("RE2");
  }

  @Test
  void wrapsSixteenListsAndNoMore() {
    assertThat(field(WRAPPER.repeat(16) + "string")).isNotEmpty();
    assertThat(onlyDiagnostic(object(), object("f", WRAPPER.repeat(17) + "string")).id().code())
        .isEqualTo("simpleschema.too-deep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "5", "true", "[]"})
  void refusesValuesThatDeclareNothing(String value) {
    Object literal = json(value, Object.class);
    YamlValue.Mapping fields =
        literal == null
            ? object("f", new YamlValue.Literal(null, Trees.text("null").span()))
            : object("f", literal);

    assertThat(onlyDiagnostic(object(), fields).id().code()).isEqualTo("simpleschema.invalid-type");
  }

  @Test
  void reportsEveryErrorAtOnce() {
    Checked<JsonSchema> checked =
        SimpleSchemaCompiler.compile(
            object("Bad", "strin"),
            object("a", "int", "b", "string | minLength=x foo=1", "c", "boolean | default=x"));

    assertThat(checked.diagnostics())
        .extracting(Diagnostic::message)
        .containsExactlyInAnyOrder(
            "unknown type `strin`",
            "unknown type `int`",
            "unknown marker `foo`",
            "`minLength` must be a whole number, not `x`",
            "the default must be `true` or `false`, not `x`");
    assertThat(checked.value()).isPresent();
  }

  @Test
  void namesWhatOtherNotationsCallTypes() {
    assertThat(onlyDiagnostic(object(), object("f", "bool")).help())
        .isEqualTo("did you mean `boolean`?");
    assertThat(onlyDiagnostic(object("Port", "integer"), object("f", "Prot")).help())
        .isEqualTo("did you mean `Port`?");
  }

  @Test
  void sortsRequiredAndKeepsRepeats() {
    Map<String, Object> schema =
        compile(
            object(), object("b", "string | required=true required=1", "a", "string | required=T"));

    assertThat(schema.get("required")).isEqualTo(List.of("a", "b", "b"));
  }

  @Test
  void propagatesDefaultsUpToTheFirstRequiredField() {
    YamlValue.Mapping spec =
        object(
            "deep", object("inner", object("x", "integer | default=1")),
            "blocked", object("x", "integer | default=1", "y", "string | required=true"),
            "list", object("x", "[]string | default=[]"),
            "empty", object());

    Map<String, Object> schema = compile(object(), spec);

    assertThat(schema)
        .isEqualTo(
            json(
                """
                {"type":"object","default":{},"properties":{
                  "deep":{"type":"object","default":{},"properties":{
                    "inner":{"type":"object","default":{},"properties":{
                      "x":{"type":"integer","default":1}}}}},
                  "blocked":{"type":"object","required":["y"],"properties":{
                    "x":{"type":"integer","default":1},"y":{"type":"string"}}},
                  "list":{"type":"object","default":{},"properties":{
                    "x":{"type":"array","items":{"type":"string"},"default":[]}}},
                  "empty":{"type":"object"}}}
                """));
  }

  @Test
  void dropsADefaultOfNullAndStillPropagates() {
    assertThat(compile(object(), object("f", "[]string | default=null")))
        .isEqualTo(
            json(
                """
                {"type":"object","default":{},
                 "properties":{"f":{"type":"array","items":{"type":"string"}}}}
                """));
  }

  @Test
  void writesNamedTypesOutWhereTheyAreUsed() {
    YamlValue.Mapping types =
        object(
            "Server", object("port", "Port", "tags", "[]Name"),
            "Port", "integer | default=8080 minimum=1",
            "Name", "string | required=true maxLength=3",
            "string", "integer");

    Map<String, Object> schema =
        compile(types, object("s", "Server", "n", "Name | maxLength=5", "m", "map[string]Name"));

    assertThat(schema)
        .isEqualTo(
            json(
                """
                {"type":"object","required":["n"],"properties":{
                  "s":{"type":"object","default":{},"properties":{
                    "port":{"type":"integer","default":8080,"minimum":1},
                    "tags":{"type":"array","items":{"type":"string","maxLength":3}}}},
                  "n":{"type":"string","maxLength":5},
                  "m":{"type":"object","additionalProperties":{"type":"string","maxLength":3}}}}
                """));
  }

  @Test
  void aReferenceCannotUndoTheRequiredOfAnAlias() {
    Map<String, Object> schema =
        compile(object("N", "string | required=true"), object("n", "N | required=false"));

    assertThat(schema.get("required")).isEqualTo(List.of("n"));
  }

  @Test
  void reportsACycleOnce() {
    YamlValue.Mapping types =
        object("A", object("b", "[]B"), "B", object("a", "A | required=true"));

    Diagnostic found = onlyDiagnostic(types, object("a", "A", "b", "B"));

    assertThat(found.message()).isEqualTo("types refer to one another in a circle: A → B → A");
    assertThat(found.span().text()).isEqualTo("A");
  }

  @Test
  void refusesATypeThatRefersToItself() {
    assertThat(onlyDiagnostic(object("A", object("a", "[]A")), object()).message())
        .isEqualTo("type `A` refers to itself");
  }

  @Test
  void refusesTypesThatExplodeWhenWrittenOut() {
    Object[] types = new Object[80];
    for (int i = 0; i < 40; i++) {
      types[2 * i] = "T" + i;
      types[2 * i + 1] =
          object("x", i == 0 ? "string" : "T" + (i - 1), "y", i == 0 ? "string" : "T" + (i - 1));
    }

    Checked<JsonSchema> checked = SimpleSchemaCompiler.compile(object(types), object("all", "T39"));

    assertThat(checked.diagnostics())
        .extracting(found -> found.id().code())
        .containsOnly("simpleschema.too-deep");
  }

  @Test
  void ignoresABadDefaultThatNoServerWouldSee() {
    assertThat(compile(object("Flag", "boolean | default=T"), object("f", "Flag | default=true")))
        .isEqualTo(
            json(
                """
                {"type":"object","default":{},
                 "properties":{"f":{"type":"boolean","default":true}}}
                """));
  }

  @Test
  void warnsOfABadDefaultInTheValuesOfAMap() {
    Diagnostic found =
        onlyDiagnostic(object("P", "integer | default=0 minimum=1"), object("m", "map[string]P"));

    assertThat(found.isError()).isFalse();
  }

  @Test
  void demandsKeysThatAreAlwaysThere() {
    YamlValue.Mapping types =
        object("Item", object("name", "string", "id", "string | required=true"));

    Diagnostic found =
        onlyDiagnostic(
            types, object("list", "[]Item | listType=map listMapKey=id listMapKey=name"));

    assertThat(found.message()).isEqualTo("the key `name` of the list may be absent from an item");
    assertThat(compile(types, object("list", "[]Item | listType=map listMapKey=id"))).isNotEmpty();
  }

  @Test
  void refusesImmutableFieldsInItemsWithoutKeys() {
    YamlValue.Mapping types =
        object("Item", object("name", "string | required=true immutable=true maxLength=9"));

    assertThat(onlyDiagnostic(types, object("list", "[]Item")).span().text()).isEqualTo("true");
    assertThat(compile(types, object("l", "[]Item | listType=map listMapKey=name maxItems=5")))
        .isNotEmpty();
  }

  @Test
  void handsOnTheRulesOfItsAuthor() {
    YamlValue.Mapping types = object("P", object("n", "integer | validation=\"self > \\\"\\\"\""));

    SpecSchema compiled =
        SimpleSchemaCompiler.compileSpec(types, object("ports", "[]P")).value().orElseThrow();

    ValidationRule rule = compiled.validations().get(0);
    assertThat(rule.path()).isEqualTo("spec.ports[].n");
    assertThat(rule.rule().value()).isEqualTo("self > \"\"");
    assertThat(rule.rule().span(7, 9).text()).isEqualTo("\\\"\\\"");
    assertThat(rule.self().type()).contains("integer");
    assertThat(rule.mayUseOldSelf()).isFalse();
  }

  private static Map<String, Object> field(String field) {
    JsonSchema schema = JsonSchema.of(compile(object(), object("field", field)));
    return schema.property("field").orElseThrow().json();
  }

  private static Map<String, Object> compile(YamlValue.Mapping types, YamlValue.Mapping spec) {
    Checked<JsonSchema> checked = SimpleSchemaCompiler.compile(types, spec);
    assertThat(checked.diagnostics()).isEmpty();
    return checked.value().orElseThrow().json();
  }

  private static Diagnostic onlyDiagnostic(YamlValue.Mapping types, YamlValue.Mapping spec) {
    List<Diagnostic> found = SimpleSchemaCompiler.compile(types, spec).diagnostics();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> json(String text) {
    return json(text, Map.class);
  }

  /** JSON with integers as the compiler has them. */
  private static <T> T json(String text, Class<T> type) {
    try {
      return JSON.reader()
          .with(DeserializationFeature.USE_LONG_FOR_INTS)
          .forType(type)
          .readValue(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
