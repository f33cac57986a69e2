package io.kro4j.runtime.controller.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.RequestObserver.Verb;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Objects that others change. */
@ExtendWith(SharedControlPlane.class)
class DriftTest {
  private static final String NAMESPACE = "drift";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-drift}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtDrift
        resources:
          - id: config
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}", labels: {mine: "1"}}
              data: {a: "1", b: "2"}
          - id: service
            template:
              apiVersion: v1
              kind: Service
              metadata: {name: "${config.metadata.name}"}
              spec: {ports: [{port: 80, name: http}, {port: 443, name: https}]}
      """;
  private static final String INSTANCE =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: RtDrift
      metadata: {name: %s, namespace: drift}
      """;

  private static Scenario scenario;

  @BeforeAll
  static void serve(ControlPlane controlPlane) {
    scenario = Scenario.of(controlPlane, NAMESPACE, GROUP);
  }

  @AfterAll
  static void end() {
    scenario.close();
  }

  @Test
  void aChangedFieldIsPutRightAndOthersMayAddTheirs() {
    activate("changed");

    scenario.merge(
        scenario.configMap("changed"), "{\"data\": {\"a\": \"x\", \"b\": null, \"c\": \"3\"}}");

    scenario.await(
        scenario.configMap("changed"),
        response -> Map.of("a", "1", "b", "2", "c", "3").equals(response.at("data")));
  }

  @Test
  void aDeletedObjectComesBack() {
    activate("deleted");

    scenario.api().delete(scenario.configMap("deleted"));
    scenario.await(scenario.configMap("deleted"), Response::ok);
    scenario.api().delete(scenario.ref("v1", "Service", "deleted"));

    scenario.await(scenario.ref("v1", "Service", "deleted"), Response::ok);
  }

  @Test
  void whoeverChangesItBackEachTimeSlowsUsDown() {
    activate("contested");
    ObjectRef contested = scenario.configMap("contested");
    long begin = 0;
    for (int i = 0; i < 20; i++) {
      begin = System.nanoTime();
      changeAndWait(contested);
    }

    scenario.merge(contested, "{\"data\": {\"a\": \"x\"}}");
    scenario.await(contested, response -> "1".equals(response.at("data", "a")));

    // It was applied for the 20th time after the begin, and then not for a second.
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(1));
  }

  @Test
  void theStatusSaysWhoIsContestedAndCostsNoWriteEachTime() {
    activate("disputed");
    ObjectRef disputed = scenario.configMap("disputed");
    for (int i = 0; i < 20; i++) {
      changeAndWait(disputed);
    }

    Response told =
        scenario.await(instance("disputed"), response -> !reasons(response).contains("null"));

    assertThat(reasons(told)).containsExactly("Contested");
    assertThat(told.at("status", "state")).isEqualTo("ACTIVE");
    assertThat(String.valueOf(Scenario.condition(told, "ResourcesReady").get("message")))
        .contains("somebody else changes back ")
        .contains("disputed");
    scenario.requests().clear();
    changeAndWait(disputed);
    assertThat(scenario.requests().count(Verb.APPLY, "configmaps")).isOne();
    assertThat(scenario.requests().count(Verb.PATCH, "rtdrifts")).isZero();

    scenario.await(instance("disputed"), response -> reasons(response).contains("null"));
  }

  private static ObjectRef instance(String name) {
    return scenario.ref("rt.example.com/v1alpha1", "RtDrift", name);
  }

  private static void changeAndWait(ObjectRef config) {
    scenario.merge(config, "{\"data\": {\"a\": \"x\"}}");
    scenario.await(config, response -> "1".equals(response.at("data", "a")));
    scenario.awaitIdle();
  }

  /** The reasons of the objects that are ConfigMaps. */
  private static List<String> reasons(Response instance) {
    return PlainJson.list(instance.at("status", "resources")).stream()
        .map(PlainJson::object)
        .filter(entry -> "ConfigMap".equals(entry.get("kind")))
        .map(entry -> String.valueOf(entry.get("reason")))
        .toList();
  }

  @Test
  void takenAwayLabelsComeBack() {
    activate("bare");
    Object labels = scenario.api().get(scenario.configMap("bare")).at("metadata", "labels");

    scenario.merge(scenario.configMap("bare"), "{\"metadata\": {\"labels\": null}}");

    scenario.await(
        scenario.configMap("bare"), response -> labels.equals(response.at("metadata", "labels")));
    scenario.merge(
        scenario.configMap("bare"),
        "{\"metadata\": {\"labels\": {\"kro.run/owned\": \"false\"}, \"annotations\": null}}");
    scenario.await(
        scenario.configMap("bare"),
        response ->
            labels.equals(response.at("metadata", "labels"))
                && response.at("metadata", "annotations") != null);
  }

  @Test
  void aLostListElementComesBack() {
    activate("listed");
    ObjectRef service = scenario.ref("v1", "Service", "listed");

    scenario.merge(service, "{\"spec\": {\"ports\": [{\"port\": 80, \"name\": \"http\"}]}}");

    scenario.await(
        service,
        response -> response.at("spec", "ports") instanceof List<?> ports && ports.size() == 2);
  }

  @Test
  void whatChangedWhileNobodyLookedIsPutRightAfterTheStart() {
    activate("unseen");
    scenario.stop();
    scenario.merge(scenario.configMap("unseen"), "{\"data\": {\"a\": \"x\"}}");
    scenario.api().delete(scenario.ref("v1", "Service", "unseen"));

    scenario.start();

    scenario.await(
        scenario.configMap("unseen"),
        response -> Map.of("a", "1", "b", "2").equals(response.at("data")));
    scenario.await(scenario.ref("v1", "Service", "unseen"), Response::ok);
  }

  private static void activate(String name) {
    scenario.activate(INSTANCE.formatted(name));
    scenario.awaitIdle();
  }
}
