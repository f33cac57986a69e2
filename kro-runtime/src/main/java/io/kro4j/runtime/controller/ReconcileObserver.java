package io.kro4j.runtime.controller;

import io.kro4j.compiler.graph.ApiType;
import java.time.Duration;

/** Hears of each call of a reconciler, for metrics. Must be quick and thread-safe. */
@FunctionalInterface
public interface ReconcileObserver {
  /**
   * A reconciler was called.
   *
   * @param type the type of the object
   * @param outcome what it wanted; a retry if it threw
   * @param threw whether it threw, which is a bug
   * @param duration how long it took
   */
  void reconciled(ApiType type, Outcome outcome, boolean threw, Duration duration);

  /** An observer that does not care. */
  static ReconcileObserver none() {
    return (type, outcome, threw, duration) -> {};
  }
}
