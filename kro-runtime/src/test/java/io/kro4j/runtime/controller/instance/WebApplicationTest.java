package io.kro4j.runtime.controller.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The web application of the announcement: made, changed and deleted. */
@ExtendWith(SharedControlPlane.class)
class WebApplicationTest {
  private static final String NAMESPACE = "web-application";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-web}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtWeb
          spec:
            name: string
            image: string | default=nginx
            replicas: integer | default=2
            ingress:
              enabled: boolean | default=false
          status:
            replicas: ${deployment.spec.replicas}
            address: ${service.metadata.name + ":" + string(service.spec.ports[0].port)}
        resources:
          - id: deployment
            template:
              apiVersion: apps/v1
              kind: Deployment
              metadata: {name: "${schema.spec.name}"}
              spec:
                replicas: ${schema.spec.replicas}
                selector: {matchLabels: {app: "${schema.spec.name}"}}
                template:
                  metadata: {labels: {app: "${schema.spec.name}"}}
                  spec:
                    containers:
                      - name: web
                        image: ${schema.spec.image}
                        ports: [{containerPort: 80}]
          - id: service
            template:
              apiVersion: v1
              kind: Service
              metadata: {name: "${schema.spec.name}"}
              spec:
                selector: ${deployment.spec.selector.matchLabels}
                ports: [{port: 80}]
          - id: ingress
            includeWhen: ["${schema.spec.ingress.enabled}"]
            template:
              apiVersion: networking.k8s.io/v1
              kind: Ingress
              metadata: {name: "${schema.spec.name}"}
              spec:
                defaultBackend: {service: {name: "${service.metadata.name}", port: {number: 80}}}
      """;
  private static final String INSTANCE =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: RtWeb
      metadata: {name: shop, namespace: web-application}
      spec: {name: shop, ingress: {enabled: %s}}
      """;

  @Test
  void livesAndDies(ControlPlane controlPlane) {
    try (Scenario scenario = Scenario.of(controlPlane, NAMESPACE, GROUP)) {
      ObjectRef instance = scenario.ref("rt.example.com/v1alpha1", "RtWeb", "shop");
      ObjectRef deployment = scenario.ref("apps/v1", "Deployment", "shop");
      ObjectRef ingress = scenario.ref("networking.k8s.io/v1", "Ingress", "shop");
      scenario.apply(INSTANCE.formatted(true));

      Response active = scenario.awaitState(instance, "ACTIVE");

      assertThat(active.hasCondition("Ready")).isTrue();
      assertThat(active.at("status", "replicas")).isEqualTo(2L);
      assertThat(active.at("status", "address")).isEqualTo("shop:80");
      assertThat(active.at("metadata", "finalizers")).isEqualTo(List.of("kro.run/finalizer"));
      assertThat(
              active.at("metadata", "annotations", "applyset.kubernetes.io/contains-group-kinds"))
          .isEqualTo("Deployment.apps,Ingress.networking.k8s.io,Service");
      assertThat(scenario.api().get(ingress).ok()).isTrue();
      assertThat(scenario.api().get(deployment).at("metadata", "labels"))
          .asInstanceOf(InstanceOfAssertFactories.MAP)
          .containsAllEntriesOf(Map.of("kro.run/node-id", "deployment", "kro.run/owned", "true"));

      scenario.apply(INSTANCE.formatted(false));
      scenario.awaitGone(ingress);
      Response without = scenario.awaitState(instance, "ACTIVE");

      assertThat(
              without.at("metadata", "annotations", "applyset.kubernetes.io/contains-group-kinds"))
          .isEqualTo("Deployment.apps,Service");

      scenario.api().delete(instance);
      scenario.awaitGone(instance);

      assertThat(scenario.api().get(deployment).status()).isEqualTo(404);
    }
  }
}
