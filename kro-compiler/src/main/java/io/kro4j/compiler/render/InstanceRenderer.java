package io.kro4j.compiler.render;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import io.kro4j.compiler.instance.ApplySetInventory;
import io.kro4j.compiler.instance.ChildMetadata;
import io.kro4j.compiler.instance.ChildObject;
import io.kro4j.compiler.instance.InstanceEvaluation;
import io.kro4j.compiler.instance.InstanceGraph;
import io.kro4j.compiler.instance.InstanceLabels;
import io.kro4j.compiler.instance.InstanceMetadata;
import io.kro4j.compiler.instance.LevelWalk;
import io.kro4j.compiler.instance.PlannedGraph;
import io.kro4j.compiler.instance.Suspension;
import io.kro4j.compiler.instance.status.ContestedObjects;
import io.kro4j.compiler.instance.status.InstanceStatus;
import io.kro4j.compiler.instance.status.PassFindings;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.compiler.schema.SchemaCatalog;
import io.kro4j.compiler.schema.Scope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Renders instances of one graph. */
public final class InstanceRenderer {
  private final InstanceGraph graph;
  private final SchemaCatalog catalog;
  private final RenderOptions options;

  /**
   * A renderer.
   *
   * @param graph a graph that the compiler made
   * @param catalog the types of the objects, by which lists are merged; what it lacks is merged as
   *     an API server merges what has no schema
   */
  public InstanceRenderer(ResourceGraph graph, SchemaCatalog catalog, RenderOptions options) {
    if (!(InstanceGraph.of(graph) instanceof PlannedGraph.Accepted accepted)) {
      throw new IllegalArgumentException("the compiler makes no damaged graph: " + graph.name());
    }
    this.graph = accepted.graph();
    this.catalog = catalog;
    this.options = options;
  }

  /**
   * Renders an instance.
   *
   * @param admitted the instance as an API server stores it
   * @param observed what is in the cluster
   */
  public Rendering render(
      Map<String, ? extends @Nullable Object> admitted, List<ObservedObject> observed) {
    return render(admitted, observed, Map.of());
  }

  /**
   * Renders an instance.
   *
   * @param admitted the instance as an API server stores it
   * @param observed what is in the cluster
   * @param statuses for nodes by their id: the status that their objects get
   */
  public Rendering render(
      Map<String, ? extends @Nullable Object> admitted,
      List<ObservedObject> observed,
      Map<String, Map<String, Object>> statuses) {
    ApiType api = graph.graph().api();
    Map<String, @Nullable Object> instance = stored(api, admitted);
    String namespace = PlainJson.text(PlainJson.at(instance, "metadata", "namespace")).orElse("");
    LiveObjects live = new LiveObjects(catalog, options.now());
    SimulatedCluster cluster =
        new SimulatedCluster(
            observed, graph.graph().requiredTypes(), namespace, live, statuses, options.simulate());
    InstanceEvaluation evaluation = graph.evaluate(instance, options.evaluation());
    boolean suspended = Suspension.isRequested(instance);
    if (!suspended) {
      ChildMetadata metadata = ChildMetadata.of(api, instance, options.version());
      new LevelWalk<>(evaluation, graph.levels(), metadata, cluster).run();
    }
    List<Map<String, @Nullable Object>> pruned =
        !suspended && evaluation.isDecided() && !cluster.refused()
            ? cluster.prune(ApplySetInventory.id(api, instance))
            : List.of();
    PassFindings findings =
        suspended
            ? PassFindings.suspended(evaluation)
            : PassFindings.evaluated(evaluation, Optional.empty(), ContestedObjects.none());
    return new Rendering(
        graph.graph().name(),
        written(instance, cluster, findings),
        nodes(evaluation, cluster),
        pruned,
        cluster.objects(),
        observed.stream().filter(object -> !cluster.isUsed(object, namespace)).toList());
  }

  /** The instance with what kubectl and an API server add to it. */
  private Map<String, @Nullable Object> stored(
      ApiType api, Map<String, ? extends @Nullable Object> admitted) {
    Map<String, @Nullable Object> instance = new LinkedHashMap<>(admitted);
    if (api.scope() == Scope.NAMESPACED) {
      instance = LiveObjects.inNamespace(instance, "default");
    }
    return LiveObjects.created(instance, options.now());
  }

  private Map<String, @Nullable Object> written(
      Map<String, @Nullable Object> instance, SimulatedCluster cluster, PassFindings findings) {
    String name = graph.graph().name();
    String uid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    ApplySetInventory inventory =
        ApplySetInventory.of(graph.graph().api(), instance, cluster.kinds(), cluster.namespaces());
    Map<String, @Nullable Object> written =
        InstanceMetadata.of(
                InstanceLabels.of(name, uid, options.version()), inventory, options.version())
            .on(instance);
    written.put(
        "status",
        new InstanceStatus(instance, graph.graph().status().fields().keySet(), options.now())
            .after(findings));
    return written;
  }

  private List<List<Rendering.RenderedNode>> nodes(
      InstanceEvaluation evaluation, SimulatedCluster cluster) {
    List<List<Rendering.RenderedNode>> rendered = new ArrayList<>();
    for (List<Node> level : graph.levels()) {
      List<Rendering.RenderedNode> nodes = new ArrayList<>();
      for (Node node : level) {
        nodes.add(
            new Rendering.RenderedNode(
                evaluation.state(node.id()),
                cluster.applied(node.id()).stream().map(ChildObject::json).toList()));
      }
      rendered.add(nodes);
    }
    return rendered;
  }
}
