package io.kro4j.runtime.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.cluster.FieldManager;
import io.kro4j.runtime.cluster.HttpCluster;
import io.kro4j.runtime.cluster.Json;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.cluster.Patch;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.SharedControlPlane;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With objects and {@code managedFields} as a real API server writes them. */
@ExtendWith(SharedControlPlane.class)
class OwnedFieldsTest {
  private static final String OURS = "kro.run/applyset";
  private static final FieldManager MANAGER = FieldManager.of(OURS);
  private static final FieldManager OTHER = FieldManager.of("someone-else");

  private HttpCluster cluster;
  private String namespace;

  @BeforeEach
  void connect(ControlPlane controlPlane) {
    namespace = Connections.namespace(controlPlane.api(), "owned-fields");
    controlPlane.api().establish(Connections.crd("owned.test", "things", "Thing"), "test");
    controlPlane.api().establish(SETS, "test");
    cluster = Connections.connect(controlPlane);
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  /** An object, and changes of others to what is not ours and to what is. */
  enum Case {
    CONFIG_MAP(
        """
        {"apiVersion": "v1", "kind": "ConfigMap",
         "metadata": {"name": "c", "labels": {"a": "b"}, "annotations": {"x": "y"}},
         "data": {"one": "1", "two": "2"}}""",
        """
        {"metadata": {"labels": {"their": "s"}}, "data": {"three": "3"}}""",
        """
        {"data": {"two": "drift"}}"""),
    DEPLOYMENT(
        """
        {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "d"},
         "spec": {
           "selector": {"matchLabels": {"app": "d"}},
           "template": {
             "metadata": {"labels": {"app": "d"}},
             "spec": {
               "volumes": [{"name": "scratch", "emptyDir": {"sizeLimit": "1024Ki"}}],
               "containers": [
                 {"name": "main", "image": "main:1", "command": ["sh", "-c", "true"],
                  "env": [{"name": "A", "value": "1000m"}, {"name": "B", "value": "b"}],
                  "ports": [{"containerPort": 80}],
                  "resources": {"limits": {"cpu": "1000m"}}},
                 {"name": "side", "image": "side:1"}]}}}}""",
        """
        {"metadata": {"annotations": {"x": "y"}}, "spec": {"replicas": 5, "paused": true}}""",
        """
        {"spec": {"template": {"spec": {"containers": [
           {"name": "side", "image": "side:drift"},
           {"name": "main", "image": "main:1", "command": ["sh", "-c", "true"],
            "env": [{"name": "A", "value": "1000m"}, {"name": "B", "value": "b"}],
            "ports": [{"containerPort": 80}]}]}}}}"""),
    SERVICE(
        """
        {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "s"},
         "spec": {
           "selector": {"app": "s"},
           "ports": [{"name": "tcp", "port": 53, "protocol": "TCP", "targetPort": 5353},
                     {"name": "udp", "port": 53, "protocol": "UDP", "targetPort": "dns"}]}}""",
        """
        {"spec": {"sessionAffinity": "ClientIP"}}""",
        """
        {"spec": {"ports": [{"name": "tcp", "port": 53, "protocol": "TCP", "targetPort": 5353},
                     {"name": "udp", "port": 53, "protocol": "UDP", "targetPort": "drift"}]}}"""),
    FREE_FORM(
        """
        {"apiVersion": "owned.test/v1", "kind": "Thing", "metadata": {"name": "t"},
         "spec": {"list": [{"a": 1}, {"b": 2.5}], "deep": {"er": {"n": 1}}, "empty": {}}}""",
        """
        {"spec": {"deep": {"other": true}, "more": [1]}}""",
        """
        {"spec": {"list": [{"a": 1}, {"b": 3}]}}"""),
    SETS_AND_ATOMS(
        """
        {"apiVersion": "owned.test/v1", "kind": "Sets", "metadata": {"name": "s"},
         "spec": {"set": ["a", "b"], "atomic": [{"num": 1}], "keyed": [{"k": 1, "z": "x", "v": "1"}],
                  "map": {"a": "b"}}}""",
        """
        {"spec": {"set": ["a", "b", "theirs"], "free": 7,
                  "keyed": [{"k": 1, "z": "x", "v": "1"}, {"k": 1, "z": "y", "v": "2"}]}}""",
        """
        {"spec": {"set": ["b"]}}""");

    private final String object;
    private final String besides;
    private final String drift;

    Case(String object, String besides, String drift) {
      this.object = object;
      this.besides = besides;
      this.drift = drift;
    }
  }

  @ParameterizedTest
  @EnumSource(Case.class)
  void areWhatWasAppliedUntilSomeoneChangesJustThat(Case kind) throws Exception {
    Map<String, Object> desired = json(kind.object);
    ObjectRef ref = ref(desired);
    OwnedFields applied = owned(cluster.apply(ref, desired, MANAGER));
    assertThat(applied.sameAs(desired)).as(applied.toString()).isTrue();

    OwnedFields besides = owned(cluster.patch(ref, Patch.merge(json(kind.besides))));
    assertThat(besides).isEqualTo(applied);

    OwnedFields drifted = owned(cluster.patch(ref, Patch.merge(json(kind.drift))));
    assertThat(drifted).isNotEqualTo(applied);
    assertThat(drifted.sameAs(desired)).isFalse();

    OwnedFields mended = owned(cluster.apply(ref, desired, MANAGER));
    assertThat(mended.sameAs(desired)).as(mended.toString()).isTrue();
  }

  @Test
  void aFieldThatIsDesiredNoMoreIsADifference() throws Exception {
    Map<String, Object> desired = json(Case.CONFIG_MAP.object);
    OwnedFields applied = owned(cluster.apply(ref(desired), desired, MANAGER));
    Map<String, Object> less = json(Case.CONFIG_MAP.object.replace(", \"two\": \"2\"", ""));

    assertThat(applied.sameAs(less)).isFalse();
  }

  @Test
  void statusAndOthersDoNotCount() throws Exception {
    Map<String, Object> desired = json(Case.FREE_FORM.object.replace("\"t\"", "\"apart\""));
    ObjectRef ref = ref(desired);
    cluster.apply(ref, desired, MANAGER);
    Map<String, Object> status =
        json(
            "{\"apiVersion\": \"owned.test/v1\", \"kind\": \"Thing\","
                + " \"metadata\": {\"name\": \"apart\"}, \"status\": {\"ready\": true}}");

    Map<String, Object> live = cluster.applyStatus(ref, status, MANAGER);

    assertThat(owned(live).sameAs(desired)).isTrue();
    assertThat(OwnedFields.of(live, OTHER.name()).isEmpty()).isTrue();
    assertThat(live).containsEntry("status", Map.of("ready", true));
  }

  private static OwnedFields owned(Map<String, Object> live) {
    return OwnedFields.of(live, OURS);
  }

  private ObjectRef ref(Map<String, Object> object) throws Exception {
    GroupVersionKind gvk =
        GroupVersionKind.of((String) object.get("apiVersion"), (String) object.get("kind"));
    Optional<ApiType> type = cluster.types().find(gvk);
    Map<?, ?> metadata = (Map<?, ?>) object.get("metadata");
    return new ObjectRef(type.orElseThrow(), namespace, (String) metadata.get("name"));
  }

  private static Map<String, Object> json(String text) throws IOException {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static final String SETS =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: sets.owned.test}
      spec:
        group: owned.test
        names: {plural: sets, kind: Sets}
        scope: Namespaced
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    properties:
                      free: {type: integer}
                      set: {type: array, items: {type: string}, x-kubernetes-list-type: set}
                      atomic:
                        type: array
                        x-kubernetes-list-type: atomic
                        items: {type: object, properties: {num: {type: integer}}}
                      map:
                        type: object
                        x-kubernetes-map-type: atomic
                        additionalProperties: {type: string}
                      keyed:
                        type: array
                        x-kubernetes-list-type: map
                        x-kubernetes-list-map-keys: [k, z]
                        items:
                          type: object
                          required: [k, z]
                          properties:
                            k: {type: integer}
                            z: {type: string}
                            v: {type: string}
      """;
}
