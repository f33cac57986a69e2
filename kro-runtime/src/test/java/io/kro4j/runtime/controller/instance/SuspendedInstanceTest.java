package io.kro4j.runtime.controller.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Instances that ask to be left alone, and then not any more. */
@ExtendWith(SharedControlPlane.class)
class SuspendedInstanceTest {
  private static final String NAMESPACE = "suspension";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-suspension}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtSuspension
          spec:
            value: string
            optional: boolean | default=true
        resources:
          - id: config
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}"}
              data: {value: "${schema.spec.value}"}
          - id: optional
            includeWhen: ["${schema.spec.optional}"]
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-optional"}
      """;
  private static final String INSTANCE =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: RtSuspension
      metadata: {name: %s, namespace: suspension}
      spec: {value: one}
      """;
  private static final String SUSPEND =
      "{\"metadata\": {\"annotations\": {\"kro.run/reconcile\": \"%s\"}}}";

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
  void theirObjectsAreLeftAloneUntilTheyAreResumed() {
    ObjectRef instance = suspended("paused", "suspended");

    scenario.merge(instance, "{\"spec\": {\"value\": \"two\", \"optional\": false}}");
    scenario.merge(scenario.configMap("paused"), "{\"data\": {\"value\": \"drift\"}}");
    Response still = scenario.awaitState(instance, "IN_PROGRESS");
    scenario.awaitIdle();

    assertThat(still.hasCondition("Ready")).isFalse();
    assertThat(still.hasCondition("GraphResolved")).isTrue();
    assertThat(scenario.data("paused")).isEqualTo(Map.of("value", "drift"));
    assertThat(scenario.api().get(scenario.configMap("paused-optional")).ok()).isTrue();

    scenario.merge(instance, "{\"metadata\": {\"annotations\": {\"kro.run/reconcile\": null}}}");

    scenario.awaitGone(scenario.configMap("paused-optional"));
    scenario.awaitState(instance, "ACTIVE");
    assertThat(scenario.data("paused")).isEqualTo(Map.of("value", "two"));
  }

  @Test
  void theWordMayBeDisabledInAnyCase() {
    ObjectRef instance = suspended("worded", "Disabled");

    scenario.merge(instance, SUSPEND.formatted("enabled"));

    scenario.awaitState(instance, "ACTIVE");
  }

  @Test
  void aNewOneGetsNothingYet() {
    scenario.apply(
        INSTANCE
            .formatted("sleeping")
            .replace("{name:", "{annotations: {kro.run/reconcile: suspended}, name:"));
    ObjectRef instance = scenario.ref("rt.example.com/v1alpha1", "RtSuspension", "sleeping");

    Response asleep =
        scenario.awaitCondition(instance, "ResourcesReady", "False", "reconciliation suspended");

    assertThat(asleep.at("metadata", "finalizers")).isEqualTo(List.of("kro.run/finalizer"));
    assertThat(scenario.api().get(scenario.configMap("sleeping")).status()).isEqualTo(404);
  }

  @Test
  void theyCanBeDeleted() {
    ObjectRef instance = suspended("ending", "suspended");

    scenario.delete(instance);

    assertThat(scenario.api().get(scenario.configMap("ending")).status()).isEqualTo(404);
  }

  private static ObjectRef suspended(String name, String word) {
    ObjectRef instance = ObjectRef.of(scenario.activate(INSTANCE.formatted(name)).body());
    scenario.merge(instance, SUSPEND.formatted(word));
    Response suspended =
        scenario.awaitCondition(instance, "ResourcesReady", "False", "reconciliation suspended");
    assertThat(Scenario.condition(suspended, "ResourcesReady"))
        .containsEntry("reason", "ReconciliationSuspended");
    return instance;
  }
}
