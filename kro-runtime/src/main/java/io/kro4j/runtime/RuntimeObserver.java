package io.kro4j.runtime;

import io.kro4j.runtime.cluster.RequestObserver;
import io.kro4j.runtime.controller.ReconcileObserver;
import io.kro4j.runtime.controller.group.GroupObserver;
import io.kro4j.runtime.controller.instance.TransitionListener;

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

  /** An observer that does not care. */
  static RuntimeObserver none() {
    return new RuntimeObserver() {};
  }
}
