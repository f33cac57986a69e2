package io.kro4j.runtime.controller.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.controller.DefinitionControllers;
import io.kro4j.runtime.controller.TestGroup;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The CRD of a live group: whose it is, when it changes, and when it may not. */
@ExtendWith(SharedControlPlane.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupCrdTest {
  private static final Object[] SIZE = {
    "spec", "versions", 0, "schema", "openAPIV3Schema", "properties", "spec", "properties", "size"
  };

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
  void theCrdSaysWhoseItIs(ApiServer api) {
    TestGroup group = TestGroup.of("owned-crd");
    Response ready = group.applyReady(api);

    assertThat(api.get(group.crd()).at("metadata", "labels"))
        .isEqualTo(
            Map.of(
                "kro.run/owned",
                "true",
                "kro.run/resource-graph-definition-name",
                "owned-crd",
                "kro.run/resource-graph-definition-id",
                String.valueOf(ready.at("metadata", "uid")),
                "kro.run/kro-version",
                "test"));
  }

  @Test
  void changesThatUpstreamDoesNotNoticeAreWritten(ApiServer api) {
    TestGroup group = TestGroup.of("column-crd");
    group.applyReady(api);

    group
        .withSchema("additionalPrinterColumns: [{name: Size, type: integer, jsonPath: .spec.size}]")
        .applyReady(api);

    Response crd = api.get(group.crd());
    assertThat(crd.at("spec", "versions", 0, "additionalPrinterColumns", 0, "name"))
        .isEqualTo("Size");
    assertThat((List<?>) crd.at("spec", "versions", 0, "additionalPrinterColumns")).hasSize(1);
  }

  @Test
  void namesAreAddedAndTakenAway(ApiServer api) {
    TestGroup group = TestGroup.of("named-crd");
    group.withSchema("shortNames: [nmd]").applyReady(api);
    assertThat(api.get(group.crd()).at("spec", "names", "shortNames")).isEqualTo(List.of("nmd"));

    group.applyReady(api);
    assertThat(api.get(group.crd()).at("spec", "names", "shortNames")).isNull();
  }

  @Test
  void aRefusedChangeLeavesTheOldGraphServingUntilItIsAllowed(
      ControlPlane controlPlane, ApiServer api) {
    TestGroup group = TestGroup.of("breaking-crd");
    group.applyReady(api);

    TestGroup breaking = group.withField("integer | required=true minimum=5").apply(api);
    Response refused =
        api.waitFor(breaking.ref(), TestGroup.has("KindReady", "False", "Failed", m -> true));
    assertThat(TestGroup.message(refused, "KindReady"))
        .startsWith("cannot update CRD breakingcrds.test.example.com: breaking changes detected: ")
        .contains("spec.size");
    assertThat(refused.at("status", "state")).isEqualTo("Inactive");
    assertThat(server("BreakingCrd")).isEqualTo("ResourceGroup breaking-crd 1");

    controllers.close();
    controllers = DefinitionControllers.start(controlPlane);
    awaitServer("BreakingCrd", "ResourceGroup breaking-crd 1");

    breaking.withAnnotations("{kro.run/allow-breaking-changes: 'true'}").applyReady(api);
    awaitServer("BreakingCrd", "ResourceGroup breaking-crd 2");
    assertThat(api.get(group.crd()).at(SIZE)).extracting("minimum").isEqualTo(5L);
  }

  @Test
  void relaxingIsNoBreakingChange(ApiServer api) {
    TestGroup group = TestGroup.of("relaxed-crd").withField("integer | default=7 minimum=5");
    group.applyReady(api);

    group.withField("integer | default=7").applyReady(api);

    assertThat(api.get(group.crd()).at(SIZE).toString()).doesNotContain("minimum");
  }

  @Test
  void theSecondGroupOfAKindDoesNotDisturbTheFirst(ApiServer api) {
    TestGroup first = TestGroup.of("contested-first").withApi("ContestedKind");
    first.applyReady(api);
    TestGroup second = TestGroup.of("contested-second").withApi("ContestedKind").apply(api);

    Response refused =
        api.waitFor(second.ref(), TestGroup.has("KindReady", "False", "Failed", m -> true));
    assertThat(TestGroup.message(refused, "KindReady"))
        .isEqualTo(
            "cannot update CRD contestedkinds.test.example.com: CRD is owned by another"
                + " ResourceGroup contested-first");
    assertThat(refused.at("status", "state")).isEqualTo("Inactive");

    api.delete(second.ref());
    api.waitFor(second.ref(), response -> response.status() == 404);
    assertThat(server("ContestedKind")).isEqualTo("ResourceGroup contested-first 1");
    assertThat(first.get(api)).matches(TestGroup::isReady);
  }

  @Test
  void aForeignCrdIsLeftAlone(ApiServer api) {
    TestGroup group = TestGroup.of("foreign-crd");
    api.establish(Connections.crd("test.example.com", "foreigncrds", "ForeignCrd"), "test");

    group.apply(api);

    api.waitFor(
        group.ref(),
        TestGroup.has(
            "KindReady",
            "False",
            "Failed",
            message -> message.endsWith("CRD already exists and is not owned by KRO")));
  }

  @Test
  void whatSomebodyChangesIsChangedBack(ApiServer api) {
    TestGroup group = TestGroup.of("edited-crd").withField("integer | default=5 minimum=1");
    group.applyReady(api);

    Response edited =
        api.request(
            "PATCH",
            "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/editedcrds.test.example.com",
            "application/json-patch+json",
            """
            [{"op": "replace", "value": 3, "path": "/spec/versions/0/schema/openAPIV3Schema\
            /properties/spec/properties/size/minimum"}]
            """);
    assertThat(edited.status()).as(edited.toString()).isEqualTo(200);

    api.waitFor(
        group.crd(),
        crd ->
            crd.at(SIZE).toString().contains("minimum=1")
                && !crd.resourceVersion().equals(edited.resourceVersion()));
  }

  @Test
  void aDeletedCrdIsMadeAnew(ApiServer api) {
    TestGroup group = TestGroup.of("deleted-crd");
    group.applyReady(api);
    Object uid = api.get(group.crd()).at("metadata", "uid");

    api.delete(group.crd());

    api.waitFor(
        group.crd(),
        crd -> crd.hasCondition("Established") && !uid.equals(crd.at("metadata", "uid")));
    group.awaitReady(api);
    assertThat(server("DeletedCrd")).isEqualTo("ResourceGroup deleted-crd 1");
  }

  private String server(String kind) {
    return controllers.server("test.example.com", kind);
  }

  private void awaitServer(String kind, String server) {
    Connections.await(server, () -> server(kind).equals(server));
  }
}
