package io.kro4j.runtime.controller.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import org.junit.jupiter.api.Test;

/** An API server that goes down and comes back, and types that are not served all the time. */
class OutageTest {
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-outage}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtOutage
          spec:
            value: string
        resources:
          - id: config
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}"}
              data: {value: "${schema.spec.value}"}
      ---
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-user}
      spec:
        schema: {apiVersion: v1alpha1, group: rt.example.com, kind: RtUser}
        resources:
          - id: used
            template:
              apiVersion: rt.example.com/v1alpha1
              kind: RtOutage
              metadata: {name: "${schema.metadata.name}"}
              spec: {value: used}
            readyWhen: ['${used.status.state == "ACTIVE"}']
      """;
  private static final String INSTANCE =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: %s
      metadata: {name: %s, namespace: outage}
      spec: %s
      """;

  @Test
  void theyGoOnByThemselves() {
    try (ControlPlane controlPlane = ControlPlane.start(ControlPlane.Options.defaults());
        Scenario scenario = Scenario.of(controlPlane, "outage", GROUP)) {
      goesOnAfterTheApiServerWasDown(controlPlane, scenario);
      goesOnOnceATypeIsServedAgain(scenario);
    }
  }

  private static void goesOnAfterTheApiServerWasDown(ControlPlane controlPlane, Scenario scenario) {
    ObjectRef instance =
        ObjectRef.of(
            scenario.activate(INSTANCE.formatted("RtOutage", "surviving", "{value: one}")).body());
    controlPlane.stopApiServer();
    controlPlane.startApiServer();

    scenario.merge(instance, "{\"spec\": {\"value\": \"two\"}}");
    scenario.await(
        scenario.configMap("surviving"), response -> "two".equals(response.at("data", "value")));
    scenario.merge(scenario.configMap("surviving"), "{\"data\": {\"value\": \"drift\"}}");
    scenario.await(
        scenario.configMap("surviving"), response -> "two".equals(response.at("data", "value")));
    scenario.delete(instance);
  }

  private static void goesOnOnceATypeIsServedAgain(Scenario scenario) {
    ObjectRef crd =
        ObjectRef.of(
            "apiextensions.k8s.io/v1", "CustomResourceDefinition", "rtoutages.rt.example.com");
    scenario.delete(crd);
    scenario.apply(INSTANCE.formatted("RtUser", "user", "{}"));
    ObjectRef user = scenario.ref("rt.example.com/v1alpha1", "RtUser", "user");
    Response refused = scenario.awaitState(user, "ERROR");
    assertThat(Scenario.condition(refused, "ResourcesReady").get("message"))
        .asString()
        .contains("`used`");

    scenario.serve(GROUP.substring(0, GROUP.indexOf("---")));

    scenario.awaitState(user, "ACTIVE");
    scenario.await(
        scenario.configMap("user"), response -> "used".equals(response.at("data", "value")));
  }
}
