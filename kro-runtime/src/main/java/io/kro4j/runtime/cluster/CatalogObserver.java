package io.kro4j.runtime.cluster;

import java.time.Duration;

/** Hears how the schemas of the cluster are got, for metrics. Must be quick and thread-safe. */
public interface CatalogObserver {
  /** The document of a group and version was in memory. */
  default void hit() {}

  /**
   * A document was asked for, since it was not in memory or had changed.
   *
   * @param answered whether the API server gave it
   */
  default void missed(boolean answered, Duration duration) {}

  /** An observer that does not care. */
  static CatalogObserver none() {
    return new CatalogObserver() {};
  }
}
