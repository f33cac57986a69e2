package io.kro4j.runtime.controller.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.RequestObserver.Verb;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.SharedControlPlane;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How many requests an instance of four chained children and an excluded one costs: those that
 * change something, and none that reads.
 */
@ExtendWith(SharedControlPlane.class)
class RequestBudgetTest {
  private static final String NAMESPACE = "request-budget";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-chain}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtChain
          spec:
            size: integer | default=1
            exposed: boolean | default=false
          status:
            last: ${last.data.port}
        resources:
          - id: account
            template:
              apiVersion: v1
              kind: ServiceAccount
              metadata: {name: "${schema.metadata.name}"}
          - id: settings
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-settings"}
              data: {account: "${account.metadata.name}"}
          - id: service
            template:
              apiVersion: v1
              kind: Service
              metadata: {name: "${schema.metadata.name}"}
              spec:
                selector: {app: "${settings.data.account}"}
                ports: [{port: 80}]
          - id: last
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-last"}
              data:
                port: ${string(service.spec.ports[0].port)}
                size: ${string(schema.spec.size)}
          - id: ingress
            includeWhen: ["${schema.spec.exposed}"]
            template:
              apiVersion: networking.k8s.io/v1
              kind: Ingress
              metadata: {name: "${last.metadata.name}"}
              spec:
                defaultBackend: {service: {name: "${service.metadata.name}", port: {number: 80}}}
      """;
  private static final String INSTANCE =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: RtChain
      metadata: {name: chain, namespace: request-budget}
      spec: {size: %d}
      """;

  private Scenario scenario;
  private ObjectRef instance;

  @BeforeEach
  void makeOne(ControlPlane controlPlane) {
    scenario = Scenario.of(controlPlane, NAMESPACE, GROUP);
    instance = scenario.ref("rt.example.com/v1alpha1", "RtChain", "chain");
    scenario.awaitIdle();
    scenario.requests().clear();
    scenario.apply(INSTANCE.formatted(1));
    scenario.awaitState(instance, "ACTIVE");
    scenario.awaitIdle();
  }

  @AfterEach
  void removeIt() {
    scenario.api().delete(instance);
    scenario.awaitGone(instance);
    scenario.close();
  }

  @Test
  void aNewInstanceCostsOneApplyForEachChildAndTwoWritesOfItsOwn() {
    assertThat(requests()).isEqualTo(Map.of("APPLY", 5L, "PATCH status", 1L));
  }

  @Test
  void anUnchangedInstanceCostsNothing() {
    scenario.requests().clear();
    scenario.enqueueAll();
    scenario.awaitIdle();

    assertThat(requests()).isEmpty();
  }

  @Test
  void aChangedFieldCostsOneApplyAndOneStatus() {
    scenario.requests().clear();
    scenario.apply(INSTANCE.formatted(2));
    scenario.awaitState(instance, "ACTIVE");
    scenario.awaitIdle();

    assertThat(requests()).isEqualTo(Map.of("APPLY", 1L, "PATCH status", 1L));
    assertThat(scenario.data("chain-last")).isEqualTo(Map.of("port", "80", "size", "2"));
  }

  @Test
  void aDriftCostsOneApply() {
    scenario.requests().clear();
    scenario.apply(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: chain-last, namespace: request-budget}
        data: {size: "77"}
        """);
    scenario.await(
        scenario.ref("v1", "ConfigMap", "chain-last"),
        response -> "1".equals(response.at("data", "size")));
    scenario.awaitIdle();

    assertThat(requests()).isEqualTo(Map.of("APPLY", 1L));
  }

  @Test
  void aDeletionCostsOneForEachChildAndTwoWritesOfItsOwn() {
    scenario.requests().clear();
    scenario.api().delete(instance);
    scenario.awaitGone(instance);
    scenario.awaitIdle();

    assertThat(requests()).isEqualTo(Map.of("DELETE", 4L, "PATCH status", 1L, "PATCH", 1L));
  }

  @Test
  void aRestartCostsNothing() {
    scenario.stop();
    scenario.requests().clear();
    scenario.start();
    scenario.awaitIdle();

    assertThat(requests(Verb.APPLY, Verb.PATCH, Verb.DELETE, Verb.CREATE, Verb.GET)).isEmpty();
  }

  private Map<String, Long> requests() {
    return requests(Verb.values());
  }

  /** How many requests of each verb there were, watches and discovery apart. */
  private Map<String, Long> requests(Verb... verbs) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Verb verb : verbs) {
      if (verb != Verb.WATCH) {
        scenario
            .requests()
            .of(verb)
            .forEach(
                request ->
                    counts.merge(
                        request.subresource().isEmpty()
                            ? verb.name()
                            : verb.name() + " " + request.subresource(),
                        1L,
                        Long::sum));
      }
    }
    return counts;
  }
}
