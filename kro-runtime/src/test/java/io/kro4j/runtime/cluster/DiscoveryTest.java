package io.kro4j.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.runtime.cluster.RequestObserver.Verb;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.SharedControlPlane;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedControlPlane.class)
class DiscoveryTest {
  private final Connections.Log log = new Connections.Log();

  @Test
  void knowsTypesByVersionAndByKind(ControlPlane controlPlane) throws Exception {
    try (HttpCluster cluster = Connections.connect(controlPlane, log)) {
      ApiTypes types = cluster.types();
      GroupVersionKind deployment = new GroupVersionKind("apps", "v1", "Deployment");

      assertThat(types.find(deployment))
          .contains(new ApiType(deployment, "deployments", Scope.NAMESPACED));
      assertThat(types.find("autoscaling", "HorizontalPodAutoscaler"))
          .map(type -> type.gvk().version())
          .contains("v2");
      assertThat(types.find("", "Namespace")).map(ApiType::scope).contains(Scope.CLUSTER);
      assertThat(types.all()).contains(deployment);
      assertThat(log.count(Verb.GET, "/apis")).isEqualTo(1);
    }
  }

  @Test
  void findsWhatIsDefinedLaterWithoutAskingForEachMiss(ControlPlane controlPlane) throws Exception {
    try (HttpCluster cluster = Connections.connect(controlPlane, log)) {
      ApiTypes types = cluster.types();
      for (int n = 0; n < 50; n++) {
        assertThat(types.find("later.test", "Late")).isEmpty();
      }
      assertThat(log.count(Verb.GET, "/apis")).isLessThan(5);

      controlPlane.api().establish(Connections.crd("later.test", "lates", "Late"), "test");

      Optional<ApiType> late =
          Optional.of(
              new ApiType(
                  new GroupVersionKind("later.test", "v1", "Late"), "lates", Scope.NAMESPACED));
      Connections.await("the new type", () -> found(types).equals(late));
    }
  }

  private static Optional<ApiType> found(ApiTypes types) {
    try {
      return types.find("later.test", "Late");
    } catch (ApiException e) {
      throw new AssertionError(e);
    }
  }
}
