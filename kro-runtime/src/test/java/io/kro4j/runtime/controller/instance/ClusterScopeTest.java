package io.kro4j.runtime.controller.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Instances of kinds of the whole cluster. */
@ExtendWith(SharedControlPlane.class)
class ClusterScopeTest {
  private static final String NAMESPACE = "cluster-scope";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-tenant}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtTenant
          scope: Cluster
          spec:
            place: string
            reads: string
          status:
            place: ${config.metadata.namespace}
        resources:
          - id: role
            template:
              apiVersion: rbac.authorization.k8s.io/v1
              kind: ClusterRole
              metadata: {name: "${schema.metadata.name}"}
          - id: other
            externalRef:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.spec.reads}", namespace: "${schema.spec.place}"}
          - id: config
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${role.metadata.name}", namespace: "${schema.spec.place}"}
              data: {value: "${other.data.value}"}
      """;
  private static final String INSTANCE =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: RtTenant
      metadata: {name: %s}
      spec: {place: "%s", reads: source}
      """;

  private static Scenario scenario;

  @BeforeAll
  static void serve(ControlPlane controlPlane) {
    scenario = Scenario.of(controlPlane, NAMESPACE, GROUP);
    scenario.apply(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: source, namespace: cluster-scope}
        data: {value: one}
        """);
  }

  @AfterAll
  static void end() {
    scenario.close();
  }

  @Test
  void theyLiveAndDieWithTheirObjects() {
    Response active = scenario.activate(INSTANCE.formatted("rt-tenant-one", NAMESPACE));

    assertThat(active.at("status", "place")).isEqualTo(NAMESPACE);
    assertThat(active.at("metadata", "labels", "applyset.kubernetes.io/id"))
        .isEqualTo(Hashes.applySet("rt-tenant-one", "", "RtTenant", "rt.example.com"));
    assertThat(active.at("metadata", "annotations", "applyset.kubernetes.io/additional-namespaces"))
        .isEqualTo(NAMESPACE);
    Response config = scenario.api().get(scenario.configMap("rt-tenant-one"));
    assertThat(config.at("data", "value")).isEqualTo("one");
    assertThat(config.at("metadata", "labels", "kro.run/instance-name")).isEqualTo("rt-tenant-one");
    assertThat(config.at("metadata", "labels", "kro.run/instance-namespace")).isNull();

    ObjectRef role = ObjectRef.of("rbac.authorization.k8s.io/v1", "ClusterRole", "rt-tenant-one");
    scenario.api().delete(role);
    scenario.await(role, Response::ok);
    scenario.delete(ObjectRef.of(active.body()));
    assertThat(scenario.api().get(role).status()).isEqualTo(404);
    assertThat(scenario.api().get(scenario.configMap("rt-tenant-one")).status()).isEqualTo(404);
  }

  @Test
  void whatTheyReferToIsFollowed() {
    scenario.activate(INSTANCE.formatted("rt-tenant-two", NAMESPACE));

    scenario.merge(scenario.configMap("source"), "{\"data\": {\"value\": \"two\"}}");

    scenario.await(
        scenario.configMap("rt-tenant-two"),
        response -> "two".equals(response.at("data", "value")));
    scenario.merge(scenario.configMap("source"), "{\"data\": {\"value\": \"one\"}}");
  }

  @Test
  void anObjectWhoseNamespaceComesOutEmptyIsNamed() {
    scenario.apply(INSTANCE.formatted("rt-tenant-nowhere", ""));
    ObjectRef instance = ObjectRef.of("rt.example.com/v1alpha1", "RtTenant", "rt-tenant-nowhere");

    Response refused = scenario.awaitState(instance, "ERROR");

    assertThat(Scenario.condition(refused, "ResourcesReady").get("message"))
        .asString()
        .contains("metadata.namespace");
  }
}
