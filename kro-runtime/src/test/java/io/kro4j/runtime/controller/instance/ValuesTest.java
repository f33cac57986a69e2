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

/** Values on their way from objects through expressions into objects. */
@ExtendWith(SharedControlPlane.class)
class ValuesTest {
  private static final String NAMESPACE = "values";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-values}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtValues
          spec:
            note: string
            hidden: boolean | default=true
          status:
            made: ${secret.metadata.creationTimestamp}
            note: ${schema.spec.?note}
        resources:
          - id: secret
            template:
              apiVersion: v1
              kind: Secret
              metadata: {name: "${schema.metadata.name}"}
              stringData: {password: sesame}
          - id: config
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}"}
              data:
                password: ${string(secret.data.password)}
                year: ${string(secret.metadata.creationTimestamp.getFullYear() > 2000)}
                visible: "${schema.spec.hidden ? omit() : 'seen'}"
                note: ${schema.spec.?note.orValue("none")}
      """;
  private static final String INSTANCE =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: RtValues
      metadata: {name: %s, namespace: values}
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
  void bytesTimesAndOptionalsComeThrough() {
    Response active = scenario.activate(INSTANCE.formatted("typed", "{}"));

    assertThat(scenario.data("typed"))
        .isEqualTo(Map.of("password", "sesame", "year", "true", "note", "none"));
    assertThat(active.at("status", "made"))
        .isEqualTo(
            scenario
                .api()
                .get(scenario.ref("v1", "Secret", "typed"))
                .at("metadata", "creationTimestamp"));
    assertThat(active.at("status", "note")).isNull();
  }

  @Test
  void whatIsOmittedComesAndGoes() {
    ObjectRef instance =
        ObjectRef.of(scenario.activate(INSTANCE.formatted("shown", "{hidden: false}")).body());
    assertThat(scenario.data("shown").get("visible")).isEqualTo("seen");

    scenario.merge(instance, "{\"spec\": {\"hidden\": true}}");

    scenario.await(scenario.configMap("shown"), response -> response.at("data", "visible") == null);
    scenario.awaitState(instance, "ACTIVE");
  }
}
