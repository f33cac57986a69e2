package io.kro4j.runtime.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompiledFiles;
import io.kro4j.compiler.CompilerInput;
import io.kro4j.compiler.CompilerOptions;
import io.kro4j.compiler.ResourceGroupCompiler;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.gitops.GlueSettings;
import io.kro4j.compiler.gitops.GlueTool;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.runtime.KroRuntime;
import io.kro4j.runtime.RuntimeObserver;
import io.kro4j.runtime.RuntimeSettings;
import io.kro4j.runtime.cluster.ClusterSettings;
import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.controller.DefinitionControllers;
import io.kro4j.runtime.controller.TestGroup;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.Flux;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** CRDs, graphs and instances from one commit to Ready and back, by Flux's own controller. */
@ExtendWith(SharedControlPlane.class)
class FluxTest {
  private static final Path SAMPLES = Path.of("..", "samples");
  private static final String NAMESPACE = "flux-test";
  private static final String API = "platform.example.com/v1alpha1";
  private static final String WEB = "web-application";
  private static final String POLICY = "egress-policy";
  private static final String AVAILABLE =
      """
      {"status": {"availableReplicas": 2, "replicas": 2, "readyReplicas": 2,
        "conditions": [{"type": "Available", "status": "True"}]}}
      """;
  private static final String SHOP =
      """
      apiVersion: platform.example.com/v1alpha1
      kind: WebApplication
      metadata: {name: shop, namespace: flux-test}
      spec: {name: shop, image: nginx}
      """;

  private final ObjectRef shop = new ObjectRef(API, "WebApplication", NAMESPACE, "shop");
  private final ObjectRef deployment = new ObjectRef("apps/v1", "Deployment", NAMESPACE, "shop");
  private final ObjectRef service = new ObjectRef("v1", "Service", NAMESPACE, "shop");
  private final ObjectRef webGraph = graph(WEB);
  private final ObjectRef webCrd =
      ObjectRef.of(
          "apiextensions.k8s.io/v1",
          "CustomResourceDefinition",
          "webapplications.platform.example.com");

