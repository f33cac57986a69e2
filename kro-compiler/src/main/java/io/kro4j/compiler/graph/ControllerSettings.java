package io.kro4j.compiler.graph;

import java.time.Duration;
import java.util.Optional;

/**
 * How the controller of one kind runs. What is empty is left to the flags of the runtime.
 *
 * @param workers how many instances are reconciled at once
 * @param resync how often everything is looked at again without a cause
 * @param requeue how long to wait for a condition that nothing announces
 * @param minRetryDelay the first wait after a failure
 * @param maxRetryDelay the longest wait after repeated failures
 */
public record ControllerSettings(
    Optional<Integer> workers,
    Optional<Duration> resync,
    Optional<Duration> requeue,
    Optional<Duration> minRetryDelay,
    Optional<Duration> maxRetryDelay) {

  /** Leaves everything to the runtime. */
  public static final ControllerSettings DEFAULT =
      new ControllerSettings(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
