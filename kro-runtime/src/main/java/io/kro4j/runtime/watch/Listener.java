package io.kro4j.runtime.watch;

import io.kro4j.runtime.cluster.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * Is told of changes. Calls for one subscription come one after the other. They must be quick,
 * since everyone else waits, must not throw, and must neither begin nor end subscriptions nor wait
 * for one; to put a key into a queue is what they are for.
 */
@FunctionalInterface
public interface Listener {

  /**
   * Something that matters to the subscriber changed. What the subscriber itself wrote or offered
   * is not told to it, unless the generation shows that others changed the object too.
   *
   * @param before what was known of the object; null if nothing was, as for all objects at first
   * @param after what is known now; null if it is gone
   */
  void changed(@Nullable CachedObject before, @Nullable CachedObject after);

  /**
   * The cache follows the cluster again, after requests failed or while the type was not served.
   * What changed meanwhile has been told.
   */
  default void recovered() {}

  /** Requests fail, and the cache does not follow the cluster; told at each try. */
  default void failed(ApiException why) {}
}
