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

/** When single objects are ready, also those that nothing depends on. */
@ExtendWith(SharedControlPlane.class)
class ReadinessTest {
  private static final String NAMESPACE = "readiness";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-readiness}
      spec:
        schema: {apiVersion: v1alpha1, group: rt.example.com, kind: RtReadiness}
        resources:
          - id: first
            template:
              apiVersion: v1
              kind: Service
              metadata: {name: "${schema.metadata.name}"}
              spec: {ports: [{port: 80}]}
            readyWhen:
              - ${first.spec.type == "ClusterIP"}
              - ${first.metadata.?labels["stage"] == optional.of("done")}
          - id: last
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${first.metadata.name}-last"}
            readyWhen: ['${last.?data["ready"] == optional.of("yes")}']
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
  void allConditionsHoldForEachNodeTheLastOneTooBeforeTheInstanceIsActive() {
    scenario.apply(
        """
        apiVersion: rt.example.com/v1alpha1
        kind: RtReadiness
        metadata: {name: slow, namespace: readiness}
        """);
    ObjectRef instance = scenario.ref("rt.example.com/v1alpha1", "RtReadiness", "slow");
    scenario.awaitCondition(instance, "ResourcesReady", "False", "`first`: `readyWhen`");
    scenario.awaitIdle();
    assertThat(scenario.api().get(scenario.configMap("slow-last")).status()).isEqualTo(404);

    scenario.merge(
        scenario.ref("v1", "Service", "slow"),
        "{\"metadata\": {\"labels\": {\"stage\": \"done\"}}}");

    Response waiting =
        scenario.awaitCondition(instance, "ResourcesReady", "False", "`last`: `readyWhen`");
    assertThat(waiting.at("status", "state")).isEqualTo("IN_PROGRESS");
    assertThat(scenario.api().get(scenario.configMap("slow-last")).ok()).isTrue();

    scenario.merge(scenario.configMap("slow-last"), "{\"data\": {\"ready\": \"yes\"}}");

    scenario.awaitState(instance, "ACTIVE");
    assertThat(scenario.data("slow-last")).isEqualTo(Map.of("ready", "yes"));
  }
}
