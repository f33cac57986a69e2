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

/** The fields that the author of a group wants in the status of its instances. */
@ExtendWith(SharedControlPlane.class)
class StatusProjectionTest {
  private static final String NAMESPACE = "status-projection";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-projection}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtProjection
          spec:
            size: integer | default=1
            exposed: boolean | default=true
            note: string
          status:
            size: ${schema.spec.size}
            note: ${schema.spec.note}
            share: ${10 / schema.spec.size}
            text: "${config.metadata.name} of ${schema.metadata.namespace}"
            available: ${deployment.status.availableReplicas}
            exposed: ${service.metadata.name}
            nested:
              list:
                - ${config.data.size}
                - ${config.metadata.name}
            data: ${config.data}
        resources:
          - id: config
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}"}
              data: {size: "${string(schema.spec.size)}"}
          - id: service
            includeWhen: ["${schema.spec.exposed}"]
            template:
              apiVersion: v1
              kind: Service
              metadata: {name: "${schema.metadata.name}"}
              spec: {ports: [{port: 80}]}
          - id: deployment
            template:
              apiVersion: apps/v1
              kind: Deployment
              metadata: {name: "${schema.metadata.name}"}
              spec:
                selector: {matchLabels: {app: projection}}
                template:
                  metadata: {labels: {app: projection}}
                  spec: {containers: [{name: main, image: none}]}
      """;
  private static final String INSTANCE =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: RtProjection
      metadata: {name: %s, namespace: status-projection}
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
  void whatIsKnownIsThere() {
    Response active = scenario.activate(INSTANCE.formatted("known", "{size: 2, note: hi}"));

    assertThat(active.at("status", "size")).isEqualTo(2L);
    assertThat(active.at("status", "note")).isEqualTo("hi");
    assertThat(active.at("status", "share")).isEqualTo(5L);
    assertThat(active.at("status", "text")).isEqualTo("known of status-projection");
    assertThat(active.at("status", "exposed")).isEqualTo("known");
    assertThat(active.at("status", "nested")).isEqualTo(Map.of("list", List.of("2", "known")));
    assertThat(active.at("status", "data")).isEqualTo(Map.of("size", "2"));
  }

  @Test
  void whatIsNotThereYetComesLaterAndGoesAgain() {
    ObjectRef instance =
        ObjectRef.of(scenario.activate(INSTANCE.formatted("later", "{size: 1}")).body());
    assertThat(scenario.api().get(instance).at("status", "available")).isNull();
    assertThat(scenario.api().get(instance).at("status", "note")).isNull();
    ObjectRef deployment = scenario.ref("apps/v1", "Deployment", "later");

    scenario.mergeStatus(
        deployment,
        "{\"status\": {\"replicas\": 1, \"readyReplicas\": 1, \"availableReplicas\": 1}}");
    scenario.await(
        instance, response -> Long.valueOf(1).equals(response.at("status", "available")));

    scenario.mergeStatus(
        deployment,
        "{\"status\": {\"replicas\": null, \"readyReplicas\": null, \"availableReplicas\": null}}");
    Response without =
        scenario.await(instance, response -> response.at("status", "available") == null);
    assertThat(without.at("status", "state")).isEqualTo("ACTIVE");
    assertThat(without.at("status", "size")).isEqualTo(1L);
  }

  @Test
  void whatIsExcludedIsNotThere() {
    Response active =
        scenario.activate(INSTANCE.formatted("hidden", "{exposed: true, size: 1, note: x}"));
    assertThat(active.at("status", "exposed")).isEqualTo("hidden");

    scenario.activate(INSTANCE.formatted("hidden", "{exposed: false, size: 1, note: x}"));

    scenario.await(
        ObjectRef.of(active.body()), response -> response.at("status", "exposed") == null);
  }

  @Test
  void anExpressionThatFailsTakesAwayNothingButItsField() {
    Response active = scenario.activate(INSTANCE.formatted("failing", "{size: 0, note: hi}"));

    assertThat(active.at("status", "share")).isNull();
    assertThat(active.at("status", "note")).isEqualTo("hi");
    assertThat(Scenario.condition(active, "StatusIncomplete"))
        .containsEntry("status", "True")
        .extractingByKey("message")
        .asString()
        .contains("`status.share`", "zero");

    Response mended = scenario.activate(INSTANCE.formatted("failing", "{size: 5, note: hi}"));

    assertThat(mended.at("status", "share")).isEqualTo(2L);
    assertThat(Scenario.condition(mended, "StatusIncomplete")).isEmpty();
  }

  @Test
  void whatOthersWriteIntoIsPutRight() {
    Response active = scenario.activate(INSTANCE.formatted("meddled", "{size: 3, note: hi}"));
    ObjectRef instance = ObjectRef.of(active.body());

    scenario.mergeStatus(instance, "{\"status\": {\"size\": 77, \"state\": \"ERROR\"}}");

    scenario.await(
        instance,
        response ->
            Long.valueOf(3).equals(response.at("status", "size"))
                && "ACTIVE".equals(response.at("status", "state")));
  }
}
