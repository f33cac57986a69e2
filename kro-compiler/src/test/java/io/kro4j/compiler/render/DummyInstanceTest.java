package io.kro4j.compiler.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.admission.Admission;
import io.kro4j.compiler.admission.InstanceApi;
import io.kro4j.compiler.admission.Places;
import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DummyInstanceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: string}",
        "{type: string, minLength: 20}",
        "{type: string, maxLength: 2}",
        "{type: string, enum: [b, a]}",
        "{type: string, pattern: '^[a-z]([-a-z0-9]*[a-z0-9])?$', maxLength: 5}",
        "{type: string, pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$'}",
        "{type: string, pattern: '^NET-[0-9]+$', minLength: 8}",
        "{type: string, pattern: '^[A-Z]', minLength: 2}",
        "{type: string, pattern: '^(Mon|Tue) \\d{2}:\\d{2}$'}",
        "{type: string, pattern: '^[^:]+:[^:@]+$'}",
        "{type: string, pattern: '^(?:[0-9]+(?:m|Ki|Mi)?)$'}",
        "{type: string, pattern: '^\\w{3,5}\\s?x*$'}",
        "{type: integer, minimum: 3}",
        "{type: integer, maximum: -3}",
        "{type: integer, minimum: 0, maximum: 0}",
        "{type: number, minimum: 0.5}",
        "{type: number, minimum: 0.5, maximum: 0.75}",
        "{type: number, minimum: -0.75, maximum: -0.5}",
        "{type: boolean}",
        "{x-kubernetes-int-or-string: true}",
        "{type: array, items: {type: string}}",
        "{type: array, minItems: 2, x-kubernetes-list-type: set, items: {type: string}}",
        "{type: array, minItems: 2, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [k], "
            + "items: {type: object, required: [k], properties: {k: {type: integer}}}}",
        "{type: object, required: [a], properties: {a: {type: string}, b: {type: string}}}",
        "{type: object, additionalProperties: {type: string}}",
      })
  void isAdmitted(String field) {
    InstanceApi api =
        new InstanceApi(
            new ApiType(new GroupVersionKind("g", "v1", "Kind"), "kinds", Scope.NAMESPACED),
            JsonSchema.of(
                mapping(
                    "{type: object, properties: {spec: {type: object, required: [f], properties:"
                        + " {f: "
                        + field
                        + "}}}}")));
    Map<String, Object> dummy = DummyInstance.of(api);
    SourceFile file = SourceFile.of("dummy", "{}");

    var admitted =
        new Admission(api)
            .create(dummy, Places.of(new YamlValue.Mapping(List.of(), new Span(file, 0, 2))));

    assertThat(admitted.diagnostics()).as("%s", dummy).isEmpty();
  }

  private static Map<String, Object> mapping(String yaml) {
    List<YamlDocument> documents =
        YamlReader.read(SourceFile.of("schema", yaml), YamlLimits.DEFAULT).value().orElseThrow();
    return ((YamlValue.Mapping) documents.get(0).root()).toJson();
  }
}
