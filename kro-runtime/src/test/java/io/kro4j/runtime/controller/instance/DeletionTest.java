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

/** The end of instances: in order, without graph and CEL, and not past a damaged inventory. */
@ExtendWith(SharedControlPlane.class)
class DeletionTest {
  private static final String NAMESPACE = "deletion";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-deletion}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtDeletion
          spec:
            divisor: integer | default=1
        resources:
          - id: first
            template:
              apiVersion: v1
              kind: ServiceAccount
              metadata: {name: "${schema.metadata.name}"}
          - id: second
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${first.metadata.name}-second"}
          - id: third
            template:
              apiVersion: v1
              kind: Service
              metadata: {name: "${schema.metadata.name}"}
              spec: {ports: [{port: 80, name: "${second.metadata.name}"}]}
          - id: shared
            externalRef:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: kept}
          - id: sharing
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-sharing"}
              data: {share: "${string(int(shared.data.size) / schema.spec.divisor)}"}
      """;
  private static final String INSTANCE =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: RtDeletion
      metadata: {name: %s, namespace: deletion}
      """;
  private static final String HOLD = "{\"metadata\": {\"finalizers\": [\"example.com/hold\"]}}";
  private static final String LET_GO = "{\"metadata\": {\"finalizers\": null}}";

  private static Scenario scenario;

  @BeforeAll
  static void serve(ControlPlane controlPlane) {
    scenario = Scenario.of(controlPlane, NAMESPACE, GROUP);
    keepShared(scenario);
  }

  @AfterAll
  static void end() {
    scenario.close();
  }

  @Test
  void dependentsGoFirstAndTheNextWaitUntilTheyAreGone() {
    ObjectRef instance = activate("ordered");
    scenario.merge(service("ordered"), HOLD);

    scenario.api().delete(instance);

    Response deleting = scenario.awaitState(instance, "DELETING");
    scenario.await(
        service("ordered"), response -> response.at("metadata", "deletionTimestamp") != null);
    scenario.awaitIdle();
    assertThat(Scenario.condition(deleting, "ResourcesReady"))
        .containsEntry("status", "Unknown")
        .containsEntry("reason", "UnderDeletion");
    assertThat(deleting.hasCondition("Ready")).isFalse();
    scenario.awaitCondition(
        instance,
        "ResourcesReady",
        "Unknown",
        "Service deletion/ordered waits for its finalizers `example.com/hold`");
    assertThat(scenario.api().get(second("ordered")).at("metadata", "deletionTimestamp")).isNull();
    assertThat(scenario.api().get(account("ordered")).ok()).isTrue();

    scenario.merge(second("ordered"), HOLD);
    scenario.merge(service("ordered"), LET_GO);
    scenario.await(
        second("ordered"), response -> response.at("metadata", "deletionTimestamp") != null);
    scenario.awaitIdle();
    assertThat(scenario.api().get(account("ordered")).ok()).isTrue();

    scenario.merge(second("ordered"), LET_GO);
    scenario.awaitGone(instance);
    assertThat(scenario.api().get(account("ordered")).status()).isEqualTo(404);
  }

  @Test
  void whatIsReferredToStays() {
    ObjectRef instance = activate("referring");

    scenario.delete(instance);

    assertThat(scenario.data("kept")).isEqualTo(Map.of("size", "10"));
  }

  @Test
  void anInstanceWhoseExpressionsFailCanBeDeleted() {
    ObjectRef instance = activate("unwell");
    scenario.merge(instance, "{\"spec\": {\"divisor\": 0}}");
    scenario.awaitState(instance, "ERROR");

    scenario.delete(instance);

    assertThat(scenario.api().get(service("unwell")).status()).isEqualTo(404);
    assertThat(scenario.api().get(scenario.configMap("unwell-sharing")).status()).isEqualTo(404);
  }

  @Test
  void aDamagedInventoryIsSaidAndDeletionGoesOnOnceItIsMended() {
    ObjectRef instance = activate("damaged");
    Object kinds =
        scenario
            .api()
            .get(instance)
            .at("metadata", "annotations", "applyset.kubernetes.io/contains-group-kinds");
    scenario.merge(instance, groupKinds("ConfigMap"));
    Response damaged = scenario.awaitState(instance, "ERROR");
    assertThat(Scenario.condition(damaged, "InstanceManaged"))
        .containsEntry("status", "False")
        .containsEntry("reason", "ManagementFailed");

    scenario.api().delete(instance);

    scenario.awaitCondition(
        instance, "ResourcesReady", "Unknown", "deletion blocked", "applyset-inventory-hash");
    assertThat(scenario.api().get(service("damaged")).at("metadata", "deletionTimestamp")).isNull();

    scenario.merge(instance, groupKinds(String.valueOf(kinds)));
    scenario.awaitGone(instance);
    assertThat(scenario.api().get(account("damaged")).status()).isEqualTo(404);
  }

  @Test
  void noGraphIsNeeded(ControlPlane controlPlane) {
    String group = GROUP.replace("rt-deletion", "rt-withdrawn").replace("RtDel", "RtWithdrawn");
    try (Scenario own = Scenario.of(controlPlane, NAMESPACE, group)) {
      ObjectRef instance =
          ObjectRef.of(
              own.activate(INSTANCE.replace("RtDel", "RtWithdrawn").formatted("orphan")).body());
      own.merge(service("orphan"), HOLD);

      own.withdraw("rt-withdrawn");

      Response orphan = own.awaitState(instance, "ERROR");
      assertThat(Scenario.condition(orphan, "GraphResolved"))
          .containsEntry("status", "False")
          .containsEntry("reason", "ResolutionFailed");
      own.api().delete(instance);
      own.await(
          service("orphan"), response -> response.at("metadata", "deletionTimestamp") != null);
      own.merge(service("orphan"), LET_GO);
      own.awaitGone(instance);
      assertThat(own.api().get(account("orphan")).status()).isEqualTo(404);
    }
  }

  @Test
  void aFinalizerThatIsTakenAwayByOthersIsNoHarm() {
    ObjectRef instance = activate("forced");
    scenario.merge(service("forced"), HOLD);
    scenario.api().delete(instance);
    scenario.awaitState(instance, "DELETING");

    scenario.merge(instance, LET_GO);

    scenario.awaitGone(instance);
    scenario.merge(service("forced"), LET_GO);
    activate("forced");
  }

  @Test
  void anObjectThatOthersDeletedIsNoHarm() {
    ObjectRef instance = activate("gapped");
    scenario.stop();
    scenario.api().delete(service("gapped"));
    scenario.api().delete(instance);
    scenario.start();

    scenario.awaitGone(instance);

    assertThat(scenario.api().get(account("gapped")).status()).isEqualTo(404);
  }

  private static String groupKinds(String kinds) {
    return """
        {"metadata": {"annotations": {"applyset.kubernetes.io/contains-group-kinds": "%s"}}}
        """
        .formatted(kinds);
  }

  private static void keepShared(Scenario scenario) {
    scenario.apply(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: kept, namespace: deletion}
        data: {size: "10"}
        """);
  }

  private static ObjectRef activate(String name) {
    return ObjectRef.of(scenario.activate(INSTANCE.formatted(name)).body());
  }

  private static ObjectRef account(String name) {
    return scenario.ref("v1", "ServiceAccount", name);
  }

  private static ObjectRef second(String name) {
    return scenario.configMap(name + "-second");
  }

  private static ObjectRef service(String name) {
    return scenario.ref("v1", "Service", name);
  }
}
