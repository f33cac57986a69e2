package io.kro4j.runtime.controller.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.controller.DefinitionControllers;
import io.kro4j.runtime.controller.TestGroup;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups that the API server takes and that do not compile: each says why, and where. */
@ExtendWith(SharedControlPlane.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RejectedGroupTest {
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rejected-%d}
      spec:
        schema:
          apiVersion: v1alpha1
          kind: Rejected
          group: test.example.com
          scope: %s
          spec: {name: string, one: '[]string', two: '[]string', any: object}
        resources: [%s]
      """;
  private static final String CONFIG =
      "template: {apiVersion: v1, kind: ConfigMap, metadata: {name: ";

  private DefinitionControllers controllers;
  private int number;

  @BeforeAll
  void start(ControlPlane controlPlane, ApiServer api) {
    DefinitionControllers.install(api);
    controllers = DefinitionControllers.start(controlPlane);
  }

  @AfterAll
  void stop() {
    controllers.close();
  }

  /** Rows of upstream's features, resources ({@code @} is a ConfigMap up to its name), finding. */
  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "GR-01 | {id: my-config, @a}}} | resources[0].id: | graph.invalid-name",
        "GR-01 | {id: namespace, @a}}} | resources[0].id: | graph.reserved-name",
        "GR-01 | {id: a, @a}}}, {id: a, @b}}} | resources[1].id: | graph.duplicate-id",
        "GR-02 | {id: a, @'${b.metadata.name}'}}} | resources[0].template.metadata.name:"
            + " | expression.unknown-identifier",
        "GR-03 | {id: a, @'${a.metadata.name}'}}} | resources[0].template.metadata.name:"
            + " | graph.self-reference",
        "GR-03 | {id: a, @'${b.metadata.name}'}}}, {id: b, @'${a.metadata.name}'}}}"
            + " | resources[0].template.metadata.name: | graph.cycle",
        "GR-09 | {id: a, readyWhen: ['${b.data.x == \"\"}'], @a}}}, {id: b, @b}}}"
            + " | resources[0].readyWhen[0]: | graph.condition-reference",
        "GR-13 | {id: a, forEach: [{x: '${schema.spec.name}'}], @'${x}'}}}"
            + " | resources[0].forEach[0].x: | graph.for-each",
        "GR-13 | {id: a, forEach: [{x: '${schema.spec.any}'}], @'${string(x)}'}}}"
            + " | resources[0].forEach[0].x: | graph.for-each",
        "GR-14 | {id: a, forEach: [{x: '${schema.spec.one}'}], @a}}}"
            + " | resources[0].forEach[0].x: | graph.for-each",
        "GR-15 | {id: a, forEach: [{x: '${schema.spec.one}'}, {z: '${[x]}'}], @'${x + z}'}}}"
            + " | resources[0].forEach[1].z: | expression.unknown-identifier",
        "GR-16 | {id: a, forEach: [{item: '${schema.spec.one}'}], @'${item}'}}}"
            + " | resources[0].forEach[0].item: | graph.reserved-name",
        "GR-16 | {id: a, forEach: [{a: '${schema.spec.one}'}], @'${a}'}}}"
            + " | resources[0].forEach[0].a: | graph.for-each",
        "GR-16 | {id: a, forEach: [{x: '${schema.spec.one}'}, {x: '${schema.spec.two}'}], @'${x}'}}}"
            + " | resources[0].forEach[1].x: | graph.for-each",
        "GR-24 | {id: a, forEach: [{x: '${schema.spec.one}'}], externalRef:"
            + " {apiVersion: v1, kind: ConfigMap, metadata: {name: '${x}'}}}"
            + " | resources[0].forEach: | model.invalid-value",
        "GR-26 | {id: a, template: {apiVersion: v1, kind: Namespace, metadata: {name: a,"
            + " namespace: b}}} | resources[0].template.metadata.namespace: | graph.namespace",
        "GR-26 cluster | {id: a, @a}}} | resources[0].template.metadata: | graph.namespace",
        "GR-28 | {id: a, @a, labels: {kro.run/x: y}}}}"
            + " | resources[0].template.metadata.labels['kro.run/x']: | graph.reserved-key",
        "GR-28 | {id: a, @a, annotations: {internal.kro.run/x: y}}}}"
            + " | resources[0].template.metadata.annotations['internal.kro.run/x']:"
            + " | graph.reserved-key",
        "GR-29 | {id: a, template: {apiVersion: apiextensions.k8s.io/v1,"
            + " kind: CustomResourceDefinition, metadata: {name: a.b.c},"
            + " spec: {group: '${schema.spec.name}', names: {kind: A, plural: a},"
            + " scope: Namespaced, versions: []}}}"
            + " | resources[0].template.spec.group: | graph.crd-expression",
        "FG-02 | {id: a, @a}, data: {x: '${omit()}'}}}"
            + " | resources[0].template.data.x: | expression",
      })
  void isSaidWithItsPlace(String row, String resources, String place, String id, ApiServer api) {
    String scope = row.endsWith("cluster") ? "Cluster" : "Namespaced";
    String yaml = GROUP.formatted(number++, scope, resources.replace("@", CONFIG));
    Response applied = api.apply(yaml, "test");
    assertThat(applied.ok()).as("%s", applied).isTrue();
    ObjectRef group = ObjectRef.of(applied.body());

    Response rejected =
        api.waitFor(
            group, TestGroup.has("GraphAccepted", "False", "InvalidResourceGraph", m -> true));

    assertThat(TestGroup.message(rejected, "GraphAccepted"))
        .startsWith("spec." + place)
        .contains("[" + id)
        .doesNotContain("Exception");
    assertThat(rejected.at("status", "state")).isEqualTo("Inactive");
    assertThat(rejected.at("status", "lastIssuedRevision")).isNull();
    assertThat(controllers.server("test.example.com", "Rejected")).isEmpty();
    api.delete(group);
    api.waitFor(group, response -> response.status() == 404);
  }

  @ParameterizedTest
  @CsvSource({"10, true", "11, false"})
  void aCollectionHasAtMostTenDimensions(int dimensions, boolean taken, ApiServer api) {
    StringBuilder forEach = new StringBuilder();
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < dimensions; i++) {
      forEach.append("{x").append(i).append(": '${schema.spec.one}'},");
      name.append("${x").append(i).append('}');
    }
    String resource = "{id: a, forEach: [" + forEach + "], " + CONFIG + "'" + name + "'}}}";
    ObjectRef group =
        ObjectRef.of(api.apply(GROUP.formatted(number++, "Namespaced", resource), "test").body());

    if (taken) {
      api.waitFor(group, TestGroup::isReady);
    } else {
      Response rejected =
          api.waitFor(
              group, TestGroup.has("GraphAccepted", "False", "InvalidResourceGraph", m -> true));
      assertThat(TestGroup.message(rejected, "GraphAccepted")).contains("10", "11", "for-each");
    }
    api.delete(group);
    api.waitFor(group, response -> response.status() == 404);
  }
}
