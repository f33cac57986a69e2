package io.kro4j.runtime.controller.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.controller.DefinitionControllers;
import io.kro4j.runtime.controller.TestGroup;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A revision that compiled serves only once the cluster shows that it did. */
@ExtendWith(SharedControlPlane.class)
class UnpublishedRevisionTest {
  private static final String POLICY =
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata: {name: unpublished}
      spec:
        matchConstraints:
          resourceRules:
            - apiGroups: [internal.kro.run]
              apiVersions: ["*"]
              operations: [UPDATE]
              resources: [graphrevisions/status]
        validations:
          - expression: '!object.metadata.name.startsWith("unpublished-")'
            message: not yet
      """;
  private static final String BINDING =
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicyBinding
      metadata: {name: unpublished}
      spec: {policyName: unpublished, validationActions: [Deny]}
      """;
  private static final String PROBE =
      """
      apiVersion: internal.kro.run/v1alpha1
      kind: GraphRevision
      metadata: {name: unpublished-probe}
      spec:
        revision: 1
        snapshot: {name: probe, generation: 1, spec: {schema: {kind: A, apiVersion: v1}}}
      """;

  @Test
  void isWaitedFor(ControlPlane controlPlane, ApiServer api) {
    DefinitionControllers.install(api);
    refuse(api);
    try (DefinitionControllers controllers = DefinitionControllers.start(controlPlane)) {
      TestGroup group = TestGroup.of("unpublished-group").apply(api);

      Response waiting =
          api.waitFor(
              group.ref(),
              TestGroup.has(
                  "GraphRevisionsResolved",
                  "Unknown",
                  "WaitingForGraphRevisionCompilation",
                  message -> true));
      assertThat(waiting.at("status", "state")).isEqualTo("Inactive");
      assertThat(api.get(group.revision(1)).at("status")).isNull();
      assertThat(api.get(group.crd()).status()).isEqualTo(404);
      assertThat(controllers.server("test.example.com", "UnpublishedGroup")).isEmpty();

      api.delete(policy("ValidatingAdmissionPolicyBinding"));
      group.awaitReady(api);
      assertThat(api.get(group.revision(1)).hasCondition("GraphVerified")).isTrue();
      assertThat(controllers.server("test.example.com", "UnpublishedGroup"))
          .isEqualTo("ResourceGroup unpublished-group 1");
    } finally {
      api.delete(policy("ValidatingAdmissionPolicy"));
    }
  }

  /** A policy counts some time after it was made: until then the probe can be changed. */
  private static void refuse(ApiServer api) {
    ObjectRef probe = ObjectRef.of(api.apply(PROBE, "test").body());
    assertThat(api.apply(POLICY, "test").ok()).isTrue();
    assertThat(api.apply(BINDING, "test").ok()).isTrue();
    Connections.await(
        "the policy",
        () ->
            !api.merge(
                    probe,
                    "status",
                    "{\"status\": {\"topologicalOrder\": [\"r" + System.nanoTime() + "\"]}}")
                .ok());
    api.delete(probe);
  }

  private static ObjectRef policy(String kind) {
    return ObjectRef.of("admissionregistration.k8s.io/v1", kind, "unpublished");
  }
}
