package io.kro4j.runtime.controller.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is written on instances and on their objects: labels, annotations, the finalizer and the
 * ApplySet inventory.
 */
@ExtendWith(SharedControlPlane.class)
class MetadataTest {
  private static final String NAMESPACE = "metadata-of-instances";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-metadata}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtMetadata
          spec:
            exposed: boolean | default=false
            elsewhere: string | default=""
            short: string
        resources:
          - id: config
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata:
                name: "${schema.spec.short}"
                labels: {team: blue}
                annotations: {note: mine}
          - id: service
            includeWhen: ["${schema.spec.exposed}"]
            template:
              apiVersion: v1
              kind: Service
              metadata: {name: "${config.metadata.name}"}
              spec: {ports: [{port: 80}]}
          - id: far
            includeWhen: ['${schema.spec.elsewhere != ""}']
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.spec.short}", namespace: "${schema.spec.elsewhere}"}
          - id: parts
            forEach:
              - word: '${["a", "b"]}'
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.spec.short}-${word}"}
      """;
  private static final String INSTANCE =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: RtMetadata
      metadata:
        name: %s
        namespace: metadata-of-instances
      spec: {short: %s, exposed: %s, elsewhere: "%s"}
      """;

  private static Scenario scenario;

  @BeforeAll
  static void serve(ControlPlane controlPlane) {
    scenario = Scenario.of(controlPlane, NAMESPACE, GROUP);
  }

  @AfterAll
  static void end() {
    scenario.close();
  }

  @Test
  void instancesCarryFinalizerLabelsAndInventory() {
    Response instance = scenario.activate(INSTANCE.formatted("parent", "parent", false, ""));

    assertThat(instance.at("metadata", "finalizers")).isEqualTo(List.of("kro.run/finalizer"));
    assertThat(instance.at("metadata", "labels"))
        .isEqualTo(
            Map.of(
                "kro.run/owned", "true",
                "kro.run/kro-version", "v0.1.0",
                "kro.run/resource-graph-definition-id", "uid-of-rt-metadata",
                "kro.run/resource-graph-definition-name", "rt-metadata",
                "applyset.kubernetes.io/id", applySet("parent", NAMESPACE)));
    assertThat(annotations(instance))
        .containsEntry("applyset.kubernetes.io/tooling", "kro/v0.1.0")
        .containsEntry("applyset.kubernetes.io/contains-group-kinds", "ConfigMap")
        .containsEntry("applyset.kubernetes.io/additional-namespaces", "")
        .containsKey("internal.kro.run/applyset-inventory-hash");
  }

  @Test
  void objectsCarryWhoTheyBelongToAndWhatTheAuthorWants() {
    Response instance = scenario.activate(INSTANCE.formatted("children", "children", false, ""));

    Response child = scenario.api().get(scenario.configMap("children"));
    assertThat(child.at("metadata", "labels"))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("team", "blue"),
                Map.entry("kro.run/owned", "true"),
                Map.entry("kro.run/kro-version", "v0.1.0"),
                Map.entry("kro.run/instance-id", instance.at("metadata", "uid")),
                Map.entry("kro.run/instance-name", "children"),
                Map.entry("kro.run/instance-namespace", NAMESPACE),
                Map.entry("kro.run/instance-group", "rt.example.com"),
                Map.entry("kro.run/instance-version", "v1alpha1"),
                Map.entry("kro.run/instance-kind", "RtMetadata"),
                Map.entry("kro.run/node-id", "config"),
                Map.entry("app.kubernetes.io/managed-by", "kro"),
                Map.entry("applyset.kubernetes.io/part-of", applySet("children", NAMESPACE))));
    assertThat(annotations(child))
        .isEqualTo(Map.of("note", "mine", "internal.kro.run/apply-order", "1"));
    assertThat(child.at("metadata", "ownerReferences")).isNull();
    assertThat(child.at("metadata", "managedFields", 0, "manager")).isEqualTo("kro.run/applyset");
  }

  @Test
  void objectsOfCollectionsAlsoCarryTheirPlace() {
    scenario.activate(INSTANCE.formatted("places", "places", false, ""));

    Response second = scenario.api().get(scenario.configMap("places-b"));
    assertThat(second.at("metadata", "labels"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("kro.run/node-id", "parts")
        .containsEntry("kro.run/collection-index", "1")
        .containsEntry("kro.run/collection-size", "2");
  }

  @Test
  void theInventoryGrowsAndShrinksWithTheObjects() {
    scenario.apply(
        "{apiVersion: v1, kind: Namespace, metadata: {name: metadata-of-instances-far}}");
    Response small = scenario.activate(INSTANCE.formatted("growing", "growing", false, ""));

    Response large =
        scenario.activate(
            INSTANCE.formatted("growing", "growing", true, "metadata-of-instances-far"));

    assertThat(annotations(large))
        .containsEntry("applyset.kubernetes.io/contains-group-kinds", "ConfigMap,Service")
        .containsEntry("applyset.kubernetes.io/additional-namespaces", "metadata-of-instances-far");

    scenario.activate(INSTANCE.formatted("growing", "growing", false, ""));
    Response again =
        scenario.await(
            ObjectRef.of(small.body()),
            response -> annotations(response).equals(annotations(small)));
    assertThat(scenario.api().get(scenario.ref("v1", "Service", "growing")).status())
        .isEqualTo(404);
    assertThat(again.at("status", "state")).isEqualTo("ACTIVE");
  }

  @Test
  void whatUsersWriteOnInstancesStays() {
    scenario.apply(
        """
        apiVersion: rt.example.com/v1alpha1
        kind: RtMetadata
        metadata:
          name: noted
          namespace: metadata-of-instances
          labels: {mine: yes-it-is}
          annotations: {why: because}
          finalizers: [example.com/mine]
        spec: {short: noted}
        """);
    ObjectRef instance = scenario.ref("rt.example.com/v1alpha1", "RtMetadata", "noted");
    Response active = scenario.awaitState(instance, "ACTIVE");

    assertThat(active.at("metadata", "labels", "mine")).isEqualTo("yes-it-is");
    assertThat(active.at("metadata", "annotations", "why")).isEqualTo("because");
    assertThat(active.at("metadata", "finalizers"))
        .isEqualTo(List.of("example.com/mine", "kro.run/finalizer"));

    scenario.api().delete(instance);
    Response released =
        scenario.await(
            instance,
            response -> List.of("example.com/mine").equals(response.at("metadata", "finalizers")));
    assertThat(scenario.api().get(scenario.configMap("noted")).status()).isEqualTo(404);
    assertThat(released.at("metadata", "labels", "mine")).isEqualTo("yes-it-is");
    scenario.merge(instance, "{\"metadata\": {\"finalizers\": null}}");
    scenario.awaitGone(instance);
  }

  @Test
  void takenAwayLabelsOfAnInstanceComeBack() {
    Response active = scenario.activate(INSTANCE.formatted("bare", "bare", false, ""));
    ObjectRef instance = ObjectRef.of(active.body());

    scenario.merge(
        instance, "{\"metadata\": {\"labels\": {\"kro.run/owned\": null}, \"finalizers\": null}}");

    scenario.await(
        instance,
        response ->
            active.at("metadata", "labels").equals(response.at("metadata", "labels"))
                && active
                    .at("metadata", "finalizers")
                    .equals(response.at("metadata", "finalizers")));
  }

  @Test
  void namesMayHaveAllTheCharactersThatKubernetesAllows() {
    String name = "n".repeat(253);
    Response active = scenario.activate(INSTANCE.formatted(name, "longest", false, ""));

    Object label =
        scenario
            .api()
            .get(scenario.configMap("longest"))
            .at("metadata", "labels", "kro.run/instance-name");
    assertThat(label).asString().hasSize(63).startsWith("nnn");
    scenario.delete(ObjectRef.of(active.body()));
    assertThat(scenario.api().get(scenario.configMap("longest")).status()).isEqualTo(404);
  }

  /** KEP-3659: a hash of name, namespace, kind and group. */
  private static String applySet(String name, String namespace) {
    return Hashes.applySet(name, namespace, "RtMetadata", "rt.example.com");
  }

  private static Map<String, Object> annotations(Response object) {
    return PlainJson.object(object.at("metadata", "annotations"));
  }
}
