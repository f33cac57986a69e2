package io.kro4j.runtime.takeover;

import static io.kro4j.runtime.takeover.UpstreamCluster.CRD;
import static io.kro4j.runtime.takeover.UpstreamCluster.EXTRA;
import static io.kro4j.runtime.takeover.UpstreamCluster.GROUP;
import static io.kro4j.runtime.takeover.UpstreamCluster.INSTANCE;
import static io.kro4j.runtime.takeover.UpstreamCluster.OBJECTS;
import static io.kro4j.runtime.takeover.UpstreamCluster.SERVER;
import static io.kro4j.runtime.takeover.UpstreamCluster.SETTINGS;
import static io.kro4j.runtime.takeover.UpstreamCluster.ZONE_A;
import static io.kro4j.runtime.takeover.UpstreamCluster.ZONE_B;
import static io.kro4j.runtime.takeover.UpstreamCluster.revision;
import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.KroRuntime;
import io.kro4j.runtime.RuntimeObserver;
import io.kro4j.runtime.RuntimeSettings;
import io.kro4j.runtime.cluster.ClusterSettings;
import io.kro4j.runtime.cluster.Connections;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The runtime starts in a cluster that upstream's controller served until now. */
@ExtendWith(SharedControlPlane.class)
class TakeoverTest {
  private static final String OUR_VERSION = "v0.1.0";

  private ControlPlane controlPlane;
  private ApiServer api;
  private @Nullable KroRuntime runtime;

  @BeforeEach
  void leave(ControlPlane shared) {
    controlPlane = shared;
    api = shared.api();
    new UpstreamCluster(api).leave();
  }

  @AfterEach
  void clear() {
    for (ObjectRef each : List.of(INSTANCE, GROUP, revision(1), revision(2), revision(3), CRD)) {
      api.delete(each);
      awaitGone(each);
    }
    if (runtime != null) {
      runtime.close();
    }
  }

  @Test
  void whatIsThereIsServedOnWithoutANewRevision() {
    Map<ObjectRef, Object> before = uids();
    Response group = api.get(GROUP);

    start();
    Response instance = awaitActive();

    assertThat(uids()).isEqualTo(before);
    assertThat(api.get(revision(3)).status()).isEqualTo(404);
    assertThat(api.get(GROUP).body()).isEqualTo(group.body());
    assertThat(instance.at("status", "settings")).isEqualTo("shop-settings");
    // Conditions that held go on holding.
    assertThat(times(instance)).containsExactly("2026-08-01T10:05:00Z");
    assertThat(instance.at("metadata", "labels", "team")).isEqualTo("a");
    assertThat(instance.at("metadata", "finalizers")).isEqualTo(List.of("kro.run/finalizer"));
    for (ObjectRef object : OBJECTS) {
      Response found = api.get(object);
      assertThat(found.at("metadata", "labels", "kro.run/kro-version")).isEqualTo(OUR_VERSION);
      assertThat(managers(found)).containsExactly("kro.run/applyset");
    }
  }

  @Test
  void anUpdateChangesAndTakesAwayWhatUpstreamMade() {
    start();
    awaitActive();

    api.merge(INSTANCE, "", "{\"spec\": {\"replicas\": 3, \"zones\": [\"b\"], \"extra\": false}}");
    awaitGone(ZONE_A);
    awaitGone(EXTRA);
    Response instance = awaitActive();

    assertThat(api.get(SERVER).at("spec", "replicas")).isEqualTo(3L);
    assertThat(api.get(SETTINGS).at("data")).isEqualTo(Map.of("replicas", "3"));
    assertThat(api.get(ZONE_B).at("metadata", "labels", "kro.run/collection-size")).isEqualTo("1");
    assertThat(
            instance.at("metadata", "annotations", "applyset.kubernetes.io/additional-namespaces"))
        .isEqualTo("takeover-b");
  }

