package io.kro4j.compiler.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.kro4j.compiler.api.ApiTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaDocumentTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Path SAMPLES = Path.of("../samples");

  /** What only the rules of a schema tell. */
  private static final Set<String> REFUSED_BY_CEL =
      Set.of(
          "autoscaled-service/instances/invalid-scale.yaml",
          "egress-policy/instances/invalid-address.yaml",
          "egress-policy/instances/invalid-destination-twice.yaml",
          "egress-policy/instances/invalid-range.yaml",
          "public-route/instances/invalid-scheme.yaml",
          "public-route/instances/invalid-upload.yaml",
          "scheduled-backup/instances/invalid-storage.yaml",
          "tenant/instances/invalid-memory.yaml",
          "worker-fleet/instances/invalid-queue-twice.yaml");

  private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V7);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: string, nullable: true} | {type: [string, 'null']}",
        "{type: string, nullable: true, enum: [a]} | {type: [string, 'null'], enum: [a, null]}",
        "{x-kubernetes-int-or-string: true} | {type: [integer, string]}",
        "{type: number, minimum: 1, exclusiveMinimum: true} | {type: number, exclusiveMinimum: 1}",
        "{type: number, maximum: 1, exclusiveMaximum: false} | {type: number, maximum: 1}",
        "{type: string, pattern: '^a+$'} | {type: string, pattern: '^a+$'}",
        "{type: string, pattern: '(?i)a'} | {type: string}",
        "{type: string, pattern: '[[:alpha:]]'} | {type: string}",
        "{type: array, items: {type: string}, x-kubernetes-list-type: set}"
            + " | {type: array, items: {type: string}, uniqueItems: true}",
        "{type: object, x-kubernetes-preserve-unknown-fields: true, properties: {a: {type: string}}}"
            + " | {type: object, properties: {a: {type: string}}}",
        "{type: object, additionalProperties: {type: integer, nullable: true}}"
            + " | {type: object, additionalProperties: {type: [integer, 'null']}}",
        "{type: object, properties: {a: {type: string}}, anyOf: [{properties: {a: {enum: [x]}}}]}"
            + " | {type: object, properties: {a: {type: string}},"
            + " anyOf: [{properties: {a: {enum: [x]}}}], additionalProperties: false}",
        "{type: object, required: [a, b], properties: {a: {default: 1}, b: {}}}"
            + " | {type: object, required: [b], properties: {a: {default: 1}, b: {}},"
            + " additionalProperties: false}",
        "{type: object, x-kubernetes-validations: [{rule: 'true'}], x-kubernetes-map-type: atomic}"
            + " | {type: object}",
      })
  void translates(String structural, String expected) throws IOException {
    Map<?, ?> schema = YAML.readValue(structural, Map.class);

    assertThat(StructuralSchema.toJsonSchema(schema))
        .isEqualTo(YAML.readValue(expected, Map.class));
  }

  @Test
  void leavesOutVersionsThatAreNotServed() throws IOException {
    Map<String, ?> crd =
        crd(
            """
            spec:
              group: example.com
              names: {kind: Shop}
              versions:
              - {name: v1, served: false, schema: {openAPIV3Schema: {type: object}}}
              - {name: v2, served: true, schema: {openAPIV3Schema: {type: object, required: [spec]}}}
            """);

    List<SchemaDocument> documents = SchemaDocument.of(crd);

    assertThat(documents)
        .extracting(SchemaDocument::path)
        .containsExactly("example.com/shop_v2.json");
    assertThat(documents.get(0).json())
        .containsEntry("required", List.of("apiVersion", "kind", "metadata", "spec"));
  }

  @TestFactory
  Stream<DynamicTest> tellsTheSamplesApart() throws IOException {
    Map<String, SchemaDocument> schemas = schemas();
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SAMPLES, 3)) {
      for (Path file : files.filter(SchemaDocumentTest::isSource).sorted().toList()) {
        for (JsonNode object : objects(file)) {
          SchemaDocument schema = schemas.get(type(object));
          if (schema != null) {
            tests.add(DynamicTest.dynamicTest(file.toString(), () -> check(file, schema, object)));
          }
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(60);
    return tests.stream();
  }

  private static void check(Path file, SchemaDocument schema, JsonNode object) {
    String name = SAMPLES.relativize(file).toString().replace('\\', '/');
    if (name.contains("/invalid-") && !REFUSED_BY_CEL.contains(name)) {
      assertThat(mistakes(schema, object)).isNotEmpty();
    } else {
      assertThat(mistakes(schema, object)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: shop | ",
        "title: 1 | $.spec.title: integer found, string expected",
        "{} | $.spec: required property 'title' not found",
        "{title: shop, colour: red} |"
            + " $.spec: property 'colour' is not defined in the schema and the schema does not"
            + " allow additional properties",
      })
  void refusesWhatTheApiServerWouldRefuse(String spec, String message) throws IOException {
    Map<String, ?> crd =
        crd(
            """
            spec:
              group: example.com
              names: {kind: Shop}
              versions:
              - name: v1
                served: true
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        type: object
                        required: [title]
                        properties:
                          title: {type: string}
            """);
    JsonNode instance =
        YAML.readTree(
            "apiVersion: example.com/v1\nkind: Shop\nmetadata: {name: a}\nspec: {"
                + spec.replaceAll("^\\{|}$", "")
                + "}");

    List<String> mistakes = mistakes(SchemaDocument.of(crd).get(0), instance);

    assertThat(mistakes).isEqualTo(message == null ? List.of() : List.of(message));
  }

  private static List<String> mistakes(SchemaDocument schema, JsonNode object) {
    Set<ValidationMessage> messages =
        FACTORY.getSchema(YAML.<JsonNode>valueToTree(schema.json())).validate(object);
    return messages.stream().map(ValidationMessage::getMessage).toList();
  }

  private static Map<String, SchemaDocument> schemas() throws IOException {
    List<SchemaDocument> documents = new ArrayList<>();
    ApiTypes.objects().forEach(crd -> documents.addAll(SchemaDocument.of(crd)));
    try (Stream<Path> files = Files.list(SAMPLES.resolve("manifests/crds"))) {
      for (Path file : files.sorted().toList()) {
        documents.addAll(SchemaDocument.of(crd(Files.readString(file))));
      }
    }
    Map<String, SchemaDocument> schemas = new TreeMap<>();
    for (SchemaDocument document : documents) {
      schemas.put(document.group() + "/" + document.version() + " " + document.kind(), document);
    }
    return schemas;
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".yaml")
        && !file.startsWith(SAMPLES.resolve("manifests"))
        && !file.startsWith(SAMPLES.resolve("target"));
  }

  private static List<JsonNode> objects(Path file) throws IOException {
    return YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile()).readAll();
  }

  private static String type(JsonNode object) {
    return object.path("apiVersion").asText() + " " + object.path("kind").asText();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> crd(String text) throws IOException {
    return YAML.readValue(text, Map.class);
  }
}
