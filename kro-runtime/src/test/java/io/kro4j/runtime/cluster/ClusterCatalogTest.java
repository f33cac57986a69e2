package io.kro4j.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.ResourceType;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.runtime.cluster.RequestObserver.Verb;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.SharedControlPlane;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedControlPlane.class)
class ClusterCatalogTest {
  private static final GroupVersionKind DEPLOYMENT =
      new GroupVersionKind("apps", "v1", "Deployment");
  private static final String CRD = Connections.crd("catalog.test", "gadgets", "Gadget");

  private final Connections.Log log = new Connections.Log();
  private HttpCluster cluster;
  private ClusterCatalog catalog;

  @BeforeEach
  void connect(ControlPlane controlPlane) {
    cluster = Connections.connect(controlPlane, log);
    catalog = new ClusterCatalog(cluster, CatalogObserver.none());
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void readsOnlyTheDocumentsOfWhatIsAskedFor() {
    ResourceType deployment = catalog.find(DEPLOYMENT).orElseThrow();
    Optional<ResourceType> replicaSet =
        catalog.find(new GroupVersionKind("apps", "v1", "ReplicaSet"));
    Optional<ResourceType> namespace = catalog.find(new GroupVersionKind("", "v1", "Namespace"));

    assertThat(deployment.plural()).isEqualTo("deployments");
    assertThat(deployment.scope()).isEqualTo(Scope.NAMESPACED);
    assertThat(deployment.schema().property("spec")).isPresent();
    assertThat(replicaSet).isPresent();
    assertThat(namespace).map(ResourceType::scope).contains(Scope.CLUSTER);
    assertThat(log.count(Verb.GET, "/openapi/v3")).isEqualTo(1);
    assertThat(documents()).isEqualTo(2);
  }

  @Test
  void aRefreshReadsAgainOnlyWhatChanged(ControlPlane controlPlane) throws Exception {
    controlPlane.api().establish(CRD, "test");
    GroupVersionKind gadget = new GroupVersionKind("catalog.test", "v1", "Gadget");
    Connections.await("the schema", () -> catalog.find(gadget).isPresent());
    assertThat(catalog.find(DEPLOYMENT)).isPresent();
    assertThat(catalog.find(gadget).orElseThrow().schema().property("spec")).isEmpty();
    long before = documents();

    catalog.refresh();
    assertThat(catalog.find(DEPLOYMENT)).isPresent();
    assertThat(documents()).isEqualTo(before);

    String preserving = "          x-kubernetes-preserve-unknown-fields: true\n";
    String withSpec = preserving + "          properties: {spec: {type: string}}\n";
    controlPlane.api().establish(CRD.replace(preserving, withSpec), "test");
    Connections.await("the changed schema", () -> specIsThere(gadget));
    assertThat(catalog.find(DEPLOYMENT)).isPresent();
    assertThat(documents("/openapi/v3/apis/apps/v1")).isEqualTo(1);
  }

  @Test
  void knowsTheNamesOfAllTypesAndNoOthers() {
    assertThat(catalog.types()).contains(DEPLOYMENT);
    assertThat(catalog.find(new GroupVersionKind("no.where", "v1", "Thing"))).isEmpty();
    assertThat(catalog.find(new GroupVersionKind("apps", "v1", "Thing"))).isEmpty();
  }

  private boolean specIsThere(GroupVersionKind gvk) {
    try {
      catalog.refresh();
    } catch (ApiException e) {
      throw new AssertionError(e);
    }
    return catalog.find(gvk).flatMap(type -> type.schema().property("spec")).isPresent();
  }

  private long documents() {
    return documents("/openapi/v3/");
  }

  private long documents(String prefix) {
    return log.count(Verb.GET, path -> path.startsWith(prefix));
  }
}