  @Test
  void aFieldThatTheGroupDropsGoesFromWhatUpstreamMade() {
    start();
    awaitActive();

    String dropped = "replicas: \"${string(schema.spec.replicas)}\"";
    assertThat(UpstreamCluster.group()).contains(dropped);
    api.apply(UpstreamCluster.group().replace(dropped, "size: small"), "kubectl");
    api.waitFor(revision(3), response -> response.hasCondition("Ready"));

    api.waitFor(SETTINGS, found -> Map.of("size", "small").equals(found.at("data")));
    assertThat(api.get(GROUP).at("status", "lastIssuedRevision")).isEqualTo(3L);
  }

  @Test
  void anInstanceThatIsBeingDeletedGoesWithItsObjects() {
    api.delete(INSTANCE);
    assertThat(api.get(INSTANCE).at("metadata", "deletionTimestamp")).isNotNull();

    start();

    awaitGone(INSTANCE);
    OBJECTS.forEach(object -> assertThat(api.get(object).status()).isEqualTo(404));
  }

  @Test
  void anInstanceThatUpstreamLeftWithoutItsGroupCanBeDeleted() {
    api.merge(GROUP, "", "{\"metadata\": {\"finalizers\": null}}");
    api.delete(GROUP);
    awaitGone(GROUP);

    start();
    api.delete(INSTANCE);

    awaitGone(INSTANCE);
    OBJECTS.forEach(object -> assertThat(api.get(object).status()).isEqualTo(404));
  }

  @Test
  void aGroupMadeAnewWhileNobodyWasThereAdoptsCrdAndRevisions() {
    api.merge(GROUP, "", "{\"metadata\": {\"finalizers\": null}}");
    api.delete(GROUP);
    awaitGone(GROUP);
    Map<ObjectRef, Object> before = uids();
    Object uid = api.apply(UpstreamCluster.group(), "kubectl").at("metadata", "uid");

    start();
    awaitActive();

    assertThat(uids()).isEqualTo(before);
    assertThat(api.get(revision(2)).at("metadata", "ownerReferences", 0, "uid")).isEqualTo(uid);
    assertThat(api.get(CRD).at("metadata", "labels", "kro.run/resource-graph-definition-id"))
        .isEqualTo(uid);
    assertThat(api.get(GROUP).at("status", "lastIssuedRevision")).isEqualTo(2L);
  }

  private void start() {
    ClusterSettings cluster =
        ClusterSettings.defaults("kro4j/test").withKubeconfig(controlPlane.kubeconfigFile(), null);
    runtime =
        KroRuntime.start(
            RuntimeSettings.defaults(OUR_VERSION).withCluster(cluster), RuntimeObserver.none());
    Connections.await("a ready runtime", () -> runtime.waitsFor().isEmpty());
  }

  /** Upstream writes no {@code observedGeneration}: we did if it is there. */
  private Response awaitActive() {
    return api.waitFor(
        INSTANCE,
        found ->
            "ACTIVE".equals(found.at("status", "state"))
                && found.hasCondition("Ready")
                && found
                    .at("metadata", "generation")
                    .equals(found.at("status", "observedGeneration")));
  }

  private void awaitGone(ObjectRef object) {
    api.waitFor(object, response -> response.status() == 404);
  }

  private Map<ObjectRef, Object> uids() {
    Map<ObjectRef, Object> uids = new LinkedHashMap<>();
    OBJECTS.forEach(object -> uids.put(object, api.get(object).at("metadata", "uid")));
    for (ObjectRef each : List.of(INSTANCE, CRD, revision(1), revision(2))) {
      uids.put(each, api.get(each).at("metadata", "uid"));
    }
    return uids;
  }

  private static Set<String> times(Response object) {
    return ((List<?>) object.at("status", "conditions"))
        .stream()
            .map(each -> String.valueOf(((Map<?, ?>) each).get("lastTransitionTime")))
            .collect(Collectors.toSet());
  }

  private static Set<String> managers(Response object) {
    return ((List<?>) object.at("metadata", "managedFields"))
        .stream()
            .map(entry -> String.valueOf(((Map<?, ?>) entry).get("manager")))
            .filter(manager -> !manager.equals("kube-controller-manager"))
            .collect(Collectors.toSet());
  }
}
