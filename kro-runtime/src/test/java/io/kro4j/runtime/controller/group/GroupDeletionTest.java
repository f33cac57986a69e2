package io.kro4j.runtime.controller.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.controller.DefinitionControllers;
import io.kro4j.runtime.controller.DefinitionControllers.Options;
import io.kro4j.runtime.controller.TestGroup;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a group that is deleted waits for, and what it takes with it. */
@ExtendWith(SharedControlPlane.class)
class GroupDeletionTest {
  private DefinitionControllers controllers;

  @BeforeEach
  void start(ControlPlane controlPlane, ApiServer api) {
    DefinitionControllers.install(api);
    controllers = DefinitionControllers.start(controlPlane);
  }

  @AfterEach
  void stop() {
    controllers.close();
  }

  @Test
  void aGroupWithoutInstancesGoesAndItsCrdStays(ApiServer api) {
    TestGroup group = TestGroup.of("empty-group");
    group.applyReady(api);

    delete(api, group);

    assertThat(api.get(group.crd()).hasCondition("Established")).isTrue();
    assertThat(server("EmptyGroup")).isEmpty();
  }

  @Test
  void theCrdGoesWithTheGroupIfThatIsAllowed(ControlPlane controlPlane, ApiServer api) {
    controllers.close();
    GroupSettings settings = GroupSettings.defaults("test").withCrdDeletion(true);
    controllers = DefinitionControllers.start(controlPlane, Options.defaults().with(settings));
    TestGroup group = TestGroup.of("leaving-group");
    group.applyReady(api);
    TestGroup loser = TestGroup.of("loser-group").withApi("LeavingGroup").apply(api);
    api.waitFor(loser.ref(), TestGroup.has("KindReady", "False", "Failed", message -> true));

    delete(api, loser);
    assertThat(api.get(group.crd()).hasCondition("Established")).isTrue();

    delete(api, group);
    api.waitFor(group.crd(), response -> response.status() == 404);
  }

  @Test
  void aGroupWithInstancesWaitsForThemAndServesThemMeanwhile(
      ControlPlane controlPlane, ApiServer api) {
    TestGroup group = TestGroup.of("needed-group");
    group.applyReady(api);
    group.create(api, "one");
    group.create(api, "two");

    api.delete(group.ref());
    Response held =
        api.waitFor(
            group.ref(), TestGroup.has("InstancesRemain", "True", "InstancesExist", m -> true));
    assertThat(TestGroup.message(held, "InstancesRemain"))
        .startsWith("deleted, but 2 NeededGroup (default/one, default/two) exist")
        .contains("kro4j.io/deletion-policy");
    assertThat(held)
        .matches(
            TestGroup.has(
                "Ready",
                "Unknown",
                "InstancesExist",
                TestGroup.message(held, "InstancesRemain")::equals));
    assertThat(held.at("status", "state")).isEqualTo("Active");
    assertThat(server("NeededGroup")).isEqualTo("ResourceGroup needed-group 1");

    controllers.close();
    controllers = DefinitionControllers.start(controlPlane);
    api.delete(group.instance("one"));
    api.waitFor(
        group.ref(),
        TestGroup.has(
            "InstancesRemain",
            "True",
            "InstancesExist",
            message -> message.contains("1 NeededGroup (default/two) exists")));
    assertThat(server("NeededGroup")).isEqualTo("ResourceGroup needed-group 1");

    api.delete(group.instance("two"));
    api.waitFor(group.ref(), response -> response.status() == 404);
    assertThat(server("NeededGroup")).isEmpty();
  }

  @Test
  void instancesGoFirstIfTheGroupSaysSo(ApiServer api) {
    TestGroup group = TestGroup.of("sweeping-group");
    group.applyReady(api);
    group.create(api, "one");
    api.delete(group.ref());
    api.waitFor(group.ref(), TestGroup.has("InstancesRemain", "True", "InstancesExist", m -> true));

    group.withAnnotations("{kro4j.io/deletion-policy: instances-first}").apply(api);

    api.waitFor(group.ref(), response -> response.status() == 404);
    assertThat(api.get(group.instance("one")).status()).isEqualTo(404);
  }

  @Test
  void instancesStayIfTheGroupSaysSo(ApiServer api) {
    TestGroup group =
        TestGroup.of("careless-group")
            .withAnnotations("{kro4j.io/deletion-policy: leave-instances}");
    group.applyReady(api);
    group.create(api, "one");

    delete(api, group);

    assertThat(api.get(group.instance("one")).status()).isEqualTo(200);
  }

  @Test
  void aGroupThatNeverWasServedGoes(ApiServer api) {
    TestGroup group = TestGroup.of("never-served").withValue("${nothing}").apply(api);
    api.waitFor(
        group.ref(),
        TestGroup.has("GraphAccepted", "False", "InvalidResourceGraph", message -> true));

    delete(api, group);
  }

  private static void delete(ApiServer api, TestGroup group) {
    api.delete(group.ref());
    api.waitFor(group.ref(), response -> response.status() == 404);
  }

  private String server(String kind) {
    return controllers.server("test.example.com", kind);
  }
}
