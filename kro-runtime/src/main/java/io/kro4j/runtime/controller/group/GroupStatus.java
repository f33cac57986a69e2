package io.kro4j.runtime.controller.group;

import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import io.kro4j.compiler.instance.status.Condition;
import io.kro4j.runtime.cluster.Patch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of the status of a group or a revision besides its conditions. */
final class GroupStatus {
  private GroupStatus() {}

  /** The ids of the nodes, each after those that it depends on. */
  static List<String> topologicalOrder(ResourceGraph graph) {
    return graph.nodes().stream().map(Node::id).toList();
  }

  /** The nodes that depend on others, and on which. */
  static List<Object> resources(ResourceGraph graph) {
    List<Object> resources = new ArrayList<>();
    for (Node node : graph.nodes()) {
      if (!node.dependencies().isEmpty()) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("id", node.id());
        resource.put(
            "dependencies", node.dependencies().stream().map(id -> Map.of("id", id)).toList());
        resources.add(resource);
      }
    }
    return resources;
  }

  /** Adds what the graph says to a status. */
  static void putGraph(Map<String, @Nullable Object> status, ResourceGraph graph) {
    putFilled(status, "topologicalOrder", topologicalOrder(graph));
    putFilled(status, "resources", resources(graph));
  }

  /** Takes away what a graph said. */
  static void removeGraph(Map<String, @Nullable Object> status) {
    status.remove("topologicalOrder");
    status.remove("resources");
  }

  /** Adds the conditions to a status. */
  static void putConditions(Map<String, @Nullable Object> status, List<Condition> conditions) {
    status.put("conditions", conditions.stream().map(Condition::json).toList());
  }

  /** The patch of the status subresource. */
  @SuppressWarnings("NullAway") // A merge patch holds nulls, and the port takes any JSON.
  static Patch patch(Map<String, @Nullable Object> changes) {
    return Patch.merge(changes).toStatus();
  }

  /** An empty list is left out, as upstream does. */
  private static void putFilled(Map<String, @Nullable Object> status, String key, List<?> values) {
    if (values.isEmpty()) {
      status.remove(key);
    } else {
      status.put(key, values);
    }
  }
}
