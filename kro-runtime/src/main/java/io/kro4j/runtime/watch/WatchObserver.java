package io.kro4j.runtime.watch;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.runtime.cluster.WatchEvent;
import java.time.Duration;

/** Hears of watches, for metrics. Must be quick and thread-safe. */
public interface WatchObserver {
  /** The first list of a watch is complete. */
  default void synced(ApiType type, Duration duration) {}

  /** Something happened to an object of a type; bookmarks are not told. */
  default void happened(ApiType type, WatchEvent.Type event) {}

  /** An observer that does not care. */
  static WatchObserver none() {
    return new WatchObserver() {};
  }
}
