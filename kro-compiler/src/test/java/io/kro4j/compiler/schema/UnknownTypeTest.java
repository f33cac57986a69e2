package io.kro4j.compiler.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownTypeTest {
  private static final String SOURCES =
      "add its CRD or an OpenAPI v3 document to the schema sources, let another group of the same"
          + " build define it, or select a Kubernetes version that has it";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apps/v1beta1 | Deployment | did you mean `apps/v1`?",
        "v1 | Deployment | did you mean `apps/v1`?",
        "extensions/v1beta1 | Ingress | did you mean `networking.k8s.io/v1`?",
        "autoscaling/v2beta2 | HorizontalPodAutoscaler"
            + " | did you mean `autoscaling/v1` or `autoscaling/v2`?",
        "apps/v1 | Deploymnet | did you mean `Deployment` of `apps/v1`?",
        "apps/v1 | deployment | did you mean `Deployment` of `apps/v1`?",
        "v1 | Ingres | did you mean `Ingress` of `networking.k8s.io/v1`?",
        "certificates.k8s.io/v1alpha1 | PodCertificateRequest | it exists in Kubernetes 1.34.",
        "resource.k8s.io/v1alpha3 | ResourceSlice | it exists in Kubernetes 1.32, 1.33.",
      })
  void saysWhatWasProbablyMeant(String apiVersion, String kind, String hint) {
    UnknownType unknown =
        UnknownType.of(GroupVersionKind.of(apiVersion, kind), KubernetesCatalog.newest());
    assertThat(unknown.message())
        .isEqualTo("the type `" + kind + "` of `" + apiVersion + "` is not known");
    assertThat(unknown.help()).isEqualTo(hint + " Otherwise " + SOURCES);
  }

  @Test
  void saysWhereSchemasComeFrom() {
    GroupVersionKind gvk = GroupVersionKind.of("example.org/v1", "Nowhere");
    assertThat(UnknownType.of(gvk, KubernetesCatalog.newest()).help()).isEqualTo(SOURCES);
    assertThat(UnknownType.of(gvk, SchemaCatalog.of(List.of())).help()).isEqualTo(SOURCES);
  }

  @Test
  void aCatalogMaySayItself() {
    SchemaCatalog cluster =
        new SchemaCatalog() {
          @Override
          public Optional<ResourceType> find(GroupVersionKind gvk) {
            return Optional.empty();
          }

          @Override
          public Collection<GroupVersionKind> types() {
            return List.of();
          }

          @Override
          public Optional<String> remedy() {
            return Optional.of("install it");
          }
        };
    SchemaCatalog both =
        SchemaCatalog.firstOf(List.of(SchemaCatalog.empty(), cluster, KubernetesCatalog.newest()));

    assertThat(UnknownType.of(GroupVersionKind.of("example.org/v1", "Nowhere"), both).help())
        .isEqualTo("install it");
  }
}
