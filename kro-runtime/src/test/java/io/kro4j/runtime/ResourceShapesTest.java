package io.kro4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.ClusterSettings;
import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.controller.DefinitionControllers;
import io.kro4j.runtime.controller.TestGroup;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Groups of unusual shape from their apply to an active instance, and what is said of that. */
@ExtendWith(SharedControlPlane.class)
class ResourceShapesTest {
  private static final String NAMESPACE = "resource-shapes";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: %1$s}
      spec:
        schema: {apiVersion: v1alpha1, group: shapes.example.com, kind: %2$s}
        resources: [%3$s]
      """;
  private static final String INSTANCE =
      """
      apiVersion: shapes.example.com/v1alpha1
      kind: %s
      metadata: {name: %s, namespace: resource-shapes}
      """;

  private ControlPlane controlPlane;
  private ApiServer api;
  private KroRuntime runtime;

  @BeforeEach
  void start(ControlPlane shared) {
    controlPlane = shared;
    api = shared.api();
    DefinitionControllers.install(api);
    Connections.namespace(api, NAMESPACE);
    runtime = start(Set.of());
  }

  @AfterEach
  void stop() {
    runtime.close();
  }

  @Test
  void aGroupWithoutResources() {
    serve("shape-empty", "ShapeEmpty", "");

    Response active = activate("ShapeEmpty", "nothing");

    assertThat(active.hasCondition("Ready")).isTrue();
    assertThat(active.at("metadata", "finalizers")).isEqualTo(List.of("kro.run/finalizer"));
    delete(ObjectRef.of(active.body()));
  }

  @Test
  void aCrdIsAnObjectLikeOthers() {
    serve(
        "shape-crd",
        "ShapeCrd",
        """
        {id: crd, template: {
          apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition,
          metadata: {name: shapes.made.example.com, labels: {for: '${schema.metadata.name}'}},
          spec: {group: made.example.com, names: {plural: shapes, kind: Shape}, scope: Cluster,
            versions: [{name: v1, served: true, storage: true,
              schema: {openAPIV3Schema: {type: object}}}]}}}
        """);

    Response active = activate("ShapeCrd", "maker");

    ObjectRef crd =
        ObjectRef.of(
            "apiextensions.k8s.io/v1", "CustomResourceDefinition", "shapes.made.example.com");
    assertThat(api.get(crd).at("metadata", "labels", "for")).isEqualTo("maker");
    delete(ObjectRef.of(active.body()));
    api.waitFor(crd, response -> response.status() == 404);
  }

  @Test
  void versionsMayHaveAnyName() {
    String crd = Connections.crd("dated.example.com", "dateds", "Dated");
    api.establish(crd.replace("name: v1\n", "name: v1api20240101preview\n"), "test");
    serve(
        "shape-dated",
        "ShapeDated",
        """
        {id: dated, template: {
          apiVersion: dated.example.com/v1api20240101preview, kind: Dated,
          metadata: {name: '${schema.metadata.name}'}, spec: {any: thing}}}
        """);

    Response active = activate("ShapeDated", "today");

    ObjectRef dated =
        new ObjectRef("dated.example.com/v1api20240101preview", "Dated", NAMESPACE, "today");
    assertThat(api.get(dated).at("spec", "any")).isEqualTo("thing");
    delete(ObjectRef.of(active.body()));
  }

  @Test
  void eventsOfInstancesAreWrittenWhereTheGateIsOpen() {
    serve("shape-events", "ShapeEvents", "");
    Response silent = activate("ShapeEvents", "silent");
    runtime.close();
    runtime = start(EnumSet.of(FeatureGate.INSTANCE_CONDITION_EVENTS));

    activate("ShapeEvents", "telling");

    Connections.await("an event", () -> reasons("telling").contains("Ready"));
    // The restart of a runtime is no event, and nothing is written for it.
    assertThat(reasons("silent")).isEmpty();
    assertThat(api.get(ObjectRef.of(silent.body())).resourceVersion())
        .isEqualTo(silent.resourceVersion());
    delete(new ObjectRef("shapes.example.com/v1alpha1", "ShapeEvents", NAMESPACE, "silent"));
    delete(new ObjectRef("shapes.example.com/v1alpha1", "ShapeEvents", NAMESPACE, "telling"));
  }

  private List<String> reasons(String instance) {
    List<?> events = (List<?>) api.list("events.k8s.io/v1", "Event", NAMESPACE).at("items");
    return events.stream()
        .map(Map.class::cast)
        .filter(event -> instance.equals(((Map<?, ?>) event.get("regarding")).get("name")))
        .map(event -> String.valueOf(event.get("reason")))
        .toList();
  }

  private KroRuntime start(Set<FeatureGate> features) {
    RuntimeSettings usual =
        RuntimeSettings.defaults("v0.1.0")
            .withCluster(
                ClusterSettings.defaults("kro4j/test")
                    .withKubeconfig(controlPlane.kubeconfigFile(), null));
    KroRuntime started =
        KroRuntime.start(
            new RuntimeSettings(
                usual.version(),
                usual.cluster(),
                usual.kinds(),
                usual.namespaces(),
                usual.workers(),
                usual.queue(),
                usual.intervals(),
                usual.limits(),
                usual.maxGraphRevisions(),
                usual.deletesCrds(),
                features,
                usual.shutdownTimeout()),
            RuntimeObserver.none());
    Connections.await("a ready runtime", () -> started.waitsFor().isEmpty());
    return started;
  }

  private void serve(String name, String kind, String resources) {
    Response applied =
        api.apply(GROUP.formatted(name, kind, resources.strip().replace("\n", " ")), "user");
    assertThat(applied.ok()).as("%s", applied).isTrue();
    api.waitFor(ObjectRef.of(applied.body()), TestGroup::isReady);
  }

  private Response activate(String kind, String name) {
    Response applied = api.apply(INSTANCE.formatted(kind, name), "user");
    assertThat(applied.ok()).as("%s", applied).isTrue();
    return api.waitFor(
        ObjectRef.of(applied.body()), found -> "ACTIVE".equals(found.at("status", "state")));
  }

  private void delete(ObjectRef object) {
    api.delete(object);
    api.waitFor(object, response -> response.status() == 404);
  }
}
