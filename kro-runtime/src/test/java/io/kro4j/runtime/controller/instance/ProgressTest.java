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

/** How far an instance is: states, conditions, and what is done while something waits. */
@ExtendWith(SharedControlPlane.class)
class ProgressTest {
  private static final String NAMESPACE = "progress";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-progress}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtProgress
          spec:
            note: string
            divisor: integer | default=1
        resources:
          - id: deployment
            template:
              apiVersion: apps/v1
              kind: Deployment
              metadata: {name: "${schema.metadata.name}"}
              spec:
                selector: {matchLabels: {app: progress}}
                template:
                  metadata: {labels: {app: progress}}
                  spec: {containers: [{name: main, image: none}]}
            readyWhen: ["${deployment.status.availableReplicas == deployment.spec.replicas}"]
          - id: service
            template:
              apiVersion: v1
              kind: Service
              metadata: {name: "${deployment.metadata.name}"}
              spec: {ports: [{port: 80}]}
          - id: alone
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-alone"}
              data: {share: "${string(10 / schema.spec.divisor)}"}
          - id: noted
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-noted"}
              data: {note: "${schema.spec.note}"}
      """;
  private static final String INSTANCE =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: RtProgress
      metadata: {name: %s, namespace: progress}
      spec: %s
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
  void independentNodesAreMadeWhileOthersWait() {
    ObjectRef instance = apply("partly", "{note: hello}");

    Response waiting = scenario.awaitState(instance, "IN_PROGRESS");

    assertThat(scenario.data("partly-alone")).isEqualTo(Map.of("share", "10"));
    assertThat(scenario.api().get(service("partly")).status()).isEqualTo(404);
    assertThat(status(waiting, "InstanceManaged")).isEqualTo("True");
    assertThat(status(waiting, "GraphResolved")).isEqualTo("True");
    assertThat(status(waiting, "ResourcesReady")).isEqualTo("False");
    assertThat(status(waiting, "Ready")).isEqualTo("False");
    assertThat(status(waiting, "Reconciling")).isEqualTo("True");
    assertThat(Scenario.condition(waiting, "Stalled")).isEmpty();
    assertThat(Scenario.condition(waiting, "ResourcesReady"))
        .containsEntry("reason", "NotReady")
        .extractingByKey("message")
        .asString()
        .contains("`deployment`", "deployment.status.availableReplicas");
    assertThat(states(waiting))
        .isEqualTo(List.of("WAITING_FOR_READINESS", "IN_PROGRESS", "SYNCED", "SYNCED"));
  }

  @Test
  void whatWaitedGoesOnAsSoonAsItsDependencyIsReady() {
    ObjectRef instance = apply("going", "{note: hello}");
    scenario.awaitState(instance, "IN_PROGRESS");

    available("going");

    Response active = scenario.awaitState(instance, "ACTIVE");
    assertThat(scenario.api().get(service("going")).ok()).isTrue();
    assertThat(status(active, "Ready")).isEqualTo("True");
    assertThat(Scenario.condition(active, "Reconciling")).isEmpty();
    assertThat(active.at("status", "observedGeneration"))
        .isEqualTo(active.at("metadata", "generation"));
    assertThat(Scenario.condition(active, "Ready").get("observedGeneration"))
        .isEqualTo(active.at("metadata", "generation"));
  }

  @Test
  void aFieldThatIsNotSetIsNamed() {
    ObjectRef instance = apply("silent", "{}");
    available("silent");

    scenario.awaitCondition(instance, "ResourcesReady", "False", "`noted`", "`schema.spec.note`");
    scenario.await(service("silent"), Response::ok);
    Response waiting = scenario.awaitState(instance, "IN_PROGRESS");
    assertThat(states(waiting)).contains("IN_PROGRESS");

    scenario.merge(instance, "{\"spec\": {\"note\": \"now\"}}");

    scenario.awaitState(instance, "ACTIVE");
    assertThat(scenario.data("silent-noted")).isEqualTo(Map.of("note", "now"));
  }

  @Test
  void anExpressionThatFailsIsAnErrorOfItsNodeOnly() {
    ObjectRef instance = apply("dividing", "{note: hello, divisor: 0}");
    available("dividing");

    Response failed = scenario.awaitState(instance, "ERROR");

    assertThat(status(failed, "Ready")).isEqualTo("False");
    assertThat(status(failed, "Stalled")).isEqualTo("True");
    assertThat(Scenario.condition(failed, "Reconciling")).isEmpty();
    assertThat(Scenario.condition(failed, "ResourcesReady").get("message"))
        .asString()
        .contains("`alone`", "zero");
    assertThat(scenario.data("dividing-noted")).isEqualTo(Map.of("note", "hello"));
    scenario.await(service("dividing"), Response::ok);

    scenario.merge(instance, "{\"spec\": {\"divisor\": 5}}");

    Response mended = scenario.awaitState(instance, "ACTIVE");
    assertThat(Scenario.condition(mended, "Stalled")).isEmpty();
    assertThat(scenario.data("dividing-alone")).isEqualTo(Map.of("share", "2"));
  }

  @Test
  void anObjectThatIsBeingDeletedHoldsUpWhatDependsOnIt() {
    ObjectRef instance = apply("leaving", "{note: hello}");
    scenario.awaitState(instance, "IN_PROGRESS");
    ObjectRef deployment = scenario.ref("apps/v1", "Deployment", "leaving");
    scenario.merge(deployment, "{\"metadata\": {\"finalizers\": [\"example.com/hold\"]}}");
    scenario.api().delete(deployment);
    available("leaving");

    Response deleting =
        scenario.await(
            instance,
            response ->
                "ResourceDeleting"
                    .equals(Scenario.condition(response, "ResourcesReady").get("reason")));
    assertThat(deleting.at("status", "state")).isEqualTo("IN_PROGRESS");
    assertThat(states(deleting)).contains("DELETING");
    scenario.awaitIdle();
    assertThat(scenario.api().get(service("leaving")).status()).isEqualTo(404);

    scenario.merge(deployment, "{\"metadata\": {\"finalizers\": null}}");
    scenario.await(
        deployment,
        response -> response.ok() && response.at("metadata", "deletionTimestamp") == null);
    available("leaving");
    scenario.awaitState(instance, "ACTIVE");
  }

  @Test
  void stateAndReadyNeverDisagree() {
    ObjectRef instance = apply("agreeing", "{note: hello}");
    scenario.await(
        instance,
        response -> {
          assertAgreement(response);
          return "IN_PROGRESS".equals(response.at("status", "state"));
        });
    available("agreeing");
    scenario.await(
        instance,
        response -> {
          assertAgreement(response);
          return "ACTIVE".equals(response.at("status", "state"));
        });
    scenario.merge(instance, "{\"spec\": {\"divisor\": 0}}");
    scenario.await(
        instance,
        response -> {
          assertAgreement(response);
          return "ERROR".equals(response.at("status", "state"));
        });
    scenario.api().delete(instance);
    scenario.await(
        instance,
        response -> {
          assertAgreement(response);
          return response.status() == 404;
        });
  }

  private static void assertAgreement(Response instance) {
    boolean active = "ACTIVE".equals(instance.at("status", "state"));
    assertThat(instance.hasCondition("Ready")).as("%s", instance).isEqualTo(active);
  }

  /** What the controller of Deployments and its Pods would do. */
  private static void available(String name) {
    ObjectRef deployment = scenario.ref("apps/v1", "Deployment", name);
    scenario.await(deployment, Response::ok);
    scenario.mergeStatus(
        deployment,
        "{\"status\": {\"replicas\": 1, \"readyReplicas\": 1, \"availableReplicas\": 1}}");
  }

  private static ObjectRef service(String name) {
    return scenario.ref("v1", "Service", name);
  }

  private static Object status(Response instance, String type) {
    return Scenario.condition(instance, type).get("status");
  }

  private static List<Object> states(Response instance) {
    return ((List<?>) instance.at("status", "resources"))
        .stream().map(each -> ((Map<?, ?>) each).get("state")).map(Object.class::cast).toList();
  }

  private static ObjectRef apply(String name, String spec) {
    return ObjectRef.of(scenario.apply(INSTANCE.formatted(name, spec)).body());
  }
}
