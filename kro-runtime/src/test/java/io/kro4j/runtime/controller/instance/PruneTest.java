package io.kro4j.runtime.controller.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is pruned, when, and what is left alone. */
@ExtendWith(SharedControlPlane.class)
class PruneTest {
  private static final String NAMESPACE = "pruning";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-pruning}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtPruning
          spec:
            optional: boolean | default=true
            ready: string | default="yes"
            divisor: integer | default=1
            late: boolean | default=false
        resources:
          - id: slow
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-slow"}
              data: {ready: "${schema.spec.ready}"}
            readyWhen: ['${slow.data.ready == "yes"}']
          - id: optional
            includeWhen: ["${schema.spec.optional}"]
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-optional"}
          - id: dependent
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-dependent"}
              data: {optional: "${optional.metadata.name}"}
          - id: failing
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-failing"}
              data: {share: "${string(10 / schema.spec.divisor)}"}
          - id: late
            includeWhen: ["${schema.spec.late}"]
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${slow.metadata.name}-late"}
      """;
  private static final String INSTANCE =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: RtPruning
      metadata: {name: %s, namespace: pruning}
      spec: {optional: %s, ready: "%s", divisor: %s, late: %s}
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
  void whatIsExcludedGoesWithAllThatDependsOnIt() {
    ObjectRef instance = activate("plain");

    apply("plain", false, "yes", 1, false);

    scenario.awaitGone(scenario.configMap("plain-optional"));
    scenario.awaitGone(scenario.configMap("plain-dependent"));
    Response active = scenario.awaitState(instance, "ACTIVE");
    assertThat(active.at("status", "resources", 1, "state")).isEqualTo("SKIPPED");
    assertThat(scenario.api().get(scenario.configMap("plain-failing")).ok()).isTrue();
  }

  @Test
  void aNodeThatIsNotReadyDoesNotHoldItUp() {
    ObjectRef instance = activate("slowly");

    apply("slowly", false, "no", 1, false);

    scenario.awaitGone(scenario.configMap("slowly-optional"));
    Response waiting = scenario.awaitState(instance, "IN_PROGRESS");
    assertThat(Scenario.condition(waiting, "ResourcesReady").get("message"))
        .asString()
        .contains("`slow`");
  }

  @Test
  void nothingGoesWhileANodeFails() {
    ObjectRef instance = activate("broken");

    apply("broken", false, "yes", 0, false);
    scenario.awaitState(instance, "ERROR");
    scenario.awaitIdle();

    assertThat(scenario.api().get(scenario.configMap("broken-optional")).ok()).isTrue();
    assertThat(scenario.api().get(scenario.configMap("broken-failing")).ok()).isTrue();

    apply("broken", false, "yes", 1, false);
    scenario.awaitGone(scenario.configMap("broken-optional"));
    scenario.awaitState(instance, "ACTIVE");
  }

  @Test
  void nothingGoesWhileANodeWaitsForAnother() {
    ObjectRef instance = activate("waiting");

    apply("waiting", false, "no", 1, true);
    scenario.awaitState(instance, "IN_PROGRESS");
    scenario.awaitIdle();

    assertThat(scenario.api().get(scenario.configMap("waiting-optional")).ok()).isTrue();

    apply("waiting", false, "yes", 1, true);
    scenario.awaitGone(scenario.configMap("waiting-optional"));
    scenario.awaitState(instance, "ACTIVE");
  }

  @Test
  void otherInstancesKeepTheirs() {
    activate("mine");
    activate("theirs");

    apply("mine", false, "yes", 1, false);

    scenario.awaitGone(scenario.configMap("mine-optional"));
    scenario.awaitIdle();
    assertThat(scenario.api().get(scenario.configMap("theirs-optional")).ok()).isTrue();
  }

  @Test
  void aNodeThatLeavesTheGraphTakesItsObjectsAlong(ControlPlane controlPlane) {
    String group = GROUP.replace("rt-pruning", "rt-leaving").replace("RtPruning", "RtLeaving");
    try (Scenario own = Scenario.of(controlPlane, NAMESPACE, group)) {
      String yaml = INSTANCE.replace("RtPruning", "RtLeaving");
      own.activate(yaml.formatted("left", true, "yes", 1, true));

      own.serve(group.substring(0, group.indexOf("    - id: late")));

      own.awaitGone(own.configMap("left-slow-late"));
      assertThat(own.api().get(own.configMap("left-slow")).ok()).isTrue();
    }
  }

  @Test
  void aTypeThatLeavesTheGraphTakesItsObjectsAlong(ControlPlane controlPlane) {
    String group =
        """
        apiVersion: kro.run/v1alpha1
        kind: ResourceGroup
        metadata: {name: rt-retyped}
        spec:
          schema: {apiVersion: v1alpha1, group: rt.example.com, kind: RtRetyped}
          resources:
            - id: only
              template:
                apiVersion: v1
                kind: %s
                metadata: {name: "${schema.metadata.name}"}
        """;
    try (Scenario own = Scenario.of(controlPlane, NAMESPACE, group.formatted("ServiceAccount"))) {
      Response before =
          own.activate(
              """
              apiVersion: rt.example.com/v1alpha1
              kind: RtRetyped
              metadata: {name: retyped, namespace: pruning}
              """);

      own.serve(group.formatted("ConfigMap"));

      own.awaitGone(own.ref("v1", "ServiceAccount", "retyped"));
      Response after =
          own.await(
              ObjectRef.of(before.body()),
              response ->
                  "ConfigMap"
                      .equals(
                          response.at(
                              "metadata",
                              "annotations",
                              "applyset.kubernetes.io/contains-group-kinds")));
      assertThat(after.at("status", "state")).isEqualTo("ACTIVE");
      assertThat(own.api().get(own.configMap("retyped")).ok()).isTrue();
    }
  }

  private static ObjectRef activate(String name) {
    ObjectRef instance = apply(name, true, "yes", 1, false);
    scenario.awaitState(instance, "ACTIVE");
    return instance;
  }

  private static ObjectRef apply(
      String name, boolean optional, String ready, int divisor, boolean late) {
    return ObjectRef.of(
        scenario.apply(INSTANCE.formatted(name, optional, ready, divisor, late)).body());
  }
}
