package io.kro4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.ClusterSettings;
import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.controller.DefinitionControllers;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The web application of the announcement through the whole runtime: live, and from Git. */
@ExtendWith(SharedControlPlane.class)
class KroRuntimeTest {
  private static final Path SAMPLES = Path.of("..", "samples");
  private static final String NAMESPACE = "kro-runtime";
  private static final String API = "platform.example.com/v1alpha1";
  private static final String INSTANCE =
      """
      apiVersion: platform.example.com/v1alpha1
      kind: WebApplication
      metadata: {name: shop, namespace: kro-runtime}
      spec: {name: shop, image: nginx, ingress: {enabled: %s}}
      """;
  private static final String AVAILABLE =
      """
      {"status": {"availableReplicas": 2, "replicas": 2, "readyReplicas": 2,
        "conditions": [{"type": "Available", "status": "True"}]}}
      """;

  private final ObjectRef instance = new ObjectRef(API, "WebApplication", NAMESPACE, "shop");
  private final ObjectRef deployment = new ObjectRef("apps/v1", "Deployment", NAMESPACE, "shop");
  private final ObjectRef service = new ObjectRef("v1", "Service", NAMESPACE, "shop");
  private final ObjectRef ingress =
      new ObjectRef("networking.k8s.io/v1", "Ingress", NAMESPACE, "shop");
  private ApiServer api;
  private KroRuntime runtime;

  @BeforeEach
  void start(ControlPlane controlPlane) {
    api = controlPlane.api();
    DefinitionControllers.install(api);
    Connections.namespace(api, NAMESPACE);
    ClusterSettings cluster =
        ClusterSettings.defaults("kro4j/test").withKubeconfig(controlPlane.kubeconfigFile(), null);
    runtime =
        KroRuntime.start(
            RuntimeSettings.defaults("v0.1.0").withCluster(cluster), RuntimeObserver.none());
    Connections.await("a ready runtime", () -> runtime.waitsFor().isEmpty());
  }

  @AfterEach
  void stop() {
    runtime.close();
  }

  @Test
  void servesALiveGroup() {
    ObjectRef group = ObjectRef.of("kro.run/v1alpha1", "ResourceGroup", "web-application");
    apply(sample("web-application/resourcegroup.yaml"));
    Response active = api.waitFor(group, is("state", "Active"));

    assertThat(active.at("status", "topologicalOrder"))
        .isEqualTo(List.of("deployment", "service", "ingress"));

    liveAndDie();
    api.delete(group);
    api.waitFor(group, response -> response.status() == 404);
    api.delete(
        ObjectRef.of(
            "apiextensions.k8s.io/v1",
            "CustomResourceDefinition",
            "webapplications.platform.example.com"));
  }

  @Test
  void servesACompiledGraph() {
    ObjectRef graph = ObjectRef.of("kro4j.io/v1alpha1", "CompiledGraph", "web-application");
    api.establish(sample("manifests/crds/webapplications.platform.example.com.yaml"), "git");
    apply(sample("manifests/graphs/web-application.yaml"));
    api.waitFor(graph, response -> response.hasCondition("Ready"));

    liveAndDie();
    api.delete(graph);
    api.waitFor(graph, response -> response.status() == 404);
    api.delete(
        ObjectRef.of(
            "apiextensions.k8s.io/v1",
            "CustomResourceDefinition",
            "webapplications.platform.example.com"));
  }

  @Test
  void writesNothingToInstancesWhenItStartsAnew(ControlPlane controlPlane) {
    ObjectRef group = ObjectRef.of("kro.run/v1alpha1", "ResourceGroup", "web-application");
    apply(sample("web-application/resourcegroup.yaml"));
    api.waitFor(group, is("state", "Active"));
    apply(INSTANCE.formatted(false));
    api.waitFor(deployment, Response::ok);
    makeAvailable();
    Response active = api.waitFor(instance, is("state", "ACTIVE"));
    runtime.close();

    start(controlPlane);
    api.merge(instance, "", "{\"spec\": {\"replicas\": 3}}");
    api.waitFor(deployment, response -> Long.valueOf(3).equals(response.at("spec", "replicas")));

    assertThat(transition(api.get(instance), "GraphResolved"))
        .isEqualTo(transition(active, "GraphResolved"));

    api.delete(instance);
    api.waitFor(instance, response -> response.status() == 404);
    api.delete(group);
    api.waitFor(group, response -> response.status() == 404);
    api.delete(
        ObjectRef.of(
            "apiextensions.k8s.io/v1",
            "CustomResourceDefinition",
            "webapplications.platform.example.com"));
  }

  @Test
  void deletesWhatAGraphLeftBehindThatWentWhileNobodyWasThere(ControlPlane controlPlane) {
    ObjectRef graph = ObjectRef.of("kro4j.io/v1alpha1", "CompiledGraph", "web-application");
    api.establish(sample("manifests/crds/webapplications.platform.example.com.yaml"), "git");
    apply(sample("manifests/graphs/web-application.yaml"));
    apply(INSTANCE.formatted(false));
    api.waitFor(deployment, Response::ok);
    runtime.close();
    api.delete(graph);
    api.delete(instance);

    assertThat(api.get(instance).ok()).isTrue();

    start(controlPlane);
    api.waitFor(instance, response -> response.status() == 404);

    assertThat(api.get(deployment).status()).isEqualTo(404);
  }

  private void liveAndDie() {
    apply(INSTANCE.formatted(true));
    api.waitFor(deployment, Response::ok);
    api.waitFor(instance, is("state", "IN_PROGRESS"));

    assertThat(api.get(service).status()).isEqualTo(404);

    makeAvailable();
    Response active = api.waitFor(instance, is("state", "ACTIVE"));

    assertThat(active.hasCondition("Ready")).isTrue();
    assertThat(active.at("status", "availableReplicas")).isEqualTo(2L);
    assertThat(active.at("status", "address")).isEqualTo("shop:80");
    assertThat(api.get(ingress).ok()).isTrue();

    apply(INSTANCE.formatted(false));
    api.waitFor(ingress, response -> response.status() == 404);

    assertThat(api.get(service).ok()).isTrue();

    api.delete(instance);
    api.waitFor(instance, response -> response.status() == 404);

    assertThat(api.get(deployment).status()).isEqualTo(404);
    assertThat(api.get(service).status()).isEqualTo(404);
  }

  /** Does what the controller of Deployments and a kubelet would do. */
  private void makeAvailable() {
    Response response =
        api.request(
            "PATCH",
            "/apis/apps/v1/namespaces/" + NAMESPACE + "/deployments/shop/status",
            "application/merge-patch+json",
            AVAILABLE);
    assertThat(response.ok()).as("%s", response).isTrue();
  }

  private void apply(String yaml) {
    Response response = api.apply(yaml, "user");
    assertThat(response.ok()).as("%s", response).isTrue();
  }

  private static Object transition(Response object, String condition) {
    return PlainJson.list(object.at("status", "conditions")).stream()
        .map(PlainJson::object)
        .filter(each -> condition.equals(each.get("type")))
        .findFirst()
        .orElseThrow()
        .get("lastTransitionTime");
  }

  private static Predicate<Response> is(String field, String value) {
    return response -> value.equals(response.at("status", field));
  }

  private static String sample(String path) {
    try {
      return Files.readString(SAMPLES.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
