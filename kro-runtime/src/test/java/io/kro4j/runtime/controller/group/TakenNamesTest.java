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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kinds whose names another CRD of the API group has: what is said, and when it is over. */
@ExtendWith(SharedControlPlane.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakenNamesTest {
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
  void aKindThatIsTakenIsWaitedFor(ApiServer api) {
    ObjectRef other = holder(api, "kindholders", "TakenKind", "");
    TestGroup group = TestGroup.of("taken-kind").apply(api);

    assertThat(message(refused(api, group)))
        .isEqualTo(
            "names of CRD takenkinds.test.example.com are taken: CRD kindholders.test.example.com has"
                + " \"TakenKind\", \"TakenKindList\", \"takenkind\"; delete that CRD, or choose"
                + " another kind, plural or short name");
    assertThat(server("TakenKind")).isEmpty();

    api.delete(other);
    group.awaitReady(api);
    assertThat(server("TakenKind")).isEqualTo("ResourceGroup taken-kind 1");
  }

  @Test
  void aPluralThatIsTakenIsWaitedFor(ApiServer api) {
    ObjectRef other = holder(api, "pluralholders", "PluralHolder", "takenplurals");
    TestGroup group = TestGroup.of("taken-plural").apply(api);

    assertThat(message(refused(api, group)))
        .contains("CRD pluralholders.test.example.com has \"takenplurals\";");

    api.delete(other);
    group.awaitReady(api);
  }

  @Test
  void aShortNameThatIsTakenCanBeGivenUp(ApiServer api) {
    ObjectRef other = holder(api, "shortholders", "ShortHolder", "tksh");
    TestGroup group = TestGroup.of("taken-short");
    group.withSchema("shortNames: [tksh]").apply(api);

    assertThat(message(refused(api, group)))
        .contains("CRD shortholders.test.example.com has \"tksh\";");

    group.withSchema("shortNames: [other]").applyReady(api);
    assertThat(api.get(group.crd()).at("status", "acceptedNames", "shortNames", 0))
        .isEqualTo("other");
    api.delete(other);
  }

  @Test
  void aKindThatLacksOneOfItsNamesIsServedAndSaysSo(ApiServer api) {
    ObjectRef other = holder(api, "lateholders", "LateHolder", "tklt");
    TestGroup group = TestGroup.of("taken-late");
    group.applyReady(api);

    TestGroup changed = group.withSchema("shortNames: [tklt]").apply(api);
    Response refused = refused(api, changed);
    assertThat(message(refused)).contains("CRD lateholders.test.example.com has \"tklt\";");
    assertThat(refused.at("status", "state")).isEqualTo("Inactive");
    assertThat(refused.hasCondition("ControllerReady")).isTrue();
    Connections.await(
        "the new graph", () -> server("TakenLate").equals("ResourceGroup taken-late 2"));

    api.delete(other);
    changed.awaitReady(api);
    assertThat(api.get(group.crd()).at("status", "acceptedNames", "shortNames", 0))
        .isEqualTo("tklt");
  }

  private static ObjectRef holder(ApiServer api, String plural, String kind, String shortName) {
    String names = "{plural: " + plural + ", kind: " + kind;
    String crd = Connections.crd("test.example.com", plural, kind);
    String more = shortName.isEmpty() ? names : names + ", shortNames: [" + shortName + "]";
    api.establish(crd.replace(names, more), "test");
    return ObjectRef.of(
        "apiextensions.k8s.io/v1", "CustomResourceDefinition", plural + ".test.example.com");
  }

  private static Response refused(ApiServer api, TestGroup group) {
    return api.waitFor(
        group.ref(),
        TestGroup.has("KindReady", "False", "Failed", message -> message.contains(" has ")));
  }

  private static String message(Response group) {
    return TestGroup.message(group, "KindReady");
  }

  private String server(String kind) {
    return controllers.server("test.example.com", kind);
  }
}
