package io.kro4j.compiler.expression;

import static io.kro4j.compiler.expression.Schemas.BYTES;
import static io.kro4j.compiler.expression.Schemas.INT;
import static io.kro4j.compiler.expression.Schemas.INT_OR_STRING;
import static io.kro4j.compiler.expression.Schemas.TEXT;
import static io.kro4j.compiler.expression.Schemas.TIME;
import static io.kro4j.compiler.expression.Schemas.list;
import static io.kro4j.compiler.expression.Schemas.map;
import static io.kro4j.compiler.expression.Schemas.object;
import static io.kro4j.compiler.expression.Schemas.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.expression.ValueType.ListOf;
import io.kro4j.compiler.expression.ValueType.Opaque;
import io.kro4j.compiler.expression.ValueType.OptionalOf;
import io.kro4j.compiler.expression.ValueType.Simple;
import io.kro4j.compiler.schema.JsonSchema;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StatusSchemasTest {
  private static final Map<String, Object> ANYTHING =
      Map.of("x-kubernetes-preserve-unknown-fields", true);

  static Stream<Arguments> infersTheSchema() {
    return Stream.of(
        Arguments.of(Simple.BOOL, Map.of("type", "boolean")),
        Arguments.of(Simple.INT, INT),
        Arguments.of(Simple.UINT, INT),
        Arguments.of(Simple.DOUBLE, Map.of("type", "number")),
        Arguments.of(Simple.TEXT, TEXT),
        Arguments.of(Simple.BYTES, BYTES),
        Arguments.of(Simple.DYN, ANYTHING),
        Arguments.of(Simple.NULL, described("null type - any value allowed")),
        Arguments.of(Simple.DURATION, described("unknown CEL type: google.protobuf.Duration")),
        Arguments.of(
            new Opaque("kubernetes.Quantity"),
            Map.of("type", "object", "additionalProperties", true)),
        Arguments.of(new Opaque("net.IP"), described("unknown CEL type: net.IP")),
        Arguments.of(
            Schemas.type("a", Map.of("type", "object", "additionalProperties", true)),
            Map.of("type", "object")),
        Arguments.of(new OptionalOf(Simple.INT), described("unknown CEL type: optional_type(int)")),
        Arguments.of(
            Simple.TIMESTAMP,
            Map.of(
                "type",
                "string",
                "format",
                "date-time",
                "description",
                "Timestamp representing a creation time")),
        Arguments.of(new ListOf(Simple.TEXT), list(TEXT)),
        Arguments.of(Schemas.type("a", map(INT)), map(INT)),
        Arguments.of(Schemas.type("a", object()), Map.of("type", "object")),
        Arguments.of(Schemas.type("a", open()), Map.of("type", "object")),
        Arguments.of(
            Schemas.type(
                "a", object("namespace", TEXT, "my-name", TEXT, "at", TIME, "n", INT_OR_STRING)),
            object("__namespace__", TEXT, "my__dash__name", TEXT, "at", ANYTHING, "n", ANYTHING)));
  }

  @ParameterizedTest
  @MethodSource
  void infersTheSchema(ValueType type, Map<String, Object> schema) {
    assertThat(StatusSchemas.infer(type).json()).isEqualTo(schema);
  }

  @Test
  void endsWhereASchemaRepeats() {
    Map<String, Object> tree = object("name", TEXT, "child", Map.of("$ref", "#/x/Tree"));
    JsonSchema schema = JsonSchema.of(tree, name -> Optional.of(tree));

    assertThat(StatusSchemas.infer(ValueTypes.of("a", schema)).json())
        .isEqualTo(object("name", TEXT, "child", Map.of("type", "object")));
  }

  private static Map<String, Object> described(String description) {
    return Map.of("description", description, "x-kubernetes-preserve-unknown-fields", true);
  }
}
