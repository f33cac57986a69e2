package io.kro4j.compiler.instance;

import static io.kro4j.compiler.instance.TestGraph.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.graph.Node;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The labels and annotations of upstream, on the objects of an instance and on the instance. */
class ChildMetadataTest {
  private static final InstanceGraph GRAPH =
      TestGraph.of(
          """
          resources:
            - id: config
              template:
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: config
                  labels: {team: shop, app.kubernetes.io/managed-by: somebody}
                  annotations: {note: mine}
            - id: parts
              forEach: [{part: "${['a', 'b']}"}]
              template:
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: "part-${part}"}
          """);

  @Test
  void goesOntoTheObject() {
    Map<String, Object> instance = TestGraph.shop("{}");

    assertThat(applied(instance, "config", 0))
        .isEqualTo(
            json(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: config
                  namespace: default
                  labels:
                    team: shop
                    app.kubernetes.io/managed-by: kro
                    kro.run/owned: "true"
                    kro.run/kro-version: v1.0-dirty
                    kro.run/instance-id: u-1
                    kro.run/instance-name: one
                    kro.run/instance-namespace: default
                    kro.run/instance-group: kro.run
                    kro.run/instance-version: v1alpha1
                    kro.run/instance-kind: Shop
                    kro.run/node-id: config
                    applyset.kubernetes.io/part-of: %s
                  annotations: {note: mine, internal.kro.run/apply-order: "1"}
                """
                    .formatted(ApplySetInventory.id(GRAPH.graph().api(), instance))));
  }

  @Test
  void countsTheObjectsOfACollection() {
    Map<String, Object> labels =
        JsonObjects.object(
            JsonObjects.metadata(applied(TestGraph.shop("{}"), "parts", 1)), "labels");

    assertThat(labels)
        .containsEntry("kro.run/collection-index", "1")
        .containsEntry("kro.run/collection-size", "2");
  }

  @Test
  void namesNoNamespaceWhereThereIsNone() {
    InstanceGraph cluster = TestGraph.clusterScoped("resources: []\n");
    Map<String, Object> instance = json("{metadata: {name: one, uid: u}}");

    assertThat(ChildMetadata.of(cluster.graph().api(), instance, "v1").labels())
        .doesNotContainKey("kro.run/instance-namespace");
  }

  /** A label has at most 63 characters, the name of an instance up to 253. */
  @Test
  void shortensLongNames() {
    String longest = "n".repeat(63);
    String tooLong = "n".repeat(64);
    String other = "n".repeat(63) + "m";

    assertThat(nameLabel(longest)).isEqualTo(longest);
    assertThat(nameLabel(tooLong))
        .hasSize(63)
        .startsWith("n".repeat(52) + "-")
        .isEqualTo(nameLabel(tooLong))
        .isNotEqualTo(nameLabel(other));
    assertThat(LabelValue.isValid(nameLabel("a.".repeat(60) + "a"))).isTrue();
  }

  @Test
  void labelsTheInstance() {
    assertThat(InstanceLabels.of("shop", "g-1", "v1.0+dirty"))
        .isEqualTo(
            Map.of(
                "kro.run/owned", "true",
                "kro.run/kro-version", "v1.0-dirty",
                "kro.run/resource-graph-definition-id", "g-1",
                "kro.run/resource-graph-definition-name", "shop"));
  }

  private static String nameLabel(String name) {
    Map<String, Object> instance = Map.of("metadata", Map.of("name", name));
    return ChildMetadata.of(GRAPH.graph().api(), instance, "v1")
        .labels()
        .get("kro.run/instance-name");
  }

  private static Map<String, Object> applied(Map<String, Object> instance, String id, int index) {
    Decision.Desired desired =
        (Decision.Desired) GRAPH.evaluate(instance, EvaluationOptions.DEFAULT).decide(id);
    Node node = GRAPH.graph().node(id).orElseThrow();
    return ChildMetadata.of(GRAPH.graph().api(), instance, "v1.0+dirty")
        .apply(node, desired.objects().get(index));
  }
}
