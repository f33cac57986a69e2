package io.kro4j.runtime.controller.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.cluster.RequestObserver.Verb;
import io.kro4j.runtime.controller.DefinitionControllers;
import io.kro4j.runtime.controller.DefinitionControllers.Options;
import io.kro4j.runtime.controller.TestGroup;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** When revisions are issued, which one serves, and which are kept. */
@ExtendWith(SharedControlPlane.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevisionTest {
  private static final int KEPT = 3;

  private DefinitionControllers controllers;

  @BeforeAll
  void start(ControlPlane controlPlane, ApiServer api) {
    DefinitionControllers.install(api);
    restart(controlPlane);
  }

  @AfterAll
  void stop() {
    controllers.close();
  }

  @Test
  void aRevisionHoldsTheSpecAndSaysThatItCompiles(ApiServer api) {
    TestGroup group = TestGroup.of("first-revision");
    Response ready = group.applyReady(api);

    Response revision = api.get(group.revision(1));

    assertThat(revision.at("spec", "revision")).isEqualTo(1L);
    assertThat(revision.at("spec", "snapshot", "name")).isEqualTo("first-revision");
    assertThat(revision.at("spec", "snapshot", "spec")).isEqualTo(ready.at("spec"));
    assertThat(revision.at("status", "topologicalOrder")).isEqualTo(List.of("config"));
    assertThat(revision)
        .matches(
            TestGroup.has(
                "GraphVerified",
                "True",
                "Verified",
                "graph revision compiled and verified"::equals))
        .matches(found -> found.hasCondition("Ready"));
    assertThat(revision.at("metadata", "finalizers")).isEqualTo(List.of("kro.run/finalizer"));
    assertThat(revision.at("metadata", "ownerReferences", 0, "uid"))
        .isEqualTo(ready.at("metadata", "uid"));
    assertThat(revision.at("metadata", "labels", "kro.run/graph-revision-hash"))
        .asString()
        .matches("[0-9a-f]{16}");
  }

  @Test
  void eachChangeOfMeaningIsARevisionAndTheNewestServes(ApiServer api) {
    TestGroup group = TestGroup.of("changed-group");
    group.applyReady(api);

    Response changed = group.withValue("two").applyReady(api);
    assertThat(changed.at("status", "lastIssuedRevision")).isEqualTo(2L);
    assertThat(server("ChangedGroup")).isEqualTo("ResourceGroup changed-group 2");

    Response back = group.applyReady(api);
    assertThat(back.at("status", "lastIssuedRevision")).isEqualTo(3L);
    assertThat(server("ChangedGroup")).isEqualTo("ResourceGroup changed-group 3");
  }

  @Test
  void onlyTheNewestAreKeptAndNumbersGoOn(ApiServer api) {
    TestGroup group = TestGroup.of("churned-group");
    for (int i = 1; i <= 6; i++) {
      group.withValue("v" + i).applyReady(api);
    }

    Connections.await("old ones are gone", () -> numbers(api, "churned-group").size() == KEPT);
    assertThat(numbers(api, "churned-group")).containsExactly(4L, 5L, 6L);
    Response next = group.withValue("v7").applyReady(api);
    assertThat(next.at("status", "lastIssuedRevision")).isEqualTo(7L);
  }

  @Test
  void quickChangesEndWithTheLastOne(ApiServer api) {
    TestGroup group = TestGroup.of("hasty-group");
    group.applyReady(api);
    for (int i = 0; i < 15; i++) {
      group.withValue("v" + i).apply(api);
    }

    Response ready = group.awaitReady(api);

    Long last = (Long) ready.at("status", "lastIssuedRevision");
    assertThat(numbers(api, "hasty-group").last()).isEqualTo(last);
    assertThat(api.get(group.revision(last.intValue())).at("spec", "snapshot", "spec"))
        .isEqualTo(ready.at("spec"));
  }

  @Test
  void aRestartIssuesNothingAndServesTheSame(ControlPlane controlPlane, ApiServer api) {
    TestGroup group = TestGroup.of("restarted-group");
    group.applyReady(api);
    Response before = group.withValue("two").applyReady(api);

    restart(controlPlane);

    awaitServer("RestartedGroup", "ResourceGroup restarted-group 2");
    assertThat(numbers(api, "restarted-group")).containsExactly(1L, 2L);
    assertThat(group.get(api).resourceVersion()).isEqualTo(before.resourceVersion());
    Response next = group.withValue("three").applyReady(api);
    assertThat(next.at("status", "lastIssuedRevision")).isEqualTo(3L);
  }

  @Test
  void theLastGoodRevisionServesWhileTheSpecIsBroken(ControlPlane controlPlane, ApiServer api) {
    TestGroup group = TestGroup.of("good-then-bad");
    group.applyReady(api);

    TestGroup broken = group.withValue("${schema.spec.nothing}").apply(api);
    api.waitFor(
        broken.ref(),
        TestGroup.has("GraphAccepted", "False", "InvalidResourceGraph", message -> true));
    assertThat(server("GoodThenBad")).isEqualTo("ResourceGroup good-then-bad 1");
    assertThat(numbers(api, "good-then-bad")).containsExactly(1L);
    assertThat(broken.get(api).at("status", "topologicalOrder")).isNull();

    restart(controlPlane);

    awaitServer("GoodThenBad", "ResourceGroup good-then-bad 1");
    assertThat(broken.get(api).at("status", "state")).isEqualTo("Inactive");
    Response mended = group.withValue("mended").applyReady(api);
    assertThat(mended.at("status", "lastIssuedRevision")).isEqualTo(2L);
  }

  @Test
  void aGroupMadeAnewGoesOnWithTheRevisionsOfItsName(ApiServer api) {
    TestGroup group = TestGroup.of("adopting-group");
    group.applyReady(api);
    api.delete(group.ref());
    api.waitFor(group.ref(), response -> response.status() == 404);

    Response same = group.applyReady(api);
    assertThat(same.at("status", "lastIssuedRevision")).isEqualTo(1L);
    assertThat(api.get(group.revision(1)).at("metadata", "ownerReferences", 0, "uid"))
        .isEqualTo(same.at("metadata", "uid"));
    Response next = group.withValue("two").applyReady(api);
    assertThat(next.at("status", "lastIssuedRevision")).isEqualTo(2L);
  }

  @Test
  void aDeletedRevisionIsIssuedAgainUnderANewNumber(ApiServer api) {
    TestGroup group = TestGroup.of("robbed-group");
    group.applyReady(api);

    api.delete(group.revision(1));

    api.waitFor(group.revision(2), response -> response.hasCondition("Ready"));
    awaitServer("RobbedGroup", "ResourceGroup robbed-group 2");
    assertThat(api.get(group.revision(1)).status()).isEqualTo(404);
  }

  @Test
  void aRevisionThatDoesNotCompileAnyMoreIsWaitedFor(ControlPlane controlPlane, ApiServer api) {
    String crd = Connections.crd("gadgets.example.com", "gadgets", "Gadget");
    ObjectRef gadgets =
        ObjectRef.of(
            "apiextensions.k8s.io/v1", "CustomResourceDefinition", "gadgets.gadgets.example.com");
    api.establish(crd, "test");
    TestGroup group = TestGroup.of("fragile-group");
    api.apply(
        group
            .yaml()
            .replace("apiVersion: v1\n", "apiVersion: gadgets.example.com/v1\n")
            .replace("kind: ConfigMap", "kind: Gadget"),
        "test");
    group.awaitReady(api);
    api.delete(gadgets);
    api.waitFor(gadgets, response -> response.status() == 404);

    restart(controlPlane);

    Response broken =
        api.waitFor(
            group.ref(),
            TestGroup.has(
                "GraphRevisionsResolved",
                "False",
                "Failed",
                "latest graph revision 1 failed compilation"::equals));
    assertThat(broken.at("status", "state")).isEqualTo("Inactive");
    assertThat(broken).matches(found -> !found.hasCondition("ControllerReady"));
    assertThat(api.get(group.revision(1)))
        .matches(TestGroup.has("GraphVerified", "False", "InvalidGraph", message -> true));

    api.establish(crd, "test");

    group.awaitReady(api);
    assertThat(server("FragileGroup")).isEqualTo("ResourceGroup fragile-group 1");
  }

  @Test
  void revisionsAreNotListedAgainAndAgain(ControlPlane controlPlane, ApiServer api) {
    controllers.close();
    Connections.Log log = new Connections.Log();
    controllers = DefinitionControllers.start(controlPlane, Options.defaults().with(log));
    Connections.await("the others are settled", controllers::isIdle);
    long lists = log.count(Verb.LIST, "graphrevisions");
    long gets = log.count(Verb.GET, "graphrevisions");
    long statuses = log.count(Verb.PATCH, "resourcegroups");
    TestGroup group = TestGroup.of("thrifty-group");

    group.applyReady(api);
    group.withValue("two").applyReady(api);

    assertThat(log.count(Verb.LIST, "graphrevisions")).isEqualTo(lists);
    assertThat(log.count(Verb.GET, "graphrevisions")).isEqualTo(gets);
    // The finalizer, and for each spec: issued, waiting for the CRD, ready.
    assertThat(log.count(Verb.PATCH, "resourcegroups") - statuses).isLessThanOrEqualTo(7);
  }

  @Test
  void groupsOfBothKindsMayNotShareAName(ApiServer api) {
    TestGroup first = TestGroup.of("shared-name");
    first.applyReady(api);

    TestGroup second =
        TestGroup.of("shared-name")
            .ofKind("ResourceGraphDefinition")
            .withApi("OtherKind")
            .apply(api);

    api.waitFor(
        second.ref(),
        TestGroup.has(
            "GraphRevisionsResolved",
            "False",
            "Failed",
            message -> message.contains("shared-name-r00001 belongs to another")));
    assertThat(server("SharedName")).isEqualTo("ResourceGroup shared-name 1");
  }

  private void restart(ControlPlane controlPlane) {
    if (controllers != null) {
      controllers.close();
    }
    GroupSettings settings = GroupSettings.defaults("test").withKeptRevisions(KEPT);
    controllers = DefinitionControllers.start(controlPlane, Options.defaults().with(settings));
  }

  private String server(String kind) {
    return controllers.server("test.example.com", kind);
  }

  private void awaitServer(String kind, String server) {
    Connections.await(server, () -> server(kind).equals(server));
  }

  private static TreeSet<Long> numbers(ApiServer api, String group) {
    TreeSet<Long> numbers = new TreeSet<>();
    Response all = api.list("internal.kro.run/v1alpha1", "GraphRevision", "");
    for (Object item : (List<?>) all.at("items")) {
      Map<?, ?> spec = (Map<?, ?>) ((Map<?, ?>) item).get("spec");
      if (group.equals(((Map<?, ?>) spec.get("snapshot")).get("name"))) {
        numbers.add((Long) spec.get("revision"));
      }
    }
    return numbers;
  }
}
