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

/** Objects that are somebody else's already, or that two want. */
@ExtendWith(SharedControlPlane.class)
class OwnershipTest {
  private static final String NAMESPACE = "ownership";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-ownership}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtOwnership
          spec:
            target: string
            value: string
            items: '[]string | default=[]'
            twin: string | default=""
        resources:
          - id: config
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.spec.target}"}
              data: {value: "${schema.spec.value}"}
          - id: others
            forEach:
              - word: ${schema.spec.items}
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${word}"}
              data: {value: "${schema.spec.value}"}
          - id: twin
            includeWhen: ['${schema.spec.twin != ""}']
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.spec.twin}"}
              data: {value: twin}
      """;
  private static final String INSTANCE =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: RtOwnership
      metadata: {name: %s, namespace: ownership}
      spec: {target: %s, value: %s, items: %s, twin: "%s"}
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
  void theSecondInstanceLeavesTheObjectOfTheFirstAlone() {
    ObjectRef first = activate("first", "wanted", "one", "[]");
    ObjectRef second = apply("second", "wanted", "two", "[]", "");

    Response refused = scenario.awaitState(second, "ERROR");

    assertThat(Scenario.condition(refused, "ResourcesReady").get("message"))
        .asString()
        .contains("belongs to the instance RtOwnership `ownership/first`");
    assertThat(scenario.data("wanted")).isEqualTo(Map.of("value", "one"));
    assertThat(scenario.api().get(first).at("status", "state")).isEqualTo("ACTIVE");

    scenario.delete(first);
    scenario.awaitState(second, "ACTIVE");
    assertThat(scenario.data("wanted")).isEqualTo(Map.of("value", "two"));
  }

  @Test
  void theDeletionOfTheLoserLeavesTheObjectAlone() {
    activate("winner", "prize", "mine", "[]");
    ObjectRef loser = apply("loser", "prize", "stolen", "[]", "");
    scenario.awaitState(loser, "ERROR");

    scenario.delete(loser);

    assertThat(scenario.data("prize")).isEqualTo(Map.of("value", "mine"));
  }

  @Test
  void itemsOfCollectionsAreLeftAloneToo() {
    activate("owner", "owner-own", "one", "[shared-item]");
    ObjectRef other = apply("other", "other-own", "two", "[shared-item, own-item]", "");

    Response refused = scenario.awaitState(other, "ERROR");

    assertThat(Scenario.condition(refused, "ResourcesReady").get("message"))
        .asString()
        .contains("shared-item", "belongs to the instance RtOwnership `ownership/owner`");
    assertThat(scenario.data("shared-item")).isEqualTo(Map.of("value", "one"));
    assertThat(scenario.data("own-item")).isEqualTo(Map.of("value", "two"));
  }

  @Test
  void objectsOfOtherToolsAreLeftAlone() {
    scenario.apply(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: of-kubectl
          namespace: ownership
          labels: {applyset.kubernetes.io/part-of: applyset-of-kubectl-v1}
        data: {value: theirs}
        """);
    ObjectRef instance = apply("grabbing", "of-kubectl", "ours", "[]", "");

    Response refused = scenario.awaitState(instance, "ERROR");

    assertThat(Scenario.condition(refused, "ResourcesReady").get("message"))
        .asString()
        .contains("the object belongs to the ApplySet `applyset-of-kubectl-v1`");
    assertThat(scenario.data("of-kubectl")).isEqualTo(Map.of("value", "theirs"));
  }

  @Test
  void saysWhichLabelOfAnObjectOfItsOwnWasChanged() {
    ObjectRef instance = activate("relabelled", "relabelled-target", "one", "[]");

    scenario.merge(
        scenario.configMap("relabelled-target"),
        "{\"metadata\": {\"labels\": {\"applyset.kubernetes.io/part-of\": \"other\"}}}");
    Response refused = scenario.awaitState(instance, "ERROR");

    assertThat(Scenario.condition(refused, "ResourcesReady").get("message"))
        .asString()
        .contains("the label `applyset.kubernetes.io/part-of` of the object was changed to `other`")
        .doesNotContain("belongs to");

    scenario.merge(
        scenario.configMap("relabelled-target"),
        "{\"metadata\": {\"labels\": {\"applyset.kubernetes.io/part-of\": null}}}");
    scenario.awaitState(instance, "ACTIVE");
  }

  @Test
  void objectsOfNobodyAreAdopted() {
    scenario.apply(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: lonely, namespace: ownership}
        data: {value: before, other: stays}
        """);

    ObjectRef instance = activate("adopting", "lonely", "after", "[]");

    assertThat(scenario.data("lonely")).isEqualTo(Map.of("value", "after", "other", "stays"));
    scenario.delete(instance);
    assertThat(scenario.api().get(scenario.configMap("lonely")).status()).isEqualTo(404);
  }

  @Test
  void twoNodesCannotHaveTheSameObject() {
    ObjectRef instance = apply("twins", "twin-target", "one", "[]", "twin-target");

    Response refused = scenario.awaitState(instance, "ERROR");

    assertThat(Scenario.condition(refused, "ResourcesReady").get("message"))
        .asString()
        .contains("`config`", "`twin`");
    scenario.activate(INSTANCE.formatted("twins", "twin-target", "one", "[]", ""));
    assertThat(scenario.data("twin-target")).isEqualTo(Map.of("value", "one"));
  }

  private static ObjectRef activate(String name, String target, String value, String items) {
    ObjectRef instance = apply(name, target, value, items, "");
    scenario.awaitState(instance, "ACTIVE");
    return instance;
  }

  private static ObjectRef apply(
      String name, String target, String value, String items, String twin) {
    return ObjectRef.of(
        scenario.apply(INSTANCE.formatted(name, target, value, items, twin)).body());
  }
}
