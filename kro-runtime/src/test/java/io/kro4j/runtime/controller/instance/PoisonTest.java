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

/** Instances that cannot be helped, next to others. */
@ExtendWith(SharedControlPlane.class)
class PoisonTest {
  private static final String NAMESPACE = "poison";
  private static final String GROUPS =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-poison}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtPoison
          spec:
            number: integer | default=1
            text: string | default="x"
            words: '[]string | default=[]'
        resources:
          - id: config
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}"}
              data:
                share: "${string(10 / schema.spec.number)}"
                text: "${schema.spec.text}"
          - id: busy
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-busy"}
              data:
                count: "${string(size(schema.spec.words.filter(a, schema.spec.words.exists(b, schema.spec.words.exists(c, schema.spec.words.exists(d, a + b + c + d == 'z'))))))}"
          - id: service
            template:
              apiVersion: v1
              kind: Service
              metadata: {name: "${schema.metadata.name}"}
              spec: {ports: [{port: "${schema.spec.number}"}]}
      ---
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-bystander}
      spec:
        schema: {apiVersion: v1alpha1, group: rt.example.com, kind: RtBystander}
        resources:
          - id: config
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}"}
      """;
  private static final String INSTANCE =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: %s
      metadata: {name: %s, namespace: poison}
      spec: %s
      """;

  private static Scenario scenario;

  @BeforeAll
  static void serve(ControlPlane controlPlane) {
    scenario = Scenario.of(controlPlane, NAMESPACE, GROUPS);
  }

  @AfterAll
  static void end() {
    scenario.close();
  }

  @Test
  void expressionsThatFailAreNobodyElsesBusiness() {
    ObjectRef poison = apply("RtPoison", "zero", "{number: 0}");

    Response failed = scenario.awaitState(poison, "ERROR");

    assertThat(message(failed)).contains("`config`", "zero", "`service`");
    assertOthersAreWell("zero");
    scenario.merge(poison, "{\"spec\": {\"number\": 80}}");
    scenario.awaitState(poison, "ACTIVE");
  }

  @Test
  void objectsThatTheApiServerRefusesAreNobodyElsesBusiness() {
    ObjectRef poison = apply("RtPoison", "refused", "{number: 99999}");

    Response failed = scenario.awaitState(poison, "ERROR");

    assertThat(message(failed)).contains("`service`", "port");
    assertThat(scenario.data("refused")).isEqualTo(Map.of("share", "0", "text", "x"));
    assertOthersAreWell("refused");
    scenario.merge(poison, "{\"spec\": {\"number\": 80}}");
    scenario.awaitState(poison, "ACTIVE");
  }

  @Test
  void anExpressionThatRunsAwayIsCutOff() {
    String words = "[" + "w, ".repeat(400) + "w]";
    ObjectRef poison = apply("RtPoison", "endless", "{words: " + words + "}");

    assertOthersAreWell("endless");

    Response failed = scenario.awaitState(poison, "ERROR");
    assertThat(message(failed)).contains("`busy`");
    assertThat(scenario.data("endless")).isEqualTo(Map.of("share", "10", "text", "x"));
    scenario.awaitIdle();
    assertThat(scenario.api().get(poison).at("status", "state")).isEqualTo("ERROR");
    scenario.delete(poison);
  }

  @Test
  void textThatLooksLikeAnExpressionIsText() {
    String text = "'${config.metadata.name} ${ 1 + }} {{ \\${schema.spec.text}'";
    apply("RtPoison", "hostile", "{number: 80, text: " + text + "}");

    scenario.awaitState(ref("RtPoison", "hostile"), "ACTIVE");

    assertThat(scenario.data("hostile"))
        .isEqualTo(Map.of("share", "0", "text", text.substring(1, text.length() - 1)));
  }

  @Test
  void anInstanceThatNobodyCanApplyForASpecOfItsOwnIsLeftAlone() {
    ObjectRef poison =
        apply("RtPoison", "deep", "{number: 80, text: '" + "x".repeat(300_000) + "'}");

    scenario.awaitState(poison, "ACTIVE");
    scenario.merge(poison, "{\"spec\": {\"text\": \"" + "x".repeat(1_060_000) + "\"}}");

    Response failed = scenario.awaitState(poison, "ERROR");
    assertThat(message(failed)).contains("`config`");
    assertOthersAreWell("deep");
    scenario.merge(poison, "{\"spec\": {\"text\": \"small\"}}");
    scenario.awaitState(poison, "ACTIVE");
  }

  private static void assertOthersAreWell(String poison) {
    scenario.activate(INSTANCE.formatted("RtPoison", "well-" + poison, "{number: 80}"));
    scenario.activate(INSTANCE.formatted("RtBystander", "bystander-" + poison, "{}"));
    assertThat(scenario.api().get(ref("RtPoison", poison)).at("status", "state"))
        .isNotEqualTo("ACTIVE");
  }

  private static String message(Response instance) {
    return String.valueOf(Scenario.condition(instance, "ResourcesReady").get("message"));
  }

  private static ObjectRef apply(String kind, String name, String spec) {
    return ObjectRef.of(scenario.apply(INSTANCE.formatted(kind, name, spec)).body());
  }

  private static ObjectRef ref(String kind, String name) {
    return scenario.ref("rt.example.com/v1alpha1", kind, name);
  }
}
