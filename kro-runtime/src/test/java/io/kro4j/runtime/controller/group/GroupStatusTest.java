package io.kro4j.runtime.controller.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.controller.DefinitionControllers;
import io.kro4j.runtime.controller.TestGroup;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the status of a group says of its graph and of itself. */
@ExtendWith(SharedControlPlane.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupStatusTest {
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: %s}
      spec:
        schema:
          apiVersion: v1alpha1
          kind: %s
          group: test.example.com
          metadata: %s
        resources: [%s]
      """;
  private static final String Z = node("z", "z");
  private static final String B = node("b", "${d.metadata.name}");
  private static final String A = node("a", "a");
  private static final String D = node("d", "d");
  private static final String C = node("c", "${b.metadata.name + a.metadata.name}");

  private DefinitionControllers controllers;

  @BeforeAll
  void start(ControlPlane controlPlane, ApiServer api) {
    DefinitionControllers.install(api);
    controllers = DefinitionControllers.start(controlPlane);
  }

  @AfterAll
  void stop() {
    controllers.close();
  }

  @Test
  void theOrderIsThatOfDeclarationWhereDependenciesLeaveAChoice(ApiServer api) {
    TestGroup group = TestGroup.of("ordered-group");

    Response ready = applyReady(api, group, "{}", String.join(", ", Z, B, A, D, C));

    assertThat(ready.at("status", "topologicalOrder")).isEqualTo(List.of("z", "a", "d", "b", "c"));
    assertThat(ready.at("status", "resources"))
        .isEqualTo(
            List.of(
                Map.of("id", "b", "dependencies", List.of(Map.of("id", "d"))),
                Map.of("id", "c", "dependencies", List.of(Map.of("id", "a"), Map.of("id", "b")))));
  }

  @Test
  void reorderingResourcesChangesNothing(ApiServer api) {
    TestGroup group = TestGroup.of("reordered-group");
    Response before = applyReady(api, group, "{}", String.join(", ", Z, B, A, D, C));

    Response after = applyReady(api, group, "{}", String.join(", ", C, D, A, B, Z));

    assertThat(after.at("metadata", "generation"))
        .isNotEqualTo(before.at("metadata", "generation"));
    assertThat(after.at("status", "topologicalOrder"))
        .isEqualTo(before.at("status", "topologicalOrder"));
    assertThat(after.at("status", "lastIssuedRevision")).isEqualTo(1L);
    assertThat(api.get(group.revision(2)).status()).isEqualTo(404);
  }

  @Test
  void aGroupWithoutResourcesIsServed(ApiServer api) {
    TestGroup group = TestGroup.of("bare-group");

    Response ready = applyReady(api, group, "{}", "");

    assertThat(ready.at("status", "state")).isEqualTo("Active");
    assertThat(controllers.server("test.example.com", "BareGroup"))
        .isEqualTo("ResourceGroup bare-group 1");
  }

  @Test
  void theConditionsAreFourAndReadyIsTheLast(ApiServer api) {
    Response ready = applyReady(api, TestGroup.of("said-group"), "{}", A);

    List<String> types = types(ready);
    assertThat(types.subList(0, 4))
        .containsExactlyInAnyOrder(
            "GraphRevisionsResolved", "GraphAccepted", "KindReady", "ControllerReady");
    assertThat(types.get(4)).isEqualTo("Ready");
    assertThat(types).hasSize(5);
  }

  @Test
  void aConditionOfEarlierReleasesGoes(ApiServer api) {
    TestGroup group = TestGroup.of("old-group");
    Response ready = applyReady(api, group, "{}", A);
    Map<?, ?> last = (Map<?, ?>) ready.at("status", "conditions", 4);
    String obsolete =
        """
        {"status": {"conditions": [{"type": "ResourceGraphAccepted", "status": "True",
          "reason": "Valid", "lastTransitionTime": "%s", "observedGeneration": 1}]}}
        """
            .formatted(last.get("lastTransitionTime"));

    assertThat(api.merge(group.ref(), "status", obsolete).ok()).isTrue();

    Response mended = applyReady(api, group, "{}", A + ", " + D);
    assertThat(types(mended)).hasSize(5).doesNotContain("ResourceGraphAccepted");
  }

  @Test
  void labelsAndAnnotationsForTheCrdGoThereAndNowhereElse(ApiServer api) {
    TestGroup group = TestGroup.of("labelled-group");
    String metadata = "{labels: {team: a}, annotations: {contact: b}}";
    applyReady(api, group, metadata, "");
    group.create(api, "plain");

    assertThat(api.get(group.crd()).at("metadata", "labels", "team")).isEqualTo("a");
    assertThat(api.get(group.crd()).at("metadata", "annotations", "contact")).isEqualTo("b");
    assertThat(api.get(group.instance("plain")).at("metadata", "labels", "team")).isNull();

    applyReady(api, group, "{labels: {team: c}, annotations: {contact: b}}", "");
    assertThat(api.get(group.crd()).at("metadata", "labels", "team")).isEqualTo("c");
  }

  @Test
  void whileItsRevisionIsBeingDeletedAGroupWaitsAndIsServed(ApiServer api) {
    TestGroup group = TestGroup.of("settling-group");
    applyReady(api, group, "{}", A);
    ObjectRef first = group.revision(1);
    String hold = "{\"metadata\": {\"finalizers\": [\"kro.run/finalizer\", \"example.com/hold\"]}}";
    api.merge(first, "", hold);

    api.delete(first);

    Response waiting =
        api.waitFor(
            group.ref(),
            TestGroup.has(
                "GraphRevisionsResolved",
                "Unknown",
                "WaitingForGraphRevisionSettlement",
                message -> true));
    assertThat(waiting.at("status", "state")).isEqualTo("Active");
    assertThat(waiting)
        .matches(TestGroup.has("Ready", "Unknown", "WaitingForGraphRevisionSettlement", m -> true));
    assertThat(api.get(group.revision(2)).status()).isEqualTo(404);
    String served = "ResourceGroup settling-group 1";
    assertThat(controllers.server("test.example.com", "SettlingGroup")).isEqualTo(served);

    api.merge(first, "", "{\"metadata\": {\"finalizers\": null}}");

    api.waitFor(group.revision(2), response -> response.hasCondition("Ready"));
    Response ready = api.waitFor(group.ref(), TestGroup::isReady);
    assertThat(ready.at("status", "lastIssuedRevision")).isEqualTo(2L);
    Connections.await(
        "the new one",
        () ->
            controllers
                .server("test.example.com", "SettlingGroup")
                .equals("ResourceGroup settling-group 2"));
  }

  private static Response applyReady(
      ApiServer api, TestGroup group, String metadata, String resources) {
    String yaml = GROUP.formatted(group.name(), group.api(), metadata, resources);
    Response applied = api.apply(yaml, "test");
    assertThat(applied.ok()).as("%s", applied).isTrue();
    return group.awaitReady(api);
  }

  private static List<String> types(Response group) {
    return ((List<?>) group.at("status", "conditions"))
        .stream().map(condition -> String.valueOf(((Map<?, ?>) condition).get("type"))).toList();
  }

  private static String node(String id, String value) {
    String template = "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s}, data: {v: '%s'}}";
    return "{id: %s, template: %s}".formatted(id, template.formatted(id, value));
  }
}
