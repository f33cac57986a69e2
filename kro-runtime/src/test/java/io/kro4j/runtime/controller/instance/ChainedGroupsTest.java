package io.kro4j.runtime.controller.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Instances that are objects of other instances. */
@ExtendWith(SharedControlPlane.class)
class ChainedGroupsTest {
  private static final String NAMESPACE = "chained-groups";
  private static final String GROUPS =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-inner}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtInner
          spec:
            size: integer
          status:
            address: ${service.metadata.name + "-" + string(schema.spec.size)}
        resources:
          - id: service
            template:
              apiVersion: v1
              kind: Service
              metadata: {name: "${schema.metadata.name}"}
              spec: {ports: [{port: 80}]}
          - id: config
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${service.metadata.name}"}
      ---
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-outer}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtOuter
          spec:
            size: integer | default=1
          status:
            address: ${inner.status.address}
        resources:
          - id: inner
            template:
              apiVersion: rt.example.com/v1alpha1
              kind: RtInner
              metadata: {name: "${schema.metadata.name}-inner"}
              spec: {size: "${schema.spec.size}"}
            readyWhen: ['${inner.status.state == "ACTIVE"}']
          - id: user
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-user"}
              data: {address: "${inner.status.address}"}
      ---
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-reader}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtReader
          spec:
            of: string
        resources:
          - id: outer
            externalRef:
              apiVersion: rt.example.com/v1alpha1
              kind: RtOuter
              metadata: {name: "${schema.spec.of}"}
          - id: read
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-read"}
              data: {address: "${outer.status.address}"}
      """;
  private static final String OUTER =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: RtOuter
      metadata: {name: %s, namespace: chained-groups}
      spec: {size: %d}
      """;

  private static Scenario scenario;

  @BeforeAll
  static void serve(ControlPlane controlPlane) {
    scenario = Scenario.of(controlPlane, NAMESPACE, GROUPS);
  }

  @AfterAll
  static void end() {
    scenario.close();
  }

  @Test
  void theInnerOneIsAnInstanceOfItsOwn() {
    Response outer = scenario.activate(OUTER.formatted("one", 1));

    Response inner = scenario.api().get(instance("RtInner", "one-inner"));
    assertThat(outer.at("status", "address")).isEqualTo("one-inner-1");
    assertThat(scenario.data("one-user")).isEqualTo(Map.of("address", "one-inner-1"));
    assertThat(inner.at("status", "state")).isEqualTo("ACTIVE");
    assertThat(inner.at("metadata", "labels", "kro.run/instance-name")).isEqualTo("one");
    assertThat(inner.at("metadata", "labels", "kro.run/resource-graph-definition-name"))
        .isEqualTo("rt-inner");
    assertThat(inner.at("metadata", "annotations", "internal.kro.run/apply-order")).isEqualTo("1");
  }

  @Test
  void aChangeGoesThroughAllOfThem() {
    scenario.activate(OUTER.formatted("changing", 1));

    scenario.activate(OUTER.formatted("changing", 2));

    scenario.await(
        scenario.configMap("changing-user"),
        response -> "changing-inner-2".equals(response.at("data", "address")));
    scenario.await(
        instance("RtOuter", "changing"),
        response -> "changing-inner-2".equals(response.at("status", "address")));
  }

  @Test
  void deletionGoesThroughAllOfThem() {
    scenario.activate(OUTER.formatted("falling", 1));
    scenario.merge(
        scenario.configMap("falling-inner"),
        "{\"metadata\": {\"finalizers\": [\"example.com/hold\"]}}");

    scenario.api().delete(instance("RtOuter", "falling"));

    scenario.awaitState(instance("RtInner", "falling-inner"), "DELETING");
    scenario.awaitIdle();
    assertThat(scenario.api().get(instance("RtOuter", "falling")).ok()).isTrue();
    scenario.merge(scenario.configMap("falling-inner"), "{\"metadata\": {\"finalizers\": null}}");
    scenario.awaitGone(instance("RtOuter", "falling"));
    assertThat(scenario.api().get(instance("RtInner", "falling-inner")).status()).isEqualTo(404);
    assertThat(scenario.api().get(scenario.ref("v1", "Service", "falling-inner")).status())
        .isEqualTo(404);
  }

  @Test
  void anInstanceThatIsReferredToOutlivesTheOneThatReadsIt() {
    scenario.activate(OUTER.formatted("source", 1));
    Response reader =
        scenario.activate(
            """
            apiVersion: rt.example.com/v1alpha1
            kind: RtReader
            metadata: {name: reader, namespace: chained-groups}
            spec: {of: source}
            """);
    assertThat(scenario.data("reader-read")).isEqualTo(Map.of("address", "source-inner-1"));

    scenario.activate(OUTER.formatted("source", 2));
    scenario.await(
        scenario.configMap("reader-read"),
        response -> "source-inner-2".equals(response.at("data", "address")));
    scenario.delete(ObjectRef.of(reader.body()));

    scenario.activate(OUTER.formatted("source", 3));
    scenario.await(
        scenario.configMap("source-user"),
        response -> "source-inner-3".equals(response.at("data", "address")));
  }

  private static ObjectRef instance(String kind, String name) {
    return scenario.ref("rt.example.com/v1alpha1", kind, name);
  }
}
