package io.kro4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedControlPlane.class)
class ControlPlaneTest {

  private static final String CRD =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: parcels.testing.kro4j.io
      spec:
        group: testing.kro4j.io
        names: {kind: Parcel, listKind: ParcelList, plural: parcels, singular: parcel}
        scope: Namespaced
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    required: [weight]
                    properties:
                      weight: {type: integer, minimum: 1}
      """;

  private static final String PARCEL =
      """
      apiVersion: testing.kro4j.io/v1
      kind: Parcel
      metadata:
        name: %s
      spec:
        weight: %s
      """;

  @Test
  void servesTheWantedVersion(ApiServer api) {
    Response version = api.request("GET", "/version", "", "");

    assertThat(version.at("gitVersion")).isEqualTo("v1.36.3");
  }

  @Test
  void givesAllProgramsAndAKubeconfig(ControlPlane controlPlane) {
    assertThat(List.of("etcd", "kube-apiserver", "kube-controller-manager", "kubectl"))
        .allMatch(program -> Files.isExecutable(controlPlane.binaries().resolve(program)));
    assertThat(controlPlane.kubeconfigFile()).content().isEqualTo(controlPlane.kubeconfig());
    assertThat(controlPlane.kubeconfig()).contains(controlPlane.url().toString());
    assertThat(controlPlane.certificateAuthority()).startsWith("-----BEGIN CERTIFICATE-----");
  }

  @Test
  void kubectlReachesTheApiServer(ControlPlane controlPlane) throws Exception {
    Process kubectl =
        new ProcessBuilder(
                controlPlane.binaries().resolve("kubectl").toString(),
                "--kubeconfig=" + controlPlane.kubeconfigFile(),
                "auth",
                "whoami",
                "--output=jsonpath={.status.userInfo.username}")
            .redirectErrorStream(true)
            .start();
    String output = new String(kubectl.getInputStream().readAllBytes());

    assertThat(output).isEqualTo("admin");
    assertThat(kubectl.waitFor()).isZero();
  }

  @Test
  void aCrdIsEstablishedAndItsSchemaDecides(ApiServer api) {
    Response crd = api.establish(CRD, "test");
    assertThat(crd.warnings()).isEmpty();

    Response good = api.apply(PARCEL.formatted("good", 3), "test");
    assertThat(good.status()).isEqualTo(201);
    assertThat(good.at("spec", "weight")).isEqualTo(3L);

    Response bad = api.apply(PARCEL.formatted("bad", 0), "test");
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.at("message")).asString().contains("spec.weight");
  }

  @Test
  void unknownFieldsAreRefused(ApiServer api) {
    String unknown = CRD.replace("scope: Namespaced", "scope: Namespaced\n  scoop: Namespaced");

    Response response = api.apply(unknown, "test");

    assertThat(response.ok()).isFalse();
    assertThat(response.at("message")).asString().contains(".spec.scoop");
  }

  @Test
  void warningsAreReported(ApiServer api) {
    // The name of a Pod becomes a host name, and the API server warns of one that cannot be.
    Response response =
        api.apply(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: dotted.name}
            spec: {containers: [{name: main, image: none}]}
            """,
            "test");

    assertThat(response.status()).isEqualTo(201);
    assertThat(response.warnings()).singleElement().asString().startsWith("metadata.name: ");
  }

  @Test
  void applyingTheSameAgainChangesNothing(ApiServer api) {
    Map<String, Object> object = configMap("same", Map.of());

    Response first = api.apply(object, "test");
    Response second = api.apply(object, "test");

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.resourceVersion()).isEqualTo(first.resourceVersion()).isNotEmpty();
    assertThat(api.get(ObjectRef.of(object)).body()).isEqualTo(second.body());
    assertThat(api.list("v1", "ConfigMap", "default").at("items"))
        .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
        .extracting("metadata.name")
        .contains("same");
  }

  @Test
  void roleBindingsDecideWhatAServiceAccountMay(ControlPlane controlPlane) {
    ApiServer admin = controlPlane.api();
    admin.apply(object("v1", "ServiceAccount", "reader"), "test");
    ApiServer reader = controlPlane.api(admin.serviceAccountToken("default", "reader"));
    ObjectRef account = ObjectRef.of("v1", "ServiceAccount", "reader");
    assertThat(reader.get(account).status()).isEqualTo(403);

    Map<String, Object> binding =
        new TreeMap<>(object("rbac.authorization.k8s.io/v1", "ClusterRoleBinding", "reader"));
    binding.put(
        "roleRef",
        Map.of(
            "apiGroup",
            "rbac.authorization.k8s.io",
            "kind",
            "ClusterRole",
            "name",
            "cluster-admin"));
    binding.put(
        "subjects",
        List.of(Map.of("kind", "ServiceAccount", "name", "reader", "namespace", "default")));
    assertThat(admin.apply(binding, "test").status()).isEqualTo(201);

    reader.waitFor(account, Response::ok);
  }

  @Test
  void aServerThatDoesNotStartSaysWhy() {
    ControlPlane.Options options =
        ControlPlane.Options.defaults().withApiServerFlags("--no-such-flag");

    assertThatThrownBy(() -> ControlPlane.start(options))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("kube-apiserver ended with 1")
        .hasMessageContaining("unknown flag: --no-such-flag");
  }

  @Test
  void dataOutliveACrashOfTheApiServer(ControlPlane controlPlane) {
    Map<String, Object> object = configMap("before-the-crash", Map.of());
    String version = controlPlane.api().apply(object, "test").resourceVersion();

    ApiServer before = controlPlane.api();
    controlPlane.stopApiServer();
    assertThatThrownBy(() -> before.get(ObjectRef.of(object)))
        .isInstanceOf(UncheckedIOException.class);
    controlPlane.startApiServer();

    assertThat(controlPlane.api().get(ObjectRef.of(object)).resourceVersion()).isEqualTo(version);
    assertThat(before.get(ObjectRef.of(object)).resourceVersion()).isEqualTo(version);
  }

  @Test
  void theControllerManagerCollectsGarbage(ControlPlane controlPlane) {
    controlPlane.startControllerManager();
    ApiServer api = controlPlane.api();
    Response owner = api.apply(configMap("owner", Map.of()), "test");
    Map<String, Object> ownerReference =
        Map.of(
            "apiVersion", "v1",
            "kind", "ConfigMap",
            "name", "owner",
            "uid", String.valueOf(owner.at("metadata", "uid")));
    Map<String, Object> dependent =
        configMap("dependent", Map.of("ownerReferences", List.of(ownerReference)));
    assertThat(api.apply(dependent, "test").status()).isEqualTo(201);

    api.delete(ObjectRef.of(owner.body()));

    api.waitFor(ObjectRef.of(dependent), response -> response.status() == 404);
  }

  private static Map<String, Object> object(String apiVersion, String kind, String name) {
    return Map.of("apiVersion", apiVersion, "kind", kind, "metadata", Map.of("name", name));
  }

  private static Map<String, Object> configMap(String name, Map<String, Object> metadata) {
    Map<String, Object> named = new TreeMap<>(metadata);
    named.put("name", name);
    return Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata", named);
  }
}
