package io.kro4j.runtime.controller.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is included depends on objects, and changes with them. */
@ExtendWith(SharedControlPlane.class)
class InclusionTest {
  private static final String NAMESPACE = "inclusion";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-inclusion}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtInclusion
          spec:
            enabled: boolean | default=true
            flag: string | default="on"
        resources:
          - id: switch
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}"}
              data: {flag: "${schema.spec.flag}"}
          - id: deployment
            template:
              apiVersion: apps/v1
              kind: Deployment
              metadata: {name: "${schema.metadata.name}"}
              spec:
                selector: {matchLabels: {app: inclusion}}
                template:
                  metadata: {labels: {app: inclusion}}
                  spec: {containers: [{name: main, image: none}]}
          - id: switched
            includeWhen: ["${schema.spec.enabled}", '${switch.data.flag == "on"}']
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-switched"}
          - id: dependent
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${switched.metadata.name}-dependent"}
          - id: available
            includeWhen: ['${deployment.status.conditions.exists(c, c.type == "Available" && c.status == "True")}']
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-available"}
      """;
  private static final String INSTANCE =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: RtInclusion
      metadata: {name: %s, namespace: inclusion}
      spec: {enabled: %s, flag: "%s"}
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
  void itFollowsAnObjectAndTakesDependentsAlong() {
    apply("flipping", true, "on");
    available("flipping", "True");
    scenario.await(scenario.configMap("flipping-switched-dependent"), Response::ok);

    apply("flipping", true, "off");
    Response off = scenario.awaitState(ref("flipping"), "ACTIVE");
    scenario.awaitGone(scenario.configMap("flipping-switched"));
    scenario.awaitGone(scenario.configMap("flipping-switched-dependent"));
    assertThat(states(off)).containsEntry("dependent", "SKIPPED").containsEntry("switch", "SYNCED");

    apply("flipping", true, "on");
    scenario.await(scenario.configMap("flipping-switched-dependent"), Response::ok);
  }

  @Test
  void allConditionsMustHold() {
    apply("disabled", false, "on");
    available("disabled", "True");

    Response active = scenario.awaitState(ref("disabled"), "ACTIVE");

    assertThat(states(active)).containsEntry("switched", "SKIPPED");
    assertThat(scenario.api().get(scenario.configMap("disabled-switched")).status()).isEqualTo(404);
  }

  @Test
  void itWaitsForAStatusAndFollowsIt() {
    apply("counting", true, "on");
    Response waiting = scenario.awaitState(ref("counting"), "IN_PROGRESS");
    assertThat(states(waiting)).containsEntry("available", "IN_PROGRESS");
    assertThat(scenario.api().get(scenario.configMap("counting-available")).status())
        .isEqualTo(404);

    available("counting", "True");
    scenario.await(scenario.configMap("counting-available"), Response::ok);
    scenario.awaitState(ref("counting"), "ACTIVE");

    available("counting", "False");
    scenario.awaitGone(scenario.configMap("counting-available"));
    scenario.awaitState(ref("counting"), "ACTIVE");
  }

  private static Map<Object, Object> states(Response instance) {
    Map<Object, Object> states = new LinkedHashMap<>();
    for (Object each : (List<?>) instance.at("status", "resources")) {
      Map<?, ?> resource = (Map<?, ?>) each;
      states.put(resource.get("id"), resource.get("state"));
    }
    return states;
  }

  private static void available(String name, String status) {
    ObjectRef deployment = scenario.ref("apps/v1", "Deployment", name);
    scenario.await(deployment, Response::ok);
    scenario.mergeStatus(
        deployment,
        """
        {"status": {"conditions": [{"type": "Available", "status": "%s"}]}}
        """
            .formatted(status));
  }

  private static ObjectRef ref(String name) {
    return scenario.ref("rt.example.com/v1alpha1", "RtInclusion", name);
  }

  private static void apply(String name, boolean enabled, String flag) {
    scenario.apply(INSTANCE.formatted(name, enabled, flag));
  }
}
