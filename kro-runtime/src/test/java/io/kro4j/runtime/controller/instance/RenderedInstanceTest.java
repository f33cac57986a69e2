package io.kro4j.runtime.controller.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.render.InstanceRenderer;
import io.kro4j.compiler.render.ObservedObject;
import io.kro4j.compiler.render.RenderOptions;
import io.kro4j.compiler.render.Rendering;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is rendered without a cluster is what the runtime does in one. */
@ExtendWith(SharedControlPlane.class)
class RenderedInstanceTest {
  private static final String NAMESPACE = "rendered";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-rendered}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtRendered
          spec:
            names: '[]string'
            replicas: integer | default=2
          status:
            replicas: ${deployment.spec.replicas}
            available: ${deployment.status.availableReplicas}
            pages: ${pages.map(p, p.metadata.name)}
            region: ${settings.data.region}
        resources:
          - id: settings
            externalRef:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: settings}
          - id: deployment
            readyWhen: ["${deployment.status.?availableReplicas.orValue(0) > 0}"]
            template:
              apiVersion: apps/v1
              kind: Deployment
              metadata:
                name: ${schema.metadata.name}
                labels: {region: "${settings.data.region}"}
              spec:
                replicas: ${schema.spec.replicas}
                selector: {matchLabels: {app: rendered}}
                template:
                  metadata: {labels: {app: rendered}}
                  spec: {containers: [{name: main, image: none}]}
          - id: pages
            forEach: [{name: "${schema.spec.names}"}]
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-${name}"}
          - id: service
            template:
              apiVersion: v1
              kind: Service
              metadata: {name: "${deployment.metadata.name}"}
              spec: {selector: "${deployment.spec.selector.matchLabels}", ports: [{port: 80}]}
      """;
  private static final String INSTANCE =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: RtRendered
      metadata: {name: shop, namespace: rendered}
      spec: {names: [a, b]}
      """;

  private static Scenario scenario;
  private static CompiledGroup group;

  @BeforeAll
  static void serve(ControlPlane controlPlane) {
    scenario = Scenario.of(controlPlane, NAMESPACE, GROUP);
    group = Scenario.compile(GROUP).get(0);
  }

  @AfterAll
  static void end() {
    scenario.close();
  }

  @Test
  void isWhatTheRuntimeDoes() {
    scenario.apply(INSTANCE);
    ObjectRef instance = scenario.ref("rt.example.com/v1alpha1", "RtRendered", "shop");
    scenario.awaitState(instance, "IN_PROGRESS");
    scenario.awaitIdle();
    List<ObjectRef> owned =
        new ArrayList<>(List.of(scenario.configMap("shop-a"), scenario.configMap("shop-b")));
    compare(instance, owned, List.of());

    scenario.apply(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings, namespace: rendered}
        data: {region: north}
        """);
    List<ObjectRef> external = List.of(scenario.configMap("settings"));
    ObjectRef deployment = scenario.ref("apps/v1", "Deployment", "shop");
    scenario.await(deployment, Response::ok);
    scenario.awaitIdle();
    owned.add(deployment);
    compare(instance, owned, external);

    scenario.mergeStatus(
        deployment,
        "{\"status\": {\"availableReplicas\": 2, \"readyReplicas\": 2, \"replicas\": 2}}");
    scenario.awaitState(instance, "ACTIVE");
    scenario.awaitIdle();
    owned.add(scenario.ref("v1", "Service", "shop"));
    compare(instance, owned, external);
  }

  /** The rendering of what is in the cluster changes nothing, since the runtime did it already. */
  private static void compare(ObjectRef instance, List<ObjectRef> owned, List<ObjectRef> external) {
    Map<String, Object> live = scenario.api().get(instance).body();
    List<ObservedObject> observed = new ArrayList<>();
    Span nowhere = new Span(SourceFile.of("cluster", ""), 0, 0);
    Stream.concat(owned.stream(), external.stream())
        .forEach(ref -> observed.add(new ObservedObject(scenario.api().get(ref).body(), nowhere)));
    Map<String, Object> before = new LinkedHashMap<>(live);
    before.remove("status");
    Rendering rendering =
        new InstanceRenderer(
                group.graph(), KubernetesCatalog.newest(), RenderOptions.of(true, "v0.1.0"))
            .render(before, observed);

    assertThat(rendering.unmatched()).isEmpty();
    assertThat(rendering.pruned()).isEmpty();
    assertThat(rendering.manifests()).hasSameSizeAs(owned);
    for (Map<String, Object> manifest : rendering.manifests()) {
      Map<String, Object> object = scenario.api().get(ObjectRef.of(manifest)).body();
      assertThat(merged(object, manifest)).isEqualTo(object);
    }
    assertThat(timeless(rendering.instance().get("status")))
        .isEqualTo(timeless(live.get("status")));
    Map<String, Object> annotations =
        PlainJson.object(PlainJson.at(rendering.instance(), "metadata", "annotations"));
    assertThat(annotations)
        .isEqualTo(PlainJson.object(PlainJson.at(live, "metadata", "annotations")));
  }

  /** What becomes of an object when another is laid over it. */
  private static Object merged(Object below, Object above) {
    if (!(below instanceof Map<?, ?>) || !(above instanceof Map<?, ?>)) {
      return above instanceof List<?> && below instanceof List<?> ? below : above;
    }
    Map<String, Object> merged = new LinkedHashMap<>(PlainJson.object(below));
    PlainJson.object(above)
        .forEach((name, value) -> merged.put(name, merged(merged.get(name), value)));
    return merged;
  }

  private static Object timeless(Object status) {
    if (status instanceof Map<?, ?>) {
      Map<String, Object> result = new LinkedHashMap<>();
      PlainJson.object(status)
          .forEach(
              (name, value) -> {
                if (!name.equals("lastTransitionTime")) {
                  result.put(name, timeless(value));
                }
              });
      return result;
    }
    return status instanceof List<?> list
        ? list.stream().map(RenderedInstanceTest::timeless).toList()
        : status;
  }
}
