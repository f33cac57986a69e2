package io.kro4j.compiler.instance;

import static io.kro4j.compiler.instance.TestGraph.evaluate;
import static io.kro4j.compiler.instance.TestGraph.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One pass over one instance: what to apply, what to wait for, what the status says. */
class InstanceEvaluationTest {
  private static final InstanceGraph CHAIN =
      TestGraph.of(
          """
            status:
              size: ${schema.spec.size}
              key: ${config.data.key}
              nested:
                port: ${service.spec.ports[0].port}
                deep: {ip: "${service.spec.clusterIP}"}
              broken: ${10 / (schema.spec.size - 3)}
              list: ["${config.metadata.name}", "${service.metadata.name}"]
          resources:
            - id: config
              readyWhen: ["${config.data.ready == 'yes'}"]
              template:
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: "${schema.spec.name}-config"}
                data: {size: "${string(schema.spec.size)}"}
            - id: service
              includeWhen: ["${schema.spec.enabled}"]
              template:
                apiVersion: v1
                kind: Service
                metadata: {name: "${config.metadata.name}-svc", labels: {fixed: label}}
                spec: {ports: [{port: "${schema.spec.size}"}]}
            - id: account
              template:
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: "${service.metadata.name}"}
          """);

  @Test
  void appliesWhatDependsOnNothing() {
    InstanceEvaluation pass = evaluate(CHAIN, "{name: web, size: 4, enabled: true}");

    Decision.Desired desired = (Decision.Desired) pass.decide("config");

    assertThat(desired.objects()).hasSize(1);
    DesiredObject object = desired.objects().get(0);
    assertThat(object.json())
        .isEqualTo(
            json(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: web-config, namespace: default}
                data: {size: "4"}
                """));
    assertThat(object.identity()).isEqualTo("ConfigMap default/web-config");
  }

  @Test
  void waitsForDependenciesUntilTheyAreReady() {
    InstanceEvaluation pass = evaluate(CHAIN, "{name: web, size: 4, enabled: true}");
    pass.decide("config");

    assertThat(pass.decide("service"))
        .isEqualTo(
            new Decision.Waiting(
                "waits for node `config`", Optional.empty(), Optional.of("config")));
    pass.observe("config", Observation.of(config("no")));
    assertThat(pass.decide("service")).isInstanceOf(Decision.Waiting.class);
    pass.observe("config", Observation.of(config("yes")));

    Decision.Desired desired = (Decision.Desired) pass.decide("service");
    assertThat(desired.objects().get(0).json())
        .isEqualTo(
            json(
                """
                apiVersion: v1
                kind: Service
                metadata: {name: web-config-svc, namespace: default, labels: {fixed: label}}
                spec: {ports: [{port: 4}]}
                """));
  }

  @Test
  void excludesWhatDependsOnTheExcluded() {
    InstanceEvaluation pass = evaluate(CHAIN, "{name: web, size: 4, enabled: false}");

    assertThat(pass.decide("service"))
        .isEqualTo(
            new Decision.Excluded(
                "`includeWhen` does not hold: `schema.spec.enabled`", Optional.empty()));
    assertThat(pass.decide("account"))
        .isEqualTo(
            new Decision.Excluded(
                "depends on node `service`, which is excluded", Optional.of("service")));
    assertThat(pass.states())
        .extracting(NodeStatus::state)
        .containsExactly(
            NodeStatus.State.IN_PROGRESS, NodeStatus.State.SKIPPED, NodeStatus.State.SKIPPED);
  }

  @Test
  void dropsOnlyTheStatusFieldsThatHaveNoValue() {
    InstanceEvaluation pass = evaluate(CHAIN, "{name: web, size: 3, enabled: true}");

    StatusFields before = pass.status();
    observeAll(pass);
    StatusFields after = pass.status();

    assertThat(before.fields()).isEqualTo(Map.of("size", 3L));
    assertThat(after.fields())
        .isEqualTo(
            json(
                """
                size: 3
                key: v
                nested: {port: 80}
                list: [web-config, web-config-svc]
                """));
    assertThat(after.dropped())
        .containsExactly(
            new StatusFields.Dropped(
                "nested.deep.ip",
                StatusFields.Cause.PENDING,
                "`service.spec.clusterIP` is not there, in `service.spec.clusterIP`"),
            new StatusFields.Dropped(
                "broken",
                StatusFields.Cause.FAILED,
                "/ by zero, in `10 / (schema.spec.size - 3)`"));
  }

  @Test
  void tellsHowFarTheNodesHaveCome() {
    InstanceEvaluation pass = evaluate(CHAIN, "{name: web, size: 3, enabled: true}");
    pass.decide("config");
    pass.observe("config", Observation.of(config("no")));
    pass.decide("service");

    assertThat(pass.resources().stream().map(ObjectStatus::json))
        .containsExactly(
            json(
                """
                id: config
                apiVersion: v1
                kind: ConfigMap
                namespace: default
                name: web-config
                state: WAITING_FOR_READINESS
                reason: NotReady
                message: "`readyWhen` does not hold: `config.data.ready == 'yes'`"
                """),
            json(
                """
                id: service
                apiVersion: v1
                kind: Service
                state: IN_PROGRESS
                reason: DependencyNotReady
                message: waits for node `config`
                """),
            json("{id: account, apiVersion: v1, kind: ServiceAccount, state: IN_PROGRESS}"));
  }

  @Test
  void knowsObjectsThatAreAbsentOrBeingDeletedOrRefused() {
    InstanceEvaluation pass = evaluate(CHAIN, "{name: web, size: 3, enabled: true}");
    pass.decide("config");

    assertThat(pass.observe("config", Observation.absent()))
        .isEqualTo(new Readiness.NotReady(Readiness.Why.ABSENT, "the object is not there yet"));
    Map<String, Object> deleted =
        json("{metadata: {name: web-config, deletionTimestamp: '2026-01-01T00:00:00Z'}}");
    assertThat(pass.observe("config", Observation.of(deleted)))
        .isEqualTo(new Readiness.NotReady(Readiness.Why.DELETING, "the object is being deleted"));
    assertThat(pass.state("config").state()).isEqualTo(NodeStatus.State.DELETING);
    assertThat(pass.observe("config", Observation.absent().withFailure(0, "forbidden")))
        .isEqualTo(new Readiness.Failed("forbidden"));
    assertThat(pass.state("config").explanation()).isEqualTo("node `config`: forbidden");
  }

  @Test
  void refusesMisuse() {
    InstanceEvaluation pass = evaluate(CHAIN, "{name: web, size: 3, enabled: true}");
    Observation none = Observation.of(List.of());

    assertThatThrownBy(() -> pass.decide("nothing")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> pass.observe("config", none))
        .isInstanceOf(IllegalStateException.class);
    pass.decide("config");
    assertThatThrownBy(() -> pass.observe("config", none))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void observeAll(InstanceEvaluation pass) {
    pass.decide("config");
    pass.observe("config", Observation.of(config("yes")));
    pass.decide("service");
    pass.observe(
        "service",
        Observation.of(
            json(
                "{metadata: {name: web-config-svc}, spec: {clusterIP: null, ports: [{port: 80}]}}")));
  }

  private static Map<String, Object> config(String ready) {
    return json("{metadata: {name: web-config}, data: {ready: '%s', key: v}}".formatted(ready));
  }
}
