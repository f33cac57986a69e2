package io.kro4j.maven.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FieldTableTest {
  private static final Map<String, Object> STRING = Map.of("type", "string");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          as <scheme>://<host>  ; as \\<scheme>://\\<host>
          one `<name>` of <all> ; one `<name>` of \\<all>
          a lone ` and <all>    ; a lone ` and \\<all>
          a | b                 ; a \\| b
          """)
  void showsDescriptionsAsTheyAreMeant(String description, String shown) {
    Map<String, Object> field = Map.of("type", "string", "description", description);

    assertThat(FieldTable.ofOutput("spec", Map.of("properties", Map.of("f", field))))
        .endsWith("\n| `spec.f` | string | " + shown + " |\n");
  }

  static Stream<Arguments> keywords() {
    return Stream.of(
        arguments(Map.of("type", "string", "pattern", "a|b"), "string | matches `a\\|b`"),
        arguments(
            Map.of("type", "string", "minLength", 1L, "maxLength", 2L),
            "string | minLength 1; maxLength 2"),
        arguments(
            Map.of("type", "number", "minimum", 0.5, "maximum", 2L),
            "number | minimum 0.5; maximum 2"),
        arguments(
            Map.of(
                "type", "array", "items", STRING, "x-kubernetes-list-type", "set", "maxItems", 3L),
            "list of string | maxItems 3; no item twice"),
        arguments(
            Map.of(
                "type",
                "array",
                "items",
                Map.of("type", "object"),
                "x-kubernetes-list-type",
                "map",
                "x-kubernetes-list-map-keys",
                List.of("a", "b")),
            "list of object | no two items with the same `a` and `b`"),
        arguments(
            Map.of("type", "array", "items", STRING, "x-kubernetes-list-type", "atomic"),
            "list of string | "),
        arguments(
            Map.of("type", "object", "x-kubernetes-preserve-unknown-fields", true),
            "object of any fields | "),
        arguments(
            Map.of(
                "type",
                "integer",
                "x-kubernetes-validations",
                List.of(
                    Map.of("rule", "self == oldSelf", "message", "field is immutable"),
                    Map.of("rule", "self > 1 || self < 0", "message", "validation failed"))),
            "integer | cannot be changed; `self > 1 \\|\\| self < 0` must hold"));
  }

  @ParameterizedTest
  @MethodSource("keywords")
  void saysWhatAValueMustLookLike(Map<String, Object> field, String shown) {
    assertThat(FieldTable.ofOutput("spec", Map.of("properties", Map.of("f", field))))
        .endsWith("\n| `spec.f` | " + shown + " |\n");
  }

  @Test
  void hasRowsForPartsOfWhichThereIsMoreToSayThanTheirType() {
    Map<String, Object> hour = Map.of("type", "integer", "maximum", 23L);
    Map<String, Object> hours = Map.of("type", "array", "items", hour);
    Map<String, Object> field = Map.of("type", "object", "additionalProperties", hours);

    assertThat(FieldTable.ofInput("spec", Map.of("properties", Map.of("f", field))))
        .endsWith(
            """
            | `spec.f` | map to list of integer |  |  |
            | `spec.f[*][]` | integer |  | maximum 23 |
            """);
  }

  @Test
  void keepsBarsOfDefaultsInTheirCell() {
    Map<String, Object> field = Map.of("type", "string", "default", "a|b");

    assertThat(FieldTable.ofInput("spec", Map.of("properties", Map.of("f", field))))
        .endsWith("\n| `spec.f` | string | `\"a\\|b\"` |  |\n");
  }

  @ParameterizedTest
  @CsvSource({"a, `a`", "a`b, `` a`b ``", "a``b`c, ``` a``b`c ```"})
  void quotesValues(String value, String shown) {
    Map<String, Object> field = Map.of("type", "string", "enum", List.of(value));

    assertThat(FieldTable.ofOutput("spec", Map.of("properties", Map.of("f", field))))
        .endsWith("\n| `spec.f` | string | one of " + shown + " |\n");
  }
}
