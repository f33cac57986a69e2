package io.kro4j.runtime.registry;

import io.kro4j.compiler.instance.GroupKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The graph of each kind. The source that came first serves a kind until it withdraws; others are
 * told who does. A graph is replaced in one step: a pass over an instance sees the old one or the
 * new one. Safe for concurrent use.
 */
public final class GraphRegistry {
  private final Map<GroupKind, ServedGraph> serving = new HashMap<>();
  private final Map<GroupKind, Set<GraphSource>> rivals = new HashMap<>();
  private final List<RegistryListener> listeners = new CopyOnWriteArrayList<>();
  private final Obstacles obstacles = new Obstacles();

  /** Tells a listener of all changes from now on. */
  public void listen(RegistryListener listener) {
    listeners.add(listener);
  }

  /** What is in the way of the graphs that serve. */
  public Obstacles obstacles() {
    return obstacles;
  }

  /** Brings a graph. If its source brought one for another kind before, that one is withdrawn. */
  public synchronized Admission offer(ServedGraph graph) {
    GroupKind kind = GroupKind.of(graph.api().gvk());
    withdrawOthers(graph.source(), kind);
    ServedGraph current = serving.get(kind);
    if (current != null && !current.source().equals(graph.source())) {
      if (rivals.computeIfAbsent(kind, k -> new LinkedHashSet<>()).add(graph.source())) {
        listeners.forEach(listener -> listener.contested(current, graph.source()));
      }
      return new Admission.Taken(current.source());
    }
    if (current != null && current.version().equals(graph.version())) {
      return new Admission.Serving(false);
    }
    removeRival(kind, graph.source());
    serving.put(kind, graph);
    listeners.forEach(listener -> listener.serving(graph));
    return new Admission.Serving(true);
  }

  /**
   * Withdraws what a source brought.
   *
   * @return the sources that wanted to serve the kind, which may bring their graphs again
   */
  public synchronized List<GraphSource> withdraw(GraphSource source) {
    rivals.values().forEach(sources -> sources.remove(source));
    List<GraphSource> waiting = new ArrayList<>();
    for (ServedGraph graph : List.copyOf(serving.values())) {
      if (graph.source().equals(source)) {
        waiting.addAll(remove(graph));
      }
    }
    return waiting;
  }

  /** The graph that serves a kind. */
  public synchronized Optional<ServedGraph> find(GroupKind kind) {
    return Optional.ofNullable(serving.get(kind));
  }

  /** The graph that a source serves. */
  public synchronized Optional<ServedGraph> servedBy(GraphSource source) {
    return serving.values().stream().filter(graph -> graph.source().equals(source)).findFirst();
  }

  /** The sources that want to serve a kind but may not, in the order they came. */
  public synchronized List<GraphSource> rivals(GroupKind kind) {
    return List.copyOf(rivals.getOrDefault(kind, Set.of()));
  }

  /** All graphs that serve. */
  public synchronized Map<GroupKind, ServedGraph> all() {
    return new LinkedHashMap<>(serving);
  }

  private void withdrawOthers(GraphSource source, GroupKind kept) {
    for (ServedGraph graph : List.copyOf(serving.values())) {
      if (graph.source().equals(source) && !GroupKind.of(graph.api().gvk()).equals(kept)) {
        remove(graph);
      }
    }
  }

  private List<GraphSource> remove(ServedGraph graph) {
    GroupKind kind = GroupKind.of(graph.api().gvk());
    serving.remove(kind);
    listeners.forEach(listener -> listener.withdrawn(graph));
    Set<GraphSource> waiting = rivals.remove(kind);
    return waiting == null ? List.of() : List.copyOf(waiting);
  }

  private void removeRival(GroupKind kind, GraphSource source) {
    Set<GraphSource> sources = rivals.get(kind);
    if (sources != null) {
      sources.remove(source);
    }
  }
}
