package io.kro4j.runtime.watch;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.runtime.cluster.Cluster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The watches of the process: one for each type and selection that somebody is interested in. It
 * begins with the first subscriber and ends with the last. Safe for concurrent use.
 */
public final class SharedWatches implements AutoCloseable {
  private final Cluster cluster;
  private final WatchObserver observer;
  private final Map<Key, SharedWatch> watches = new HashMap<>();
  private final Map<String, Long> schemas = new HashMap<>();

  /** No watches yet. */
  public SharedWatches(Cluster cluster, WatchObserver observer) {
    this.cluster = cluster;
    this.observer = observer;
  }

  private record Key(ApiType type, Selection selection) {
    static Key of(Interest interest) {
      return new Key(interest.type(), interest.selection());
    }
  }

  /**
   * Begins to follow objects.
   *
   * <p>The listener hears first of all objects that are there, sorted, as if each were new, and
   * then of what changes. If others follow the same objects, and see as much of them, that happens
   * before this returns.
   *
   * @param interest what is wanted
   * @param listener who is told
   */
  public synchronized Subscription subscribe(Interest interest, Listener listener) {
    SharedWatch watch =
        watches.computeIfAbsent(
            Key.of(interest),
            key -> new SharedWatch(cluster, key.type(), key.selection(), observer));
    Subscriber subscriber = new Subscriber(watch, interest, listener, this::end);
    watch.add(subscriber);
    return subscriber;
  }

  /** How many watches there are. */
  public synchronized int count() {
    return watches.size();
  }

  /**
   * A CRD is there, or changed: whoever awaits its objects need not wait for the next try, and
   * those that are known may have other defaults.
   *
   * @param crdName its name
   * @param generation its generation
   */
  public void lookAgain(String crdName, long generation) {
    List<SharedWatch> awaited;
    boolean isNewSchema;
    synchronized (this) {
      Long before = schemas.put(crdName, generation);
      isNewSchema = before != null && before != generation;
      awaited =
          watches.entrySet().stream()
              .filter(watch -> watch.getKey().type().crdName().equals(crdName))
              .map(Map.Entry::getValue)
              .toList();
    }
    awaited.forEach(isNewSchema ? SharedWatch::schemaChanged : SharedWatch::lookAgain);
  }

  /** A CRD is gone. */
  public synchronized void forget(String crdName) {
    schemas.remove(crdName);
  }

  /** Ends all watches; their subscriptions hear nothing more. */
  @Override
  public synchronized void close() {
    List.copyOf(watches.values()).forEach(SharedWatch::close);
    watches.clear();
  }

  private synchronized void end(Subscriber subscriber) {
    Key key = Key.of(subscriber.interest());
    SharedWatch watch = watches.get(key);
    if (watch != null && watch.remove(subscriber)) {
      watches.remove(key);
    }
  }
}
