package io.kro4j.runtime.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.Connections;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process with the rights that the chart gives it, in a cluster of its own, since roles are for
 * the whole of one.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeployedRuntimeTest {
  private static final String NAMESPACE = "deployed";
  private static final String API = "platform.example.com/v1alpha1";
  private static final Path SAMPLES = Path.of("..", "samples", "manifests");
  private static final String INSTANCE =
      """
      apiVersion: platform.example.com/v1alpha1
      kind: EgressPolicy
      metadata: {name: %s, namespace: deployed}
      spec:
        application: shop
        ticket: NET-1
        destinations: [{name: outside, cidr: 192.0.2.0/24, ports: [{first: 443, last: 443}]}]
      """;

  private static ControlPlane controlPlane;
  private static ApiServer api;

  @TempDir Path folder;
  private String kubeconfig;

  @BeforeAll
  static void install() throws Exception {
    controlPlane = ControlPlane.start(ControlPlane.Options.defaults().withControllerManager());
    api = controlPlane.api();
    Connections.namespace(api, Helm.NAMESPACE);
    Connections.namespace(api, NAMESPACE);
    for (String object : Helm.documents(Helm.render("--include-crds"))) {
      if (!object.contains("kind: Deployment")) {
        apply(object);
      }
    }
    apply(sample("crds/egresspolicies.platform.example.com.yaml"));
    apply(sample("graphs/egress-policy.yaml"));
  }

  @AfterAll
  static void end() {
    controlPlane.close();
  }

  @BeforeEach
  void identify() {
    kubeconfig = controlPlane.kubeconfig(api.serviceAccountToken(Helm.NAMESPACE, "kro4j"));
  }

  @Test
  @Order(1)
  void withoutTheRoleOfTheGraphItSaysWhatItMayNot() throws Exception {
    try (RuntimeProcess runtime = start()) {
      Connections.await(
          "a log that names the right", () -> runtime.log().contains("cannot list resource"));

      assertThat(runtime.log())
          .contains("egresspolicies.platform.example.com is forbidden")
          .doesNotContain("\tat ");
      assertThat(runtime.status("/healthz")).isEqualTo(200);
      // One graph without its role does not take the whole process out of service.
      runtime.awaitReady();
      assertThat(runtime.terminate()).as(runtime.log()).isZero();
    }
  }

  @Test
  @Order(2)
  void withTheRoleOfTheGraphItDoesItsWork() throws Exception {
    for (String role : Helm.documents(sample("rbac/egress-policy.yaml"))) {
      apply(role);
    }
    awaitRight();
    try (RuntimeProcess runtime = start()) {
      runtime.awaitReady();
      apply(INSTANCE.formatted("first"));
      becomesActive("first");
      Connections.await("the status that was written", () -> isCounted(runtime));
      assertThat(runtime.metrics())
          .contains(
              "dynamic_controller_reconcile_total{gvr=\"platform.example.com/v1alpha1/egresspolicies\"}",
              "dynamic_controller_informer_events_total{event_type=\"add\","
                  + "gvr=\"networking.k8s.io/v1, Resource=networkpolicies\"}",
              "dynamic_controller_gvr_count 1.0\n",
              "dynamic_controller_queue_length 0.0\n")
          .containsPattern("\\nruntime_node_eval_total [1-9]")
          .containsPattern("\\ncel_expr_eval_total [1-9]")
          .contains(
              "runtime_node_eval_errors_total 0.0\n", "kro4j_cel_expr_eval_errors_total 0.0\n");

      api.delete(instance("first"));
      api.waitFor(instance("first"), response -> response.status() == 404);

      assertThat(runtime.metrics())
          .contains("leader_election_master_status{name=\"controller.kro.run\"} 1.0")
          .contains("to_state=\"ACTIVE\"")
          .doesNotContain("code=\"403\"");
      assertThat(runtime.terminate()).as(runtime.log()).isZero();
      assertThat(runtime.log()).contains("Gave the lead back");
    }
  }

  @Test
  @Order(3)
  void whenTheLeaderIsKilledAnotherOneGoesOn() throws Exception {
    try (RuntimeProcess leader = start()) {
      leader.awaitReady();
      Connections.await("a leader", () -> leader.log().contains("Leading"));
      try (RuntimeProcess follower = start()) {
        follower.awaitReady();
        Connections.await("a follower", () -> follower.log().contains("Another one leads"));

        leader.kill();
        apply(INSTANCE.formatted("second"));

        becomesActive("second");
        assertThat(follower.log()).contains("Leading");
      }
    }
  }

  /** Only with the feature gate. */
  private static boolean isCounted(RuntimeProcess runtime) {
    try {
      return runtime
          .metrics()
          .contains(
              "instance_condition_current_status_seconds{condition_status=\"True\","
                  + "condition_type=\"Ready\","
                  + "gvr=\"platform.example.com/v1alpha1, Resource=egresspolicies\","
                  + "name=\"first\",namespace=\"deployed\",");
    } catch (IOException e) {
      return false;
    }
  }

  private RuntimeProcess start() throws IOException {
    return RuntimeProcess.start(
        folder,
        kubeconfig,
        "--leader-elect",
        "--feature-gates=InstanceConditionMetrics=true",
        "--leader-election-namespace=" + Helm.NAMESPACE,
        "--leader-election-lease-duration=3s",
        "--leader-election-renew-deadline=2s",
        "--leader-election-retry-period=200ms");
  }

  /** The controller that puts roles together takes a moment. */
  private static void awaitRight() {
    ObjectRef role =
        ObjectRef.of("rbac.authorization.k8s.io/v1", "ClusterRole", "kro4j:controller");
    api.waitFor(role, response -> String.valueOf(response.body()).contains("egresspolicies"));
  }

  private static void becomesActive(String name) {
    api.waitFor(instance(name), response -> "ACTIVE".equals(response.at("status", "state")));
    ObjectRef policy =
        new ObjectRef("networking.k8s.io/v1", "NetworkPolicy", NAMESPACE, name + "-outside");
    assertThat(api.get(policy).status()).isEqualTo(200);
  }

  private static ObjectRef instance(String name) {
    return new ObjectRef(API, "EgressPolicy", NAMESPACE, name);
  }

  private static void apply(String yaml) {
    Map<String, Object> object = Helm.objects(yaml).get(0);
    Response response =
        "CustomResourceDefinition".equals(object.get("kind"))
            ? api.establish(yaml, "chart")
            : api.apply(yaml, "chart");
    assertThat(List.of(200, 201)).as("%s", response).contains(response.status());
  }

  private static String sample(String path) throws IOException {
    return Files.readString(SAMPLES.resolve(path));
  }
}
