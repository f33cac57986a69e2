package io.kro4j.compiler.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Orders the nodes of a graph so that each comes after what it depends on.
 *
 * <p>Kahn's algorithm; of the nodes that are free to go, the one declared first goes first, as
 * upstream does it, so that both print the same order: {@code z, b(→d), a, d, c(→b,a)} becomes
 * {@code z, a, d, b, c}.
 */
final class TopologicalOrder {
  private TopologicalOrder() {}

  /**
   * The order.
   *
   * @param dependencies the nodes in the order they are declared, each with the nodes it depends
   *     on; must have no cycle
   */
  static List<String> of(Map<String, Set<String>> dependencies) {
    List<String> declared = new ArrayList<>(dependencies.keySet());
    Map<String, Integer> index = new HashMap<>();
    declared.forEach(id -> index.put(id, index.size()));
    Map<String, Integer> missing = new HashMap<>();
    Map<String, List<String>> dependents = new HashMap<>();
    dependencies.forEach(
        (id, needs) -> {
          missing.put(id, needs.size());
          needs.forEach(need -> dependents.computeIfAbsent(need, n -> new ArrayList<>()).add(id));
        });
    PriorityQueue<Integer> free = new PriorityQueue<>();
    index.forEach(
        (id, place) -> {
          if (missing.getOrDefault(id, 0) == 0) {
            free.add(place);
          }
        });
    List<String> order = new ArrayList<>();
    while (!free.isEmpty()) {
      String next = declared.get(free.remove());
      order.add(next);
      for (String dependent : dependents.getOrDefault(next, List.of())) {
        if (missing.merge(dependent, -1, Integer::sum) == 0) {
          free.add(index.getOrDefault(dependent, 0));
        }
      }
    }
    if (order.size() != declared.size()) {
      throw new IllegalArgumentException("the graph has a cycle");
    }
    return order;
  }

  /**
   * The cycles of a graph: for every node that closes one, the way round it, starting and ending
   * with the same node. At most one cycle is given for each set of nodes that reach each other.
   */
  static List<List<String>> cycles(Map<String, Set<String>> dependencies) {
    List<List<String>> cycles = new ArrayList<>();
    Set<String> done = withoutCycle(dependencies);
    for (String start : dependencies.keySet()) {
      if (!done.contains(start)) {
        List<String> cycle = cycleThrough(start, dependencies, done);
        if (!cycle.isEmpty()) {
          cycles.add(cycle);
          done.addAll(cycle);
        }
      }
    }
    return cycles;
  }

  /** The nodes that can be put in order one after the other; no cycle goes through any of them. */
  private static Set<String> withoutCycle(Map<String, Set<String>> dependencies) {
    Map<String, Integer> missing = new HashMap<>();
    Map<String, List<String>> dependents = new HashMap<>();
    Deque<String> free = new ArrayDeque<>();
    dependencies.forEach(
        (id, needs) -> {
          missing.put(id, needs.size());
          needs.forEach(need -> dependents.computeIfAbsent(need, n -> new ArrayList<>()).add(id));
          if (needs.isEmpty()) {
            free.add(id);
          }
        });
    Set<String> ordered = new HashSet<>();
    while (!free.isEmpty()) {
      String next = free.remove();
      ordered.add(next);
      for (String dependent : dependents.getOrDefault(next, List.of())) {
        if (missing.merge(dependent, -1, Integer::sum) == 0) {
          free.add(dependent);
        }
      }
    }
    return ordered;
  }

  /** The shortest way from a node back to itself, or nothing if there is none. */
  private static List<String> cycleThrough(
      String start, Map<String, Set<String>> dependencies, Set<String> done) {
    Map<String, String> cameFrom = new HashMap<>();
    Deque<String> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      String at = queue.remove();
      for (String next : dependencies.getOrDefault(at, Set.of())) {
        if (next.equals(start)) {
          return wayBack(start, at, cameFrom);
        }
        if (!done.contains(next) && cameFrom.putIfAbsent(next, at) == null) {
          queue.add(next);
        }
      }
    }
    return List.of();
  }

  private static List<String> wayBack(String start, String last, Map<String, String> cameFrom) {
    Deque<String> way = new ArrayDeque<>(List.of(start));
    for (String at = last; !at.equals(start); at = cameFrom.getOrDefault(at, start)) {
      way.addFirst(at);
    }
    way.addFirst(start);
    return List.copyOf(way);
  }

  /**
   * The wave of each node: objects are deleted from the highest wave down, so that nothing goes
   * before what depends on it. Waves count from 1; a node that nothing depends on is in the last.
   *
   * @param dependencies as for {@link #of}
   */
  static Map<String, Integer> waves(Map<String, Set<String>> dependencies) {
    List<String> order = of(dependencies);
    Map<String, Integer> depth = new HashMap<>();
    for (int i = order.size() - 1; i >= 0; i--) {
      String id = order.get(i);
      int below = depth.merge(id, 0, Math::max);
      dependencies
          .getOrDefault(id, Set.of())
          .forEach(need -> depth.merge(need, below + 1, Math::max));
    }
    int layers = depth.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    Map<String, Integer> waves = new LinkedHashMap<>();
    order.forEach(id -> waves.put(id, layers - depth.getOrDefault(id, 0)));
    return waves;
  }
}
