package io.kro4j.runtime.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.Connections;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Live groups under the rights of the chart: what the group and its instances say while a right is
 * missing, and that they go on once it is granted. One process runs through all of it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveGroupRightsTest {
  private static final String NAMESPACE = "live";
  private static final Path SAMPLES = Path.of("..", "samples");
  private static final String INSTANCE =
      """
      apiVersion: platform.example.com/v1alpha1
      kind: EgressPolicy
      metadata: {name: %s, namespace: live}
      spec:
        application: shop
        ticket: NET-1
        destinations: [{name: outside, cidr: 192.0.2.0/24, ports: [{first: 443, last: 443}]}]
      """;

  /** What an administrator adds where the deletion policy instances-first shall work. */
  private static final String DELETION =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: egress-policy-deletion
        labels: {rbac.kro.run/aggregate-to-controller: "true"}
      rules:
        - {apiGroups: [platform.example.com], resources: [egresspolicies], verbs: [delete]}
      """;

  @TempDir private static Path folder;

  private static ControlPlane controlPlane;
  private static ApiServer api;
  private static RuntimeProcess runtime;

  @BeforeAll
  static void install() throws Exception {
    controlPlane = ControlPlane.start(ControlPlane.Options.defaults().withControllerManager());
    api = controlPlane.api();
    Connections.namespace(api, Helm.NAMESPACE);
    Connections.namespace(api, NAMESPACE);
    installChart("--include-crds");
    runtime =
        RuntimeProcess.start(
            folder, controlPlane.kubeconfig(api.serviceAccountToken(Helm.NAMESPACE, "kro4j")));
  }

  @AfterAll
  static void end() {
    if (runtime != null) {
      runtime.close();
    }
    controlPlane.close();
  }

  @Test
  @Order(1)
  void withoutARoleTheGroupSaysThatInstancesCannotBeWatched() throws Exception {
    apply(Files.readString(SAMPLES.resolve("egress-policy/resourcegroup.yaml")));

    assertThat(awaitCondition(group(), "ControllerReady", "False"))
        .startsWith("instances cannot be watched: ")
        .contains("egresspolicies.platform.example.com is forbidden")
        .contains("cannot list resource \"egresspolicies\"");
    assertThat(api.get(group()).at("status", "state")).isEqualTo("Inactive");
    runtime.awaitReady();
  }

  @Test
  @Order(2)
  void withRightsToInstancesOnlyTheInstanceSaysWhichRightToItsObjectsIsMissing() throws Exception {
    String whole = role();
    apply(whole.replace("- networking.k8s.io", "- other.example.com"));
    awaitCondition(group(), "ControllerReady", "True");

    apply(INSTANCE.formatted("first"));

    assertThat(awaitCondition(instance("first"), "ResourcesReady", "False"))
        .contains("networkpolicies.networking.k8s.io is forbidden")
        .contains("cannot list resource \"networkpolicies\"");
  }

  @Test
  @Order(3)
  void withTheRoleOfTheCompilerItBecomesActiveAndIsDeleted() throws Exception {
    apply(role());

    becomesActive("first");
    assertThat(api.get(group()).at("status", "state")).isEqualTo("Active");
    api.delete(instance("first"));
    api.waitFor(instance("first"), response -> response.status() == 404);
    assertThat(api.get(policy("first")).status()).isEqualTo(404);
  }

  @Test
  @Order(4)
  void aGroupWhoseInstancesMayNotBeDeletedSaysSo() throws Exception {
    apply(INSTANCE.formatted("second"));
    becomesActive("second");
    annotateInstancesFirst();

    api.delete(group());

    assertThat(awaitCondition(group(), "InstancesRemain", "True"))
        .contains("1 EgressPolicy (live/second) cannot be deleted")
        .contains("cannot delete resource \"egresspolicies\"");
    assertThat(api.get(instance("second")).at("status", "state")).isEqualTo("ACTIVE");
  }

  @Test
  @Order(5)
  void onceTheyMayTheyGoAndThenTheGroup() {
    apply(DELETION);

    api.waitFor(group(), response -> response.status() == 404);
    assertThat(api.get(instance("second")).status()).isEqualTo(404);
    assertThat(api.get(policy("second")).status()).isEqualTo(404);
    assertThat(runtime.log()).doesNotContain("\tat ");
  }

  @Test
  @Order(6)
  void withAllRightsNoRoleIsNeeded() throws Exception {
    api.delete(clusterRole("kro4j:egress-policy:runtime"));
    api.delete(clusterRole("egress-policy-deletion"));
    installChart("--set", "rbac.mode=unrestricted");
    apply(Files.readString(SAMPLES.resolve("egress-policy/resourcegroup.yaml")));
    api.waitFor(group(), response -> "Active".equals(response.at("status", "state")));
    apply(INSTANCE.formatted("third"));
    becomesActive("third");
    annotateInstancesFirst();

    api.delete(group());

    api.waitFor(group(), response -> response.status() == 404);
    assertThat(api.get(policy("third")).status()).isEqualTo(404);
    assertThat(runtime.terminate()).as(runtime.log()).isZero();
  }

  private static void installChart(String... options) throws Exception {
    for (String object : Helm.documents(Helm.render(options))) {
      if (!object.contains("kind: Deployment")) {
        apply(object);
      }
    }
  }

  private static void annotateInstancesFirst() throws Exception {
    apply(
        Files.readString(SAMPLES.resolve("egress-policy/resourcegroup.yaml"))
            .replaceFirst(
                "metadata:",
                "metadata:\n  annotations: {kro4j.io/deletion-policy: instances-first}"));
  }

  private static String role() throws Exception {
    return Helm.documents(Files.readString(SAMPLES.resolve("manifests/rbac/egress-policy.yaml")))
        .get(0);
  }

  private static String awaitCondition(ObjectRef ref, String type, String status) {
    Response found =
        api.waitFor(ref, response -> status.equals(condition(response, type).get("status")));
    return String.valueOf(condition(found, type).get("message"));
  }

  private static Map<?, ?> condition(Response response, String type) {
    return response.at("status", "conditions") instanceof List<?> conditions
        ? conditions.stream()
            .map(each -> (Map<?, ?>) each)
            .filter(each -> type.equals(each.get("type")))
            .findFirst()
            .orElse(Map.of())
        : Map.of();
  }

  private static void becomesActive(String name) {
    api.waitFor(instance(name), response -> "ACTIVE".equals(response.at("status", "state")));
    assertThat(api.get(policy(name)).status()).isEqualTo(200);
  }

  private static ObjectRef group() {
    return ObjectRef.of("kro.run/v1alpha1", "ResourceGroup", "egress-policy");
  }

  private static ObjectRef instance(String name) {
    return new ObjectRef("platform.example.com/v1alpha1", "EgressPolicy", NAMESPACE, name);
  }

  private static ObjectRef policy(String instance) {
    return new ObjectRef("networking.k8s.io/v1", "NetworkPolicy", NAMESPACE, instance + "-outside");
  }

  private static ObjectRef clusterRole(String name) {
    return ObjectRef.of("rbac.authorization.k8s.io/v1", "ClusterRole", name);
  }

  private static void apply(String yaml) {
    Map<String, Object> object = Helm.objects(yaml).get(0);
    Response response =
        "CustomResourceDefinition".equals(object.get("kind"))
            ? api.establish(yaml, "chart")
            : api.apply(yaml, "chart");
    assertThat(List.of(200, 201)).as("%s", response).contains(response.status());
  }
}
