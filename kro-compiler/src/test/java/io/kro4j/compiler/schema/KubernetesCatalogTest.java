package io.kro4j.compiler.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesCatalogTest {
  private static final List<String> VERSIONS = List.of("1.32", "1.33", "1.34", "1.35", "1.36");

  @Test
  void bundlesFiveVersionsAndDefaultsToTheNewest() {
    assertThat(KubernetesCatalog.versions()).isEqualTo(VERSIONS);
    assertThat(KubernetesCatalog.newest().version()).isEqualTo("1.36");
    assertThat(KubernetesCatalog.newest().release()).matches("v1\\.36\\.\\d+");
  }

  @ParameterizedTest
  @CsvSource({"1.36,1.36", "v1.34,1.34", "1.35.2,1.35", "v1.33.13,1.33", "v1.32.5+k3s1,1.32"})
  void takesTheMinorVersionOfARelease(String asked, String found) {
    assertThat(KubernetesCatalog.version(asked).orElseThrow().version()).isEqualTo(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.31", "1.99", "2.36", "1", "latest", "", "1.360000000000"})
  void hasNoCatalogOfOtherVersions(String version) {
    assertThat(KubernetesCatalog.version(version)).isEmpty();
  }

  static Stream<Arguments> everywhere() {
    List<Arguments> cases = new ArrayList<>();
    for (String version : VERSIONS) {
      for (String type :
          List.of(
              "v1 Namespace namespaces Cluster",
              "v1 Node nodes Cluster",
              "v1 PersistentVolume persistentvolumes Cluster",
              "v1 Pod pods Namespaced",
              "v1 Endpoints endpoints Namespaced",
              "v1 ConfigMap configmaps Namespaced",
              "v1 Binding bindings Namespaced",
              "v1 ServiceAccount serviceaccounts Namespaced",
              "apps/v1 Deployment deployments Namespaced",
              "apps/v1 StatefulSet statefulsets Namespaced",
              "batch/v1 CronJob cronjobs Namespaced",
              "autoscaling/v2 HorizontalPodAutoscaler horizontalpodautoscalers Namespaced",
              "networking.k8s.io/v1 NetworkPolicy networkpolicies Namespaced",
              "networking.k8s.io/v1 Ingress ingresses Namespaced",
              "networking.k8s.io/v1 IngressClass ingressclasses Cluster",
              "rbac.authorization.k8s.io/v1 ClusterRole clusterroles Cluster",
              "policy/v1 PodDisruptionBudget poddisruptionbudgets Namespaced",
              "storage.k8s.io/v1 StorageClass storageclasses Cluster",
              "apiregistration.k8s.io/v1 APIService apiservices Cluster",
              "apiextensions.k8s.io/v1 CustomResourceDefinition customresourcedefinitions"
                  + " Cluster")) {
        cases.add(Arguments.of(version, type));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void knowsPluralScopeAndSchemaOfTypes(String version, String expected) {
    String[] words = expected.split(" ");
    ResourceType type = type(version, words[0], words[1]);
    assertThat(type.plural()).isEqualTo(words[2]);
    assertThat(type.scope().text()).isEqualTo(words[3]);
    assertThat(type.schema().isType("object")).isTrue();
    assertThat(at(type, "apiVersion").isType("string")).isTrue();
    assertThat(at(type, "kind").isType("string")).isTrue();
    assertThat(at(type, "metadata.labels").additionalProperties()).isPresent();
    assertThat(at(type, "metadata.ownerReferences[].uid").isType("string")).isTrue();
    assertThat(at(type, "metadata.creationTimestamp").format()).contains("date-time");
  }

  @ParameterizedTest
  @CsvSource({
    "admissionregistration.k8s.io/v1beta1 ValidatingAdmissionPolicy, 1.32 1.33",
    "admissionregistration.k8s.io/v1 MutatingAdmissionPolicy, 1.36",
    "authentication.k8s.io/v1beta1 SelfSubjectReview, 1.32",
    "certificates.k8s.io/v1beta1 PodCertificateRequest, 1.35 1.36",
    "networking.k8s.io/v1 ServiceCIDR, 1.33 1.34 1.35 1.36",
    "resource.k8s.io/v1 ResourceClaim, 1.34 1.35 1.36",
    "resource.k8s.io/v1alpha3 ResourceClaim, 1.32 1.33",
    "apps/v1 Deployment, 1.32 1.33 1.34 1.35 1.36",
    "extensions/v1beta1 Ingress, ''",
  })
  void knowsWhichVersionsServeAType(String type, String versions) {
    String[] words = type.split(" ");
    GroupVersionKind gvk = GroupVersionKind.of(words[0], words[1]);
    Set<String> expected = new TreeSet<>(List.of(versions.split(" ")));
    expected.remove("");
    assertThat(KubernetesCatalog.versionsWith(gvk)).containsExactlyElementsOf(expected);
    for (String version : VERSIONS) {
      assertThat(catalog(version).find(gvk).isPresent())
          .isEqualTo(expected.contains(version))
          .isEqualTo(catalog(version).types().contains(gvk));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "v1, List",
    "v1, PodList",
    "v1, DeleteOptions",
    "v1, Eviction",
    "policy/v1, Eviction",
    "autoscaling/v1, Scale",
    "v1, Deployment",
    "apps/v1, deployment",
  })
  void leavesOutWhatIsNoResource(String apiVersion, String kind) {
    for (String version : VERSIONS) {
      assertThat(catalog(version).find(GroupVersionKind.of(apiVersion, kind))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.32", "1.33", "1.34", "1.35", "1.36"})
  void keepsWhatTheOpenApiSaysOfFields(String version) {
    ResourceType deployment = type(version, "apps/v1", "Deployment");
    assertThat(at(deployment, "spec").required()).containsExactly("selector", "template");
    assertThat(at(deployment, "spec.replicas").type()).contains("integer");
    assertThat(at(deployment, "spec.replicas").format()).contains("int32");
    assertThat(at(deployment, "spec.strategy.rollingUpdate.maxSurge").isIntOrString()).isTrue();
    JsonSchema containers = at(deployment, "spec.template.spec.containers");
    assertThat(containers.listType()).contains("map");
    assertThat(containers.listMapKeys()).containsExactly("name");
    assertThat(containers.items().orElseThrow().required()).containsExactly("name");
    JsonSchema ports = at(deployment, "spec.template.spec.containers[].ports");
    assertThat(ports.listMapKeys()).containsExactly("containerPort", "protocol");
    JsonSchema limit = at(deployment, "spec.template.spec.containers[].resources.limits.*");
    assertThat(limit.type()).isEmpty();
    assertThat(limit.alternatives("oneOf"))
        .extracting(one -> one.type().orElseThrow())
        .containsExactly("string", "number");

    ResourceType service = type(version, "v1", "Service");
    assertThat(at(service, "spec.ports[].protocol").defaultValue()).isEqualTo("TCP");
    assertThat(at(service, "spec.ports[].targetPort").isIntOrString()).isTrue();
    assertThat(at(service, "spec.ports").listMapKeys()).containsExactly("port", "protocol");
    assertThat(at(type(version, "v1", "Secret"), "data.*").format()).contains("byte");
    assertThat(at(type(version, "coordination.k8s.io/v1", "Lease"), "spec.renewTime").format())
        .contains("date-time");
    assertThat(at(type(version, "v1", "ConfigMap"), "data.*").isType("string")).isTrue();
  }

  @Test
  void promisesNoDefaultThatServersDoNotApply() {
    ResourceType pod = type("1.36", "v1", "Pod");
    assertThat(at(pod, "spec.containers[].name").hasDefault()).isFalse();
    assertThat(at(pod, "spec.containers[].ports[].containerPort").hasDefault()).isFalse();
    assertThat(at(pod, "spec.containers[]").hasDefault()).isFalse();
    assertThat(at(pod, "spec").hasDefault()).isFalse();
    assertThat(at(pod, "spec.containers[].args[]").hasDefault()).isFalse();
    assertThat(at(pod, "spec.containers[].ports[].protocol").hasDefault()).isTrue();
    assertThat(at(pod, "spec.volumes[].configMap.name").defaultValue()).isEqualTo("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.32", "1.33", "1.34", "1.35", "1.36"})
  void resolvesAllReferencesAndEnds(String version) {
    KubernetesCatalog catalog = catalog(version);
    assertThat(catalog.types()).hasSizeGreaterThan(60);
    Set<String> dangling = new HashSet<>();
    Definitions definitions =
        name -> {
          if (catalog.definitions().find(name).isEmpty()) {
            dangling.add(name);
          }
          return catalog.definitions().find(name);
        };
    for (GroupVersionKind gvk : catalog.types()) {
      assertThat(walk(JsonSchema.of(catalog.find(gvk).orElseThrow().schema().json(), definitions)))
          .isGreaterThan(10);
    }
    assertThat(dangling).isEmpty();
  }

  @Test
  void readsAReferenceBackAsAnObject() {
    JsonSchema schema =
        at(
            type("1.36", "apiextensions.k8s.io/v1", "CustomResourceDefinition"),
            "spec.versions[].schema.openAPIV3Schema");
    assertThat(schema.hasProperties()).isTrue();
    JsonSchema inner = schema.property("properties").orElseThrow();
    assertThat(inner.additionalProperties().orElseThrow().json())
        .isEqualTo(java.util.Map.of("type", "object"));
  }

  @Test
  void givesTheSchemaOfMetadata() {
    assertThat(KubernetesCatalog.objectMeta().properties())
        .containsKeys("name", "namespace", "labels", "annotations", "finalizers", "uid");
  }

  private static KubernetesCatalog catalog(String version) {
    return KubernetesCatalog.version(version).orElseThrow();
  }

  private static ResourceType type(String version, String apiVersion, String kind) {
    return catalog(version).find(GroupVersionKind.of(apiVersion, kind)).orElseThrow();
  }

  private static JsonSchema at(ResourceType type, String path) {
    return SchemaPaths.at(type.schema(), path);
  }

  /** The number of schemas under one. */
  private static int walk(JsonSchema schema) {
    int count = 1;
    for (JsonSchema part : schema.properties().values()) {
      count += walk(part);
    }
    count += schema.items().map(KubernetesCatalogTest::walk).orElse(0);
    count += schema.additionalProperties().map(KubernetesCatalogTest::walk).orElse(0);
    return count;
  }
}
