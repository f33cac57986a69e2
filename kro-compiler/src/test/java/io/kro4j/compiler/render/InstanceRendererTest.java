package io.kro4j.compiler.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompilerInput;
import io.kro4j.compiler.CompilerOptions;
import io.kro4j.compiler.ResourceGroupCompiler;
import io.kro4j.compiler.artifact.YamlWriter;
import io.kro4j.compiler.diagnostics.TextRenderer;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.compiler.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InstanceRendererTest {
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: shop}
      spec:
        schema:
          apiVersion: v1alpha1
          kind: Shop
          spec:
            names: '[]string'
          status:
            ports: ${service.spec.ports.map(p, p.port)}
            region: ${settings.data.region}
            peers: ${peers.map(p, p.metadata.name)}
        resources:
          - id: settings
            externalRef:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: settings}
          - id: peers
            externalRef:
              apiVersion: v1
              kind: ConfigMap
              metadata:
                selector: {matchLabels: {peer: "true"}}
          - id: service
            template:
              apiVersion: v1
              kind: Service
              metadata: {name: "${schema.metadata.name}-${settings.data.region}"}
              spec:
                ports: [{name: web, port: 80}]
          - id: pages
            forEach:
              - name: ${schema.spec.names}
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-${name}"}
              data: {service: "${service.metadata.name}"}
      """;

  private static final String SHOP =
      """
      apiVersion: kro.run/v1alpha1
      kind: Shop
      metadata: {name: toys, namespace: shops}
      spec: {names: [a, b]}
      """;

  private static final String SETTINGS =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings, namespace: shops}
      data: {region: north}
      """;

  @Test
  void waitsForWhatSomebodyElseOwns() {
    Rendering rendering = render(SHOP, "", true);

    assertThat(states(rendering))
        .containsEntry("settings", "WAITING_FOR_READINESS")
        .containsEntry("service", "IN_PROGRESS")
        .containsEntry("pages", "IN_PROGRESS");
    assertThat(rendering.manifests()).isEmpty();
  }

  @Test
  void appliesLevelByLevel() {
    Rendering rendering = render(SHOP, SETTINGS, true);

    assertThat(states(rendering).values()).containsOnly("SYNCED");
    assertThat(names(rendering.manifests())).containsExactly("toys-north", "toys-a", "toys-b");
    assertThat(status(rendering)).containsEntry("state", "ACTIVE").containsEntry("region", "north");
  }

  @Test
  void selectsByLabelInAllNamespaces() {
    String peer =
        """
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: east, namespace: other, labels: {peer: "true"}}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: west, namespace: other, labels: {peer: "false"}}
        """;
    Rendering rendering = render(SHOP, SETTINGS + peer, true);

    assertThat(status(rendering)).containsEntry("peers", List.of("east"));
    assertThat(rendering.unmatched())
        .extracting(object -> PlainJson.at(object.json(), "metadata", "name"))
        .containsExactly("west");
  }

  @Test
  void mergesListsAsServerSideApplyDoes() {
    String service =
        """
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: toys-north}
        spec:
          clusterIP: 10.0.0.1
          ports:
          - {name: web, port: 80, protocol: TCP, nodePort: 30001}
          - {name: other, port: 81, protocol: TCP}
        """;
    Rendering rendering = render(SHOP, SETTINGS + service, true);

    assertThat(status(rendering)).containsEntry("ports", List.of(80L, 81L, 80L));
  }

  @Test
  void leavesAloneWhatBelongsToOthers() {
    String service =
        """
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: toys-north
          namespace: shops
          labels: {applyset.kubernetes.io/part-of: applyset-other-v1}
        """;
    Rendering rendering = render(SHOP, SETTINGS + service, true);

    assertThat(states(rendering)).containsEntry("service", "ERROR");
    assertThat(rendering.nodes().get(2).status().message()).contains("applyset-other-v1");
    assertThat(status(rendering)).containsEntry("state", "ERROR");
  }

  @Test
  void waitsForWhatIsBeingDeleted() {
    String service =
        """
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: toys-north, namespace: shops, deletionTimestamp: "2026-01-01T00:00:00Z"}
        """;

    assertThat(states(render(SHOP, SETTINGS + service, true))).containsEntry("service", "DELETING");
  }

  @Test
  void deletesWhatIsNotWantedAnyMore() {
    Rendering before = render(SHOP, SETTINGS, true);
    String left =
        before.objects().stream()
            .map(object -> "---\n" + YamlWriter.write(object))
            .collect(Collectors.joining());
    Rendering after = render(SHOP.replace("[a, b]", "[b, c]"), left, true);

    assertThat(names(after.pruned())).containsExactly("toys-a");
    assertThat(names(after.objects()))
        .containsExactlyInAnyOrder("settings", "toys-north", "toys-b", "toys-c");
  }

  @Test
  void withoutSimulationThereIsOnlyWhatWasObserved() {
    Rendering rendering = render(SHOP, SETTINGS, false);

    assertThat(names(rendering.manifests())).containsExactly("toys-north");
    assertThat(states(rendering))
        .containsEntry("service", "WAITING_FOR_READINESS")
        .containsEntry("pages", "IN_PROGRESS");
  }

  @Test
  void appliesNothingOfASuspendedInstance() {
    String suspended =
        SHOP.replace(
            "namespace: shops", "namespace: shops, annotations: {kro.run/reconcile: suspended}");
    Rendering rendering = render(suspended, SETTINGS, true);

    assertThat(rendering.manifests()).isEmpty();
    assertThat(RenderingText.of(rendering)).contains("reason: ReconciliationSuspended");
  }

  private static Rendering render(String instance, String observed, boolean simulate) {
    KubernetesCatalog catalog = KubernetesCatalog.newest();
    Compilation compilation =
        ResourceGroupCompiler.compile(
            new CompilerInput(
                List.of(SourceFile.of("shop.yaml", GROUP)), catalog, CompilerOptions.defaults()));
    var renderings =
        InstanceRenderings.of(
            new RenderInput(
                compilation.groups(),
                catalog,
                List.of(SourceFile.of("instance.yaml", instance)),
                List.of(),
                List.of(SourceFile.of("cluster.yaml", observed)),
                RenderOptions.of(simulate, "1.2.3")));
    assertThat(renderings.hasErrors())
        .as(
            TextRenderer.render(compilation.diagnostics())
                + TextRenderer.render(renderings.diagnostics()))
        .isFalse();
    return renderings.value().orElseThrow().get(0);
  }

  private static Map<String, String> states(Rendering rendering) {
    return rendering.nodes().stream()
        .collect(
            Collectors.toMap(Rendering.RenderedNode::id, node -> node.status().state().name()));
  }

  private static Map<String, Object> status(Rendering rendering) {
    return PlainJson.object(rendering.instance().get("status"));
  }

  private static List<Object> names(List<Map<String, Object>> objects) {
    return objects.stream().map(object -> PlainJson.at(object, "metadata", "name")).toList();
  }
}