  private ApiServer api;
  private KroRuntime runtime;
  private Flux flux;

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
    flux = Flux.start(controlPlane);
  }

  @AfterEach
  void stop() {
    flux.close();
    runtime.close();
  }

  @Test
  void oneCommitBecomesReadyInOrderAndGoesInOrder() {
    OutputTree both = compile(WEB, POLICY);
    flux.commit(repository(both, Map.of("shop.yaml", SHOP, "api.yaml", policy())), "main@sha1:1");
    apply(both);

    await("crds", isReadyAt("main@sha1:1"));
    await("graphs", isReadyAt("main@sha1:1"));
    api.waitFor(deployment, Response::ok);
    assertThat(readySince(webGraph)).isLessThanOrEqualTo(since(api.get(shop)));
    assertThat(api.get(layer("instances")).hasCondition("Ready")).isFalse();
    makeAvailable();
    await("instances", isReadyAt("main@sha1:1"));
    assertThat(api.get(shop).hasCondition("Ready")).isTrue();
    assertThat(readySince(layer("crds"))).isLessThanOrEqualTo(readySince(layer("graphs")));
    assertThat(readySince(layer("graphs"))).isLessThanOrEqualTo(readySince(layer("instances")));

    flux.commit(repository(both, Map.of("api.yaml", policy())), "main@sha1:2");

    api.waitFor(shop, response -> response.status() == 404);
    assertThat(api.get(deployment).status()).isEqualTo(404);
    assertThat(api.get(service).status()).isEqualTo(404);
    assertThat(api.get(webGraph).ok()).isTrue();
    await("instances", isReadyAt("main@sha1:2"));

    flux.commit(repository(compile(POLICY), Map.of("api.yaml", policy())), "main@sha1:3");

    api.waitFor(webGraph, response -> response.status() == 404);
    await("instances", isReadyAt("main@sha1:3"));
    assertThat(api.get(webCrd).ok()).as("CRDs stay").isTrue();
    assertThat(api.get(graph(POLICY)).hasCondition("Ready")).isTrue();

    flux.commit(repository(compile(WEB), Map.of("shop.yaml", SHOP)), "main@sha1:4");

    api.waitFor(deployment, Response::ok);
    makeAvailable();
    await("instances", isReadyAt("main@sha1:4"));
    assertThat(api.get(graph(POLICY)).status()).as("went with its instance").isEqualTo(404);
    Connections.await("no policies", () -> policies().isEmpty());

    remove("instances");
    assertThat(api.get(shop).status()).isEqualTo(404);
    assertThat(api.get(deployment).status()).isEqualTo(404);
    assertThat(api.get(webGraph).ok()).isTrue();
    remove("graphs");
    assertThat(api.get(webGraph).status()).isEqualTo(404);
    remove("crds");
    assertThat(api.get(webCrd).ok()).isTrue();
  }

  @Test
  void anEditedGraphFailsAtOnceAndTheNextCommitMendsIt() {
    OutputTree output = compile(POLICY);
    Map<String, String> edited = repository(output, Map.of("api.yaml", policy()));
    edited.computeIfPresent(
        "manifests/graphs/egress-policy.yaml",
        (path, text) -> text.replace("applyOrder: 1", "applyOrder: 2"));
    flux.commit(edited, "main@sha1:11");
    apply(output);

    await("graphs", TestGroup.has("Ready", "False", "HealthCheckFailed", message -> true));
    assertThat(policies()).isEmpty();

    flux.commit(repository(output, Map.of("api.yaml", policy())), "main@sha1:12");

    await("instances", isReadyAt("main@sha1:12"));
    remove("instances");
    remove("graphs");
    remove("crds");
  }

  @Test
  void anInstanceThatFailsIsSaidAtOnceAndWithoutAnyGroupNothingIsRemoved() {
    OutputTree output = compile(WEB);
    String refused =
        SHOP.replace("image: nginx", "image: nginx, ingress: {enabled: true, host: not a host}");
    flux.commit(repository(output, Map.of("shop.yaml", refused)), "main@sha1:21");
    apply(output);
    api.waitFor(deployment, Response::ok);
    makeAvailable();

    await(
        "instances",
        TestGroup.has(
            "Ready",
            "False",
            "HealthCheckFailed",
            message -> message.contains("WebApplication/flux-test/shop status: 'Failed'")));

    flux.commit(repository(output, Map.of("shop.yaml", SHOP)), "main@sha1:22");
    await("instances", isReadyAt("main@sha1:22"));

    flux.commit(Map.of("README.md", "no groups"), "main@sha1:23");
    await("crds", TestGroup.has("Ready", "False", "ArtifactFailed", message -> true));
    assertThat(api.get(webGraph).ok()).isTrue();
    assertThat(api.get(shop).hasCondition("Ready")).isTrue();
    remove("instances");
    assertThat(api.get(deployment).status()).isEqualTo(404);
    remove("graphs");
    remove("crds");
  }

  /** Sets Flux up, as a person does once. */
  private void apply(OutputTree output) {
    String file = output.files().get("gitops/flux/kustomizations.yaml");
    for (String layer : file.split("(?m)^---$")) {
      Response applied = api.apply(layer, "platform-team");
      assertThat(applied.ok()).as(applied.toString()).isTrue();
      assertThat(applied.warnings()).isEmpty();
    }
  }

  private List<?> policies() {
    return (List<?>) api.list(API, "EgressPolicy", NAMESPACE).at("items");
  }

  private void remove(String name) {
    api.delete(layer(name));
    await(name, response -> response.status() == 404);
  }

  /** Waits for a layer; what Flux says is in the message if it does not come. */
  private void await(String name, Predicate<Response> condition) {
    try {
      api.waitFor(layer(name), condition);
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "\n" + flux.log(), e);
    }
  }

  private static Predicate<Response> isReadyAt(String revision) {
    return response ->
        response.hasCondition("Ready")
            && revision.equals(response.at("status", "lastAppliedRevision"));
  }

  private static ObjectRef layer(String name) {
    return new ObjectRef(
        "kustomize.toolkit.fluxcd.io/v1", "Kustomization", Flux.NAMESPACE, "kro-apis-" + name);
  }

  private static ObjectRef graph(String name) {
    return ObjectRef.of("kro4j.io/v1alpha1", "CompiledGraph", name);
  }

  private static String since(Response object) {
    return String.valueOf(object.at("metadata", "creationTimestamp"));
  }

  private String readySince(ObjectRef object) {
    List<?> conditions = (List<?>) api.get(object).at("status", "conditions");
    return conditions.stream()
        .map(Map.class::cast)
        .filter(condition -> "Ready".equals(condition.get("type")))
        .map(condition -> (String) condition.get("lastTransitionTime"))
        .findFirst()
        .orElseThrow();
  }

  /** Does what the controller of Deployments and a kubelet would do. */
  private void makeAvailable() {
    String path = "/apis/apps/v1/namespaces/" + NAMESPACE + "/deployments/shop/status";
    assertThat(api.request("PATCH", path, "application/merge-patch+json", AVAILABLE).ok()).isTrue();
  }

  private static Map<String, String> repository(OutputTree output, Map<String, String> instances) {
    Map<String, String> files = new LinkedHashMap<>();
    output.files().forEach((path, text) -> files.put("manifests/" + path, text));
    instances.forEach((path, text) -> files.put("instances/" + path, text));
    return files;
  }

  private static String policy() {
    return text(SAMPLES.resolve(POLICY).resolve("instances/valid-one-destination.yaml"))
        .replaceFirst("\nmetadata:\n", "\nmetadata:\n  namespace: " + NAMESPACE + "\n");
  }

  private static OutputTree compile(String... samples) {
    List<SourceFile> sources =
        Stream.of(samples)
            .map(
                name ->
                    SourceFile.of(
                        name + ".yaml", text(SAMPLES.resolve(name).resolve("resourcegroup.yaml"))))
            .toList();
    Compilation compilation =
        ResourceGroupCompiler.compile(
            new CompilerInput(sources, KubernetesCatalog.newest(), CompilerOptions.defaults()));
    GlueSettings settings =
        new GlueSettings(EnumSet.of(GlueTool.FLUX), "kro-apis", "manifests", "instances", "");
    return CompiledFiles.of(compilation.groups(), settings).value().orElseThrow();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
