package io.kro4j.runtime.controller.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Collections: one object for each combination of values. */
@ExtendWith(SharedControlPlane.class)
class CollectionTest {
  private static final String NAMESPACE = "collections";
  private static final String FAR = "collections-far";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-collections}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtCollection
          spec:
            regions: '[]string | default=[]'
            tiers: '[]string | default=[]'
            places: '[]string | default=[]'
            included: boolean | default=true
          status:
            cells: ${size(cells)}
        resources:
          - id: cells
            includeWhen: ["${schema.spec.included}"]
            forEach:
              - region: ${schema.spec.regions}
              - tier: ${schema.spec.tiers}
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-${region}-${tier}"}
              data: {key: "${region}/${tier}"}
          - id: copies
            forEach:
              - cell: ${cells}
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${cell.metadata.name}-copy"}
              data: {key: "${cell.data.key}"}
          - id: summary
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-summary"}
              data: {keys: '${cells.map(c, c.data.key).join(" ")}', count: "${string(size(copies))}"}
          - id: spread
            forEach:
              - place: ${schema.spec.places}
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-spread", namespace: "${place}"}
              data: {place: "${place}"}
          - id: waited
            forEach:
              - region: ${schema.spec.regions}
            template:
              apiVersion: v1
              kind: Service
              metadata: {name: "${schema.metadata.name}-${region}"}
              spec: {ports: [{port: 80}]}
            readyWhen: ['${each.spec.type == "ClusterIP"}']
          - id: afterwards
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-afterwards"}
              data: {types: '${waited.map(w, w.spec.type).join(" ")}'}
      """;
  private static final String INSTANCE =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: RtCollection
      metadata: {name: %s, namespace: collections}
      spec: %s
      """;

  private static Scenario scenario;

  @BeforeAll
  static void serve(ControlPlane controlPlane) {
    scenario = Scenario.of(controlPlane, NAMESPACE, GROUP);
    scenario.apply("{apiVersion: v1, kind: Namespace, metadata: {name: collections-far}}");
  }

  @AfterAll
  static void end() {
    scenario.close();
  }

  @Test
  void theFirstDimensionIsTheOuterLoop() {
    Response active = activate("grid", "{regions: [b, a], tiers: [x, z]}");

    assertThat(scenario.data("grid-summary"))
        .isEqualTo(Map.of("keys", "b/x b/z a/x a/z", "count", "4"));
    assertThat(scenario.data("grid-a-z-copy")).isEqualTo(Map.of("key", "a/z"));
    assertThat(
            scenario
                .api()
                .get(scenario.configMap("grid-a-z"))
                .at("metadata", "labels", "kro.run/collection-index"))
        .isEqualTo("3");
    assertThat(active.at("status", "cells")).isEqualTo(4L);
  }

  @Test
  void theyShrinkAndGrowWithAllThatIsBuiltOnThem() {
    activate("elastic", "{regions: [a, b], tiers: [x]}");

    activate("elastic", "{regions: [b, c], tiers: [x]}");

    scenario.awaitGone(scenario.configMap("elastic-a-x"));
    scenario.awaitGone(scenario.configMap("elastic-a-x-copy"));
    scenario.awaitGone(scenario.ref("v1", "Service", "elastic-a"));
    assertThat(scenario.data("elastic-c-x-copy")).isEqualTo(Map.of("key", "c/x"));
    assertThat(scenario.data("elastic-summary")).isEqualTo(Map.of("keys", "b/x c/x", "count", "2"));
  }

  @Test
  void anEmptyOneIsReady() {
    Response active = activate("empty", "{regions: [], tiers: [x]}");

    assertThat(scenario.data("empty-summary")).isEqualTo(Map.of("keys", "", "count", "0"));
    assertThat(active.at("status", "cells")).isEqualTo(0L);

    activate("empty", "{regions: [a], tiers: [x]}");
    assertThat(scenario.data("empty-a-x")).isEqualTo(Map.of("key", "a/x"));
    activate("empty", "{regions: [], tiers: [x]}");
    scenario.awaitGone(scenario.configMap("empty-a-x"));
  }

  @Test
  void anExcludedOneTakesItsObjectsAndDependentsAlong() {
    activate("toggled", "{regions: [a, b], tiers: [x]}");

    Response without = activate("toggled", "{regions: [a, b], tiers: [x], included: false}");

    scenario.awaitGone(scenario.configMap("toggled-a-x"));
    scenario.awaitGone(scenario.configMap("toggled-b-x-copy"));
    scenario.awaitGone(scenario.configMap("toggled-summary"));
    assertThat(without.at("status", "cells")).isNull();

    activate("toggled", "{regions: [a, b], tiers: [x]}");
    scenario.await(
        scenario.configMap("toggled-summary"),
        response -> Map.of("keys", "a/x b/x", "count", "2").equals(response.at("data")));
  }

  @Test
  void dependentsWaitUntilEachObjectIsReady() {
    ObjectRef instance = ref("unready");
    scenario.apply(INSTANCE.formatted("unready", "{regions: [a, b], tiers: []}"));
    scenario.awaitState(instance, "ACTIVE");
    assertThat(scenario.data("unready-afterwards"))
        .isEqualTo(Map.of("types", "ClusterIP ClusterIP"));

    scenario.merge(service("unready-b"), "{\"spec\": {\"type\": \"NodePort\"}}");

    Response waiting = scenario.awaitState(instance, "IN_PROGRESS");
    assertThat(Scenario.condition(waiting, "ResourcesReady").get("message"))
        .asString()
        .contains("`waited`", "1 of 2 objects", "unready-b");

    scenario.merge(service("unready-b"), "{\"spec\": {\"type\": \"ClusterIP\"}}");
    scenario.awaitState(instance, "ACTIVE");
  }

  @Test
  void driftOfAnyObjectIsPutRightInEveryNamespace() {
    activate("drifting", "{regions: [a, b], tiers: [x], places: [collections, collections-far]}");
    ObjectRef far = new ObjectRef("v1", "ConfigMap", FAR, "drifting-spread");

    scenario.merge(scenario.configMap("drifting-a-x"), "{\"data\": {\"key\": \"drift\"}}");
    scenario.merge(far, "{\"data\": {\"place\": \"drift\"}}");

    scenario.await(far, response -> FAR.equals(response.at("data", "place")));
    scenario.await(
        scenario.configMap("drifting-a-x"), response -> "a/x".equals(response.at("data", "key")));
    scenario.api().delete(far);
    scenario.await(far, response -> FAR.equals(response.at("data", "place")));
  }

  @Test
  void deletionReachesEveryNamespace() {
    Response active = activate("wide", "{places: [collections, collections-far]}");
    assertThat(active.at("metadata", "annotations", "applyset.kubernetes.io/additional-namespaces"))
        .isEqualTo(FAR);

    scenario.delete(ref("wide"));

    assertThat(scenario.api().get(scenario.configMap("wide-spread")).status()).isEqualTo(404);
    assertThat(scenario.api().get(new ObjectRef("v1", "ConfigMap", FAR, "wide-spread")).status())
        .isEqualTo(404);
  }

  @Test
  void aNamespaceThatIsMissingIsSaidAndUsedOnceItIsThere() {
    scenario.apply(INSTANCE.formatted("early", "{places: [collections-coming]}"));

    scenario.awaitCondition(
        ref("early"), "ResourcesReady", "False", "`spread`", "collections-coming");
    scenario.awaitState(ref("early"), "ERROR");
    scenario.apply("{apiVersion: v1, kind: Namespace, metadata: {name: collections-coming}}");

    scenario.awaitState(ref("early"), "ACTIVE");
  }

  @Test
  void objectsThatLookAlikeButAreOthersStay() {
    activate("careful", "{regions: [a, b], tiers: [x]}");
    scenario.apply(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: careful-c-x, namespace: collections, labels: {kro.run/node-id: cells}}
        """);

    activate("careful", "{regions: [a], tiers: [x]}");

    scenario.awaitGone(scenario.configMap("careful-b-x"));
    scenario.awaitIdle();
    assertThat(scenario.api().get(scenario.configMap("careful-c-x")).ok()).isTrue();
  }

  @Test
  void oneThatIsTooLargeIsRefusedAndNothingIsMade() {
    String many = "[" + "r, ".repeat(1000) + "r]";
    scenario.apply(INSTANCE.formatted("huge", "{regions: " + many + ", tiers: []}"));

    Response refused = scenario.awaitState(ref("huge"), "ERROR");

    assertThat(Scenario.condition(refused, "ResourcesReady").get("message"))
        .asString()
        .contains("1001", "1000");
    assertThat(scenario.api().get(service("huge-r")).status()).isEqualTo(404);
    activate("huge", "{regions: [r], tiers: []}");
  }

  @Test
  void twoObjectsOfTheSameNameAreRefused() {
    scenario.apply(INSTANCE.formatted("doubled", "{regions: [a, a], tiers: [x]}"));

    Response refused = scenario.awaitState(ref("doubled"), "ERROR");

    assertThat(Scenario.condition(refused, "ResourcesReady").get("message"))
        .asString()
        .contains("`cells`", "doubled-a-x");
  }

  private static Response activate(String name, String spec) {
    return scenario.activate(INSTANCE.formatted(name, spec));
  }

  private static ObjectRef ref(String name) {
    return scenario.ref("rt.example.com/v1alpha1", "RtCollection", name);
  }

  private static ObjectRef service(String name) {
    return scenario.ref("v1", "Service", name);
  }
}
