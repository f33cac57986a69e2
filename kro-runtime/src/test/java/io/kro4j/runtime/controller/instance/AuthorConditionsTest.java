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

/** Conditions that the author of a group defines in place of those that kro has. */
@ExtendWith(SharedControlPlane.class)
class AuthorConditionsTest {
  private static final String NAMESPACE = "author-conditions";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-conditions}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtConditions
          spec:
            size: integer | default=1
            more: '[]string | default=[]'
            note: string
          status:
            conditions:
              - '${runtime.newCondition({type: "Ready", status: schema.spec.size > 1 ? "True" : "False", reason: "Size", message: "size is " + string(schema.spec.size)})}'
              - '${runtime.newCondition({type: "Managed", status: runtime.condition(schema, "Ready").status})}'
              - '${runtime.newCondition({type: "Noted", status: "True", reason: "Said", message: schema.spec.note})}'
              - '${schema.spec.more.map(m, runtime.newCondition({type: m, status: "False"}))}'
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
      kind: RtConditions
      metadata: {name: %s, namespace: author-conditions}
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
  void theyReplaceAllOthers() {
    Response active = scenario.activate(INSTANCE.formatted("plain", "{size: 2, note: hi}"));

    assertThat(types(active)).isEqualTo(List.of("Ready", "Managed", "Noted"));
    assertThat(Scenario.condition(active, "Ready"))
        .containsEntry("status", "True")
        .containsEntry("reason", "Size")
        .containsEntry("message", "size is 2")
        .containsEntry("observedGeneration", active.at("metadata", "generation"));
    assertThat(Scenario.condition(active, "Managed"))
        .containsEntry("status", "True")
        .doesNotContainKeys("reason", "message");
  }

  @Test
  void theyFollowTheInstanceAndKeepTheTimeOfTheLastTransition() {
    Response one = scenario.activate(INSTANCE.formatted("following", "{size: 1, note: a}"));
    assertThat(Scenario.condition(one, "Ready")).containsEntry("status", "False");
    assertThat(Scenario.condition(one, "Managed")).containsEntry("status", "True");

    Response two = scenario.activate(INSTANCE.formatted("following", "{size: 1, note: b}"));

    assertThat(Scenario.condition(two, "Noted")).containsEntry("message", "b");
    assertThat(Scenario.condition(two, "Noted").get("lastTransitionTime"))
        .isNotNull()
        .isEqualTo(Scenario.condition(one, "Noted").get("lastTransitionTime"));
  }

  @Test
  void oneWhoseDataIsMissingStaysAsItWas() {
    Response noted = scenario.activate(INSTANCE.formatted("missing", "{size: 2, note: hi}"));
    ObjectRef instance = ObjectRef.of(noted.body());

    scenario.merge(instance, "{\"spec\": {\"note\": null, \"size\": 3}}");

    Response after = scenario.awaitCondition(instance, "Ready", "True", "size is 3");
    assertThat(Scenario.condition(after, "Noted"))
        .containsEntry("status", "True")
        .containsEntry("message", "hi");
    assertThat(after.at("status", "state")).isEqualTo("ACTIVE");
  }

  @Test
  void aTypeThatIsThereTwiceIsDroppedAndAnError() {
    scenario.apply(INSTANCE.formatted("doubled", "{size: 2, note: hi, more: [Managed]}"));
    ObjectRef instance = scenario.ref("rt.example.com/v1alpha1", "RtConditions", "doubled");

    Response wrong = scenario.awaitState(instance, "ERROR");

    assertThat(types(wrong)).isEqualTo(List.of("Ready", "Noted"));
    Response mended =
        scenario.activate(INSTANCE.formatted("doubled", "{size: 2, note: hi, more: []}"));
    assertThat(types(mended)).contains("Managed");
  }

  @Test
  void withoutThemTheUsualOnesReturn(ControlPlane controlPlane) {
    String group = GROUP.replace("rt-conditions", "rt-unconditioned").replace("RtC", "RtUnC");
    try (Scenario own = Scenario.of(controlPlane, NAMESPACE, group)) {
      Response before =
          own.activate(
              INSTANCE.replace("RtC", "RtUnC").formatted("turning", "{size: 2, note: hi}"));
      assertThat(types(before)).doesNotContain("InstanceManaged");

      own.serve(
          group
              .replaceAll("(?m)^ *- '\\$\\{(runtime|schema\\.spec\\.more).*\\n", "")
              .replace("conditions:", "n: ${schema.spec.size}"));

      Response after = own.awaitCondition(ObjectRef.of(before.body()), "InstanceManaged", "True");
      assertThat(types(after))
          .contains("InstanceManaged", "GraphResolved", "ResourcesReady", "Ready")
          .doesNotContain("Noted", "Managed");
    }
  }

  private static List<Object> types(Response instance) {
    return ((List<?>) instance.at("status", "conditions"))
        .stream().map(each -> ((Map<?, ?>) each).get("type")).map(Object.class::cast).toList();
  }
}
