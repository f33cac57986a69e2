package io.kro4j.runtime;

import io.kro4j.compiler.instance.ExpressionMeter;
import io.kro4j.runtime.cluster.CatalogObserver;
import io.kro4j.runtime.cluster.RequestObserver;
import io.kro4j.runtime.controller.ReconcileObserver;
import io.kro4j.runtime.controller.group.GroupObserver;
import io.kro4j.runtime.controller.instance.NodeObserver;
import io.kro4j.runtime.controller.instance.TransitionListener;
import io.kro4j.runtime.watch.WatchObserver;

/** Hears what the runtime does, for metrics. */
public interface RuntimeObserver {
  /** Who hears of requests to the API server. */
  default RequestObserver requests() {
    return RequestObserver.none();
  }

  /** Who hears of passes over objects. */
  default ReconcileObserver reconciles() {
    return ReconcileObserver.none();
  }

  /** Who hears of groups and revisions. */
  default GroupObserver groups() {
    return GroupObserver.none();
  }

  /** Who hears of each status of an instance that is written. */
  default TransitionListener transitions() {
    return TransitionListener.none();
  }

  /** Who hears of watches. */
  default WatchObserver watches() {
    return WatchObserver.none();
  }

  /** Who hears how schemas are got. */
  default CatalogObserver schemas() {
    return CatalogObserver.none();
  }

  /** Who hears of the nodes of instances. */
  default NodeObserver nodes() {
    return NodeObserver.none();
  }

  /** Who hears of evaluations of expressions. */
  default ExpressionMeter expressions() {
    return ExpressionMeter.none();
  }

  /** A runtime begins, and can be asked from now on how things stand. */
  default void running(RuntimeStatistics statistics) {}

  /** An observer that does not care. */
  static RuntimeObserver none() {
    return new RuntimeObserver() {};
  }
}
