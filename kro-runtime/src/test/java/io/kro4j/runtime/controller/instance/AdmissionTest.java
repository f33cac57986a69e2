package io.kro4j.runtime.controller.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.Connections;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an admission policy refuses, as a webhook would. */
@ExtendWith(SharedControlPlane.class)
class AdmissionTest {
  private static final String NAMESPACE = "admission";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-admission}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtAdmission
          spec:
            value: string
            optional: boolean | default=true
        resources:
          - id: config
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}"}
              data: {value: "${schema.spec.value}"}
          - id: alone
            includeWhen: ["${schema.spec.optional}"]
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-alone"}
          - id: dependent
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${config.metadata.name}-dependent"}
      """;
  private static final String INSTANCE =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: RtAdmission
      metadata: {name: %s, namespace: admission}
      spec: {value: "%s"}
      """;
  private static final String POLICY =
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata: {name: %1$s}
      spec:
        failurePolicy: Fail
        matchConstraints:
          namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: admission}}
          resourceRules:
            - apiGroups: [""]
              apiVersions: ["*"]
              operations: [CREATE]
              resources: [configmaps]
            - apiGroups: ["%2$s"]
              apiVersions: ["*"]
              operations: ["%3$s"]
              resources: ["%4$s"]
        validations:
          - expression: '%5$s'
            message: the house rules say no
      """;
  private static final String BINDING =
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicyBinding
      metadata: {name: %1$s}
      spec: {policyName: %1$s, validationActions: [Deny]}
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
  void aRefusedObjectIsSaidAndMadeOnceItIsAllowed() {
    refuse("rt-create", "", "CREATE", "configmaps", "object.metadata.name != \"guest\"");

    scenario.apply(INSTANCE.formatted("guest", "one"));

    Response refused = scenario.awaitState(ref("guest"), "ERROR");
    assertThat(Scenario.condition(refused, "ResourcesReady").get("message"))
        .asString()
        .contains("`config`", "the house rules say no");
    assertThat(scenario.api().get(scenario.configMap("guest-alone")).ok()).isTrue();
    assertThat(scenario.api().get(scenario.configMap("guest-dependent")).status()).isEqualTo(404);

    allow("rt-create");
    scenario.awaitState(ref("guest"), "ACTIVE");
    assertThat(scenario.api().get(scenario.configMap("guest-dependent")).ok()).isTrue();
  }

  @Test
  void aRefusedInstanceSaysWhatItLacks() {
    refuse(
        "rt-parent",
        "rt.example.com",
        "UPDATE",
        "rtadmissions",
        "object.metadata.name != \"locked\" || !has(object.metadata.finalizers)");
    scenario.apply(INSTANCE.formatted("locked", "one"));

    scenario.awaitCondition(ref("locked"), "InstanceManaged", "False", "the house rules say no");
    scenario.awaitState(ref("locked"), "ERROR");
    assertThat(scenario.api().get(scenario.configMap("locked")).status()).isEqualTo(404);

    allow("rt-parent");
    scenario.awaitState(ref("locked"), "ACTIVE");
  }

  @Test
  void aRefusedPruneIsSaidAndDoneOnceItIsAllowed() {
    scenario.activate(INSTANCE.formatted("sticky", "one"));
    refuse(
        "rt-delete",
        "",
        "DELETE",
        "configmaps",
        "oldObject == null || oldObject.metadata.name != \"sticky-alone\"");

    scenario.merge(ref("sticky"), "{\"spec\": {\"optional\": false}}");

    scenario.awaitCondition(ref("sticky"), "ResourcesReady", "False", "the house rules say no");
    scenario.awaitState(ref("sticky"), "ERROR");
    allow("rt-delete");
    scenario.awaitGone(scenario.configMap("sticky-alone"));
    scenario.awaitState(ref("sticky"), "ACTIVE");
  }

  @Test
  void aRefusedDeletionIsSaidAndDoneOnceItIsAllowed() {
    scenario.activate(INSTANCE.formatted("staying", "one"));
    refuse(
        "rt-stay",
        "",
        "DELETE",
        "configmaps",
        "oldObject == null || oldObject.metadata.name != \"staying\"");

    scenario.api().delete(ref("staying"));

    scenario.awaitCondition(
        ref("staying"), "ResourcesReady", "Unknown", "deletion blocked", "the house rules say no");
    scenario.awaitState(ref("staying"), "DELETING");
    allow("rt-stay");
    scenario.awaitGone(ref("staying"));
  }

  /** A policy works a moment after it is there: until then a probe is let through. */
  private static void refuse(
      String name, String group, String operation, String resources, String rule) {
    String probed = "request.name == \"" + name + "\" ? false : (" + rule + ")";
    scenario.apply(POLICY.formatted(name, group, operation, resources, probed));
    scenario.apply(BINDING.formatted(name));
    String probe =
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s, namespace: admission}}"
            .formatted(name);
    Connections.await("the policy works", () -> !scenario.api().dryRun(probe, "test").ok());
  }

  private static void allow(String name) {
    scenario
        .api()
        .delete(
            ObjectRef.of(
                "admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicyBinding", name));
    scenario
        .api()
        .delete(ObjectRef.of("admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy", name));
  }

  private static ObjectRef ref(String name) {
    return scenario.ref("rt.example.com/v1alpha1", "RtAdmission", name);
  }
}
