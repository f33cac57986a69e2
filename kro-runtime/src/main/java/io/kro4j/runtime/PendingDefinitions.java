package io.kro4j.runtime;

import io.kro4j.runtime.controller.ObjectKey;
import io.kro4j.runtime.crd.LiveCrd;
import io.kro4j.runtime.queue.FairQueue;
import io.kro4j.runtime.revision.GraphRevision;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Tells whether a kind without a graph may get one soon: for some time after a start, and as long
 * as what defines it fails and is tried again. An API server in trouble, or a request that failed
 * once, is no reason to tell all instances of a kind that nobody serves them.
 */
final class PendingDefinitions {
  /** How long a kind may be without a graph before its instances hear of it. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final FairQueue<String, ObjectKey> queue;
  private final Set<String> lanes;
  private final Function<String, List<String>> revisions;
  private final LongSupplier nanoTime;

  /**
   * Definitions that nothing is known of.
   *
   * @param queue where definitions and revisions wait for their turn
   * @param lanes the lanes of definitions
   * @param revisions the names of the revisions of a group
   * @param nanoTime the clock, as {@link System#nanoTime}
   */
  PendingDefinitions(
      FairQueue<String, ObjectKey> queue,
      Set<String> lanes,
      Function<String, List<String>> revisions,
      LongSupplier nanoTime) {
    this.queue = queue;
    this.lanes = Set.copyOf(lanes);
    this.revisions = revisions;
    this.nanoTime = nanoTime;
  }

  /** Whether the kind of a CRD may be served soon; patience begins now. */
  BooleanSupplier of(LiveCrd crd) {
    long begin = nanoTime.getAsLong();
    return () -> nanoTime.getAsLong() - begin < PATIENCE.toNanos() || isRetried(crd.ownerName());
  }

  private boolean isRetried(String definition) {
    return lanes.stream().anyMatch(lane -> queue.isRetrying(lane, key(definition)))
        || revisions.apply(definition).stream()
            .anyMatch(revision -> queue.isRetrying(GraphRevision.KIND, key(revision)));
  }

  private static ObjectKey key(String name) {
    return new ObjectKey(null, name);
  }
}
