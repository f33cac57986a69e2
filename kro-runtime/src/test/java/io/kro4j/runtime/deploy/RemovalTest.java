package io.kro4j.runtime.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.Connections;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * "Removing it" of {@code docs/install.md}, the way of kubectl: a compiled graph and a live group,
 * each with an instance, in a cluster of their own, and the runtime with the rights that its
 * manifests give it.
 */
class RemovalTest {
  private static final String NAMESPACE = "removal";
  private static final Path SAMPLES = Path.of("..", "samples");
  private static final String BUNDLE =
      """
      apiVersion: platform.example.com/v1alpha1
      kind: TrustBundle
      metadata: {name: shop, namespace: removal}
      spec: {audience: shop}
      """;
  private static final String POLICY =
      """
      apiVersion: platform.example.com/v1alpha1
      kind: EgressPolicy
      metadata: {name: shop, namespace: removal}
      spec:
        application: shop
        ticket: NET-1
        destinations: [{name: outside, cidr: 192.0.2.0/24, ports: [{first: 443, last: 443}]}]
      """;

  private static final ObjectRef GRAPH =
      ObjectRef.of("kro4j.io/v1alpha1", "CompiledGraph", "trust-bundle");
  private static final ObjectRef GROUP =
      ObjectRef.of("kro.run/v1alpha1", "ResourceGroup", "egress-policy");
  private static final List<ObjectRef> INSTANCES =
      List.of(instance("TrustBundle"), instance("EgressPolicy"));
  private static final List<ObjectRef> MADE =
      List.of(
          new ObjectRef("v1", "ConfigMap", NAMESPACE, "shop"),
          new ObjectRef("networking.k8s.io/v1", "NetworkPolicy", NAMESPACE, "shop-outside"));
  private static final List<ObjectRef> KINDS =
      List.of(
          crd("resourcegroups.kro.run"),
          crd("resourcegraphdefinitions.kro.run"),
          crd("graphrevisions.internal.kro.run"),
          crd("compiledgraphs.kro4j.io"));
  private static final List<ObjectRef> APIS =
      List.of(crd("trustbundles.platform.example.com"), crd("egresspolicies.platform.example.com"));
  private static final ObjectRef ROLE =
      ObjectRef.of("rbac.authorization.k8s.io/v1", "ClusterRole", "kro4j:controller");
  private static final ObjectRef ROLE_OF_API =
      ObjectRef.of("rbac.authorization.k8s.io/v1", "ClusterRole", "kro4j:trust-bundle:runtime");

  @TempDir private static Path folder;

  private static ControlPlane controlPlane;
  private static ApiServer api;
  private static Shell shell;

  @BeforeAll
  static void start() throws Exception {
    controlPlane = ControlPlane.start(ControlPlane.Options.defaults().withControllerManager());
    api = controlPlane.api();
    Connections.namespace(api, NAMESPACE);
    shell = Shell.in(folder.toRealPath());
    shell.set("KUBECONFIG", controlPlane.kubeconfigFile().toString());
    shell.provide("kubectl", "exec " + controlPlane.binaries().resolve("kubectl") + " \"$@\"");
    shell.enter(Path.of("..").toRealPath());
  }

  @AfterAll
  static void end() {
    controlPlane.close();
  }

  @Test
  void inTheOrderOfThePageNothingIsLeftButTheApis() throws Exception {
    run("kubectl apply --server-side -k deploy/install");
    Connections.await(
        "kinds that are served",
        () -> shell.run("kubectl get compiledgraphs,resourcegroups,graphrevisions").exit() == 0);
    String token = api.serviceAccountToken(Helm.NAMESPACE, "kro4j");
    try (RuntimeProcess runtime = RuntimeProcess.start(folder, controlPlane.kubeconfig(token))) {
      runtime.awaitReady();
      bring();

      run("kubectl delete -n removal trustbundle,egresspolicy --all");
      MADE.forEach(RemovalTest::isGone);
      run("kubectl delete compiledgraph trust-bundle");
      run("kubectl delete resourcegroup egress-policy");
      run("kubectl delete graphrevisions --all");
      assertThat(api.list("internal.kro.run/v1alpha1", "GraphRevision", "").at("items"))
          .isEqualTo(List.of());
      assertThat(runtime.log()).doesNotContain("\tat ");
      run("kubectl delete -k deploy/install");
    }

    KINDS.forEach(RemovalTest::isGone);
    isGone(ROLE);
    isGone(ObjectRef.of("v1", "Namespace", Helm.NAMESPACE));
    assertThat(api.get(ROLE_OF_API).status()).isEqualTo(200);
    for (ObjectRef crd : APIS) {
      Response found = api.get(crd);
      assertThat(found.hasCondition("Established")).as("%s", found).isTrue();
      assertThat(found.at("metadata", "deletionTimestamp")).isNull();
    }
  }

  /** A compiled graph and a live group, and an instance of each with all its objects. */
  private static void bring() throws Exception {
    for (String file : List.of("rbac/trust-bundle.yaml", "rbac/egress-policy.yaml")) {
      run("kubectl apply -f samples/manifests/" + file);
    }
    // The controller that puts roles together takes a moment.
    api.waitFor(
        ROLE,
        role ->
            String.valueOf(role.body()).contains("trustbundles")
                && String.valueOf(role.body()).contains("egresspolicies"));
    api.establish(
        Files.readString(SAMPLES.resolve("manifests/crds/trustbundles.platform.example.com.yaml")),
        "test");
    run("kubectl apply -f samples/manifests/graphs/trust-bundle.yaml");
    run("kubectl apply -f samples/egress-policy/resourcegroup.yaml");
    api.waitFor(GRAPH, each -> each.hasCondition("Ready"));
    api.waitFor(GROUP, each -> each.hasCondition("Ready"));
    for (String instance : List.of(BUNDLE, POLICY)) {
      Response applied = api.apply(instance, "test");
      assertThat(applied.ok()).as("%s", applied).isTrue();
    }
    for (ObjectRef instance : INSTANCES) {
      Response active = api.waitFor(instance, each -> "ACTIVE".equals(each.at("status", "state")));
      assertThat((List<?>) active.at("metadata", "finalizers")).hasSize(1);
    }
    assertThat(MADE).allMatch(each -> api.get(each).ok());
  }

  private static void run(String command) {
    Shell.Result result = shell.run(command);
    assertThat(result.exit()).as("%s%n%s", command, result.output()).isZero();
  }

  private static void isGone(ObjectRef object) {
    assertThat(api.get(object).status()).as("%s", object).isEqualTo(404);
  }

  private static ObjectRef instance(String kind) {
    return new ObjectRef("platform.example.com/v1alpha1", kind, NAMESPACE, "shop");
  }

  private static ObjectRef crd(String name) {
    return ObjectRef.of("apiextensions.k8s.io/v1", "CustomResourceDefinition", name);
  }
}
