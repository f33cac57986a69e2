package io.kro4j.runtime.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Why graphs that serve do not reach their instances, for those that write the status of their
 * sources. Takes no locks, so that watches may tell it. Safe for concurrent use.
 */
public final class Obstacles {
  private final Map<GraphSource, String> reasons = new ConcurrentHashMap<>();
  private final List<Consumer<GraphSource>> listeners = new CopyOnWriteArrayList<>();

  /** Tells of each source whose obstacle comes, changes or goes; the listener must be quick. */
  public void listen(Consumer<GraphSource> listener) {
    listeners.add(listener);
  }

  /** A graph does not reach its instances, for this reason. */
  public void put(GraphSource source, String reason) {
    if (!reason.equals(reasons.put(source, reason))) {
      listeners.forEach(listener -> listener.accept(source));
    }
  }

  /** Nothing is in the way any more. */
  public void remove(GraphSource source) {
    if (reasons.remove(source) != null) {
      listeners.forEach(listener -> listener.accept(source));
    }
  }

  /** What is in the way of the graph of a source, for users. */
  public Optional<String> find(GraphSource source) {
    return Optional.ofNullable(reasons.get(source));
  }
}
