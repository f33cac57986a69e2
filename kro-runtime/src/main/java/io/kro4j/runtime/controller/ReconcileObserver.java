package io.kro4j.runtime.controller;

import java.time.Duration;

/** Hears of each call of a reconciler, for metrics. Must be quick and thread-safe. */
@FunctionalInterface
public interface ReconcileObserver {
  /**
   * A reconciler was called.
   *
   * @param lane the lane of the queue
   * @param outcome what it wanted; a retry if it threw
   * @param threw whether it threw, which is a bug
   * @param duration how long it took
   */
  void reconciled(String lane, Outcome outcome, boolean threw, Duration duration);

  /** An observer that does not care. */
  static ReconcileObserver none() {
    return (lane, outcome, threw, duration) -> {};
  }
}
