package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cuts a graph into levels: the nodes of a level depend only on those of the levels before it. */
final class Levels {
  private Levels() {}

  static List<List<Node>> of(ResourceGraph graph) {
    List<List<Node>> levels = new ArrayList<>();
    Map<String, Integer> depths = new HashMap<>();
    for (Node node : graph.nodes()) {
      int depth =
          node.dependencies().stream()
              .mapToInt(id -> depths.getOrDefault(id, 0) + 1)
              .max()
              .orElse(0);
      depths.put(node.id(), depth);
      while (levels.size() <= depth) {
        levels.add(new ArrayList<>());
      }
      levels.get(depth).add(node);
    }
    return levels;
  }
}
