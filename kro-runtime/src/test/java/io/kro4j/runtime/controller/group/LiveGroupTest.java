package io.kro4j.runtime.controller.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.controller.DefinitionControllers;
import io.kro4j.runtime.controller.DefinitionControllers.Options;
import io.kro4j.runtime.controller.TestGroup;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A group from its apply to its being served, and what is said when it cannot be. */
@ExtendWith(SharedControlPlane.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveGroupTest {
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
  void aGroupIsServed(ApiServer api) throws IOException {
    String yaml = Files.readString(Path.of("../samples/web-application/resourcegroup.yaml"));
    assertThat(api.apply(yaml, "test").ok()).isTrue();

    ObjectRef group = ObjectRef.of("kro.run/v1alpha1", "ResourceGroup", "web-application");
    Response ready = api.waitFor(group, TestGroup::isReady);

    assertThat(ready.at("status", "state")).isEqualTo("Active");
    assertThat(ready.at("status", "topologicalOrder"))
        .isEqualTo(List.of("deployment", "service", "ingress"));
    assertThat(ready.at("status", "resources", 0))
        .isEqualTo(Map.of("id", "service", "dependencies", List.of(Map.of("id", "deployment"))));
    assertThat(ready.at("status", "lastIssuedRevision")).isEqualTo(1L);
    assertThat(ready.at("metadata", "finalizers")).isEqualTo(List.of("kro.run/finalizer"));
    assertThat(TestGroup.message(ready, "KindReady"))
        .isEqualTo("kind WebApplication has been accepted and ready");
    assertThat(TestGroup.message(ready, "GraphRevisionsResolved"))
        .isEqualTo("revision 1 compiled and active");
    assertThat(controllers.server("platform.example.com", "WebApplication"))
        .isEqualTo("ResourceGroup web-application 1");

    // Other tests bring the same kind by other ways.
    api.delete(group);
    api.waitFor(group, response -> response.status() == 404);
  }

  @Test
  void upstreamsKindMeansTheSame(ApiServer api) {
    TestGroup group = TestGroup.of("upstream-kind").ofKind("ResourceGraphDefinition");

    Response ready = group.applyReady(api);

    assertThat(ready.at("status", "state")).isEqualTo("Active");
    assertThat(controllers.server("test.example.com", "UpstreamKind"))
        .isEqualTo("ResourceGraphDefinition upstream-kind 1");
    assertThat(api.get(group.revision(1)).at("metadata", "ownerReferences", 0, "kind"))
        .isEqualTo("ResourceGraphDefinition");
  }

  @Test
  void aKindWhosePluralIsNoNameGetsOneByHand(ApiServer api) {
    TestGroup group = TestGroup.of("hand-dns").withApi("Dns").apply(api);
    api.waitFor(
        group.ref(),
        TestGroup.has(
            "GraphAccepted",
            "False",
            "InvalidResourceGraph",
            message -> message.contains("crd.name")));

    group.withSchema("plural: dnses").applyReady(api);

    assertThat(
            api.get(
                    ObjectRef.of(
                        "apiextensions.k8s.io/v1",
                        "CustomResourceDefinition",
                        "dnses.test.example.com"))
                .hasCondition("Established"))
        .isTrue();
  }

  @Test
  void aSpecThatIsNotSoundSaysWhereAndRecovers(ApiServer api) {
    TestGroup broken =
        TestGroup.of("broken-group").withValue("${string(schema.spec.sise)}").apply(api);

    Response rejected =
        api.waitFor(
            broken.ref(),
            TestGroup.has("GraphAccepted", "False", "InvalidResourceGraph", message -> true));

    assertThat(TestGroup.message(rejected, "GraphAccepted"))
        .startsWith("spec.resources[0].template.data.size: ")
        .contains("`sise`", "[expression.unknown-field]")
        .doesNotContain("Exception");
    assertThat(rejected.at("status", "state")).isEqualTo("Inactive");
    assertThat(rejected.hasCondition("Ready")).isFalse();
    assertThat(api.get(broken.revision(1)).status()).isEqualTo(404);
    assertThat(api.get(broken.crd()).status()).isEqualTo(404);
    awaitEvent(api, "broken-group", "InvalidResourceGraph");

    Response ready = TestGroup.of("broken-group").applyReady(api);
    assertThat(ready.at("status", "state")).isEqualTo("Active");
    assertThat(api.get(broken.revision(1)).status()).isEqualTo(200);
  }

  @Test
  void aTypeThatIsMissingIsWaitedFor(ApiServer api) {
    String yaml =
        """
        apiVersion: kro.run/v1alpha1
        kind: ResourceGroup
        metadata: {name: needs-widget}
        spec:
          schema: {apiVersion: v1alpha1, kind: NeedsWidget, group: test.example.com}
          resources:
          - id: widget
            template:
              apiVersion: widgets.example.com/v1
              kind: Widget
              metadata: {name: "${schema.metadata.name}"}
        """;
    api.apply(yaml, "test");
    ObjectRef group = ObjectRef.of("kro.run/v1alpha1", "ResourceGroup", "needs-widget");
    api.waitFor(
        group,
        TestGroup.has(
            "GraphAccepted",
            "False",
            "InvalidResourceGraph",
            message ->
                message.contains("Widget")
                    && message.contains("schema.unknown-type")
                    && message.contains("install its CRD")
                    && !message.contains("schema sources")));

    api.establish(Connections.crd("widgets.example.com", "widgets", "Widget"), "test");

    Response ready = api.waitFor(group, TestGroup::isReady);
    assertThat(ready.at("status", "state")).isEqualTo("Active");
  }

  @Test
  void nothingIsWrittenWhenNothingChanged(ControlPlane controlPlane, ApiServer api) {
    TestGroup group = TestGroup.of("quiet-group");
    Response ready = group.applyReady(api);
    Response touched = group.withAnnotations("{team: a}").apply(api).get(api);
    TestGroup probe = TestGroup.of("quiet-probe");

    probe.applyReady(api);

    assertThat(api.get(group.ref()).resourceVersion()).isEqualTo(touched.resourceVersion());
    assertThat(touched.at("status")).isEqualTo(ready.at("status"));
  }

  @Test
  void settingsInAnnotationsApplyWithoutANewRevision(ApiServer api) {
    TestGroup group = TestGroup.of("tuned-group");
    group.applyReady(api);

    group.withAnnotations("{kro4j.io/workers: '7'}").apply(api);

    Connections.await("the setting", () -> workers("TunedGroup") == 7);
    assertThat(api.get(group.revision(2)).status()).isEqualTo(404);

    group.withAnnotations("{kro4j.io/workers: many}").apply(api);
    Response wrong =
        api.waitFor(
            group.ref(),
            TestGroup.has("GraphAccepted", "False", "InvalidResourceGraph", message -> true));
    assertThat(TestGroup.message(wrong, "GraphAccepted"))
        .startsWith("metadata.annotations['kro4j.io/workers']: ");
  }

  @Test
  void aKindMayBeLeftAloneWithAllThatBelongsToIt(ControlPlane controlPlane, ApiServer api) {
    TestGroup left = TestGroup.of("left-alone").ofKind("ResourceGraphDefinition");
    String uid = String.valueOf(left.applyReady(api).at("metadata", "uid"));
    controllers.close();
    String revision =
        """
        apiVersion: internal.kro.run/v1alpha1
        kind: GraphRevision
        metadata:
          name: left-alone-r00002
          ownerReferences:
          - apiVersion: kro.run/v1alpha1
            kind: ResourceGraphDefinition
            name: left-alone
            uid: %s
            controller: true
        spec:
          revision: 2
          snapshot:
            name: left-alone
            generation: 2
            spec: {schema: {apiVersion: v1alpha1, kind: LeftAlone, group: test.example.com}}
        """
            .formatted(uid);
    api.apply(revision, "test");
    try (DefinitionControllers only =
        DefinitionControllers.start(controlPlane, Options.defaults().withKinds("ResourceGroup"))) {
      TestGroup namesake = TestGroup.of("left-alone").apply(api);
      api.waitFor(
          namesake.ref(),
          TestGroup.has("GraphRevisionsResolved", "False", "Failed", message -> true));

      assertThat(api.get(left.revision(2)).at("status")).isNull();
      assertThat(api.get(left.revision(2)).at("metadata", "finalizers")).isNull();
      assertThat(only.server("test.example.com", "LeftAlone")).isEmpty();
      api.delete(namesake.ref());
      api.waitFor(namesake.ref(), response -> response.status() == 404);
    } finally {
      controllers = DefinitionControllers.start(controlPlane);
    }
    api.waitFor(left.revision(2), response -> response.hasCondition("Ready"));
  }

  private int workers(String kind) {
    return controllers
        .serving("test.example.com", kind)
        .flatMap(served -> served.graph().graph().settings().workers())
        .orElse(0);
  }

  private static void awaitEvent(ApiServer api, String name, String reason) {
    Connections.await(
        "an event " + reason,
        () ->
            api.list("events.k8s.io/v1", "Event", "default").at("items") instanceof List<?> events
                && events.stream()
                    .map(Map.class::cast)
                    .anyMatch(
                        event ->
                            reason.equals(event.get("reason"))
                                && name.equals(((Map<?, ?>) event.get("regarding")).get("name"))));
  }
}
