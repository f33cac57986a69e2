package io.kro4j.runtime.main.metrics;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.runtime.controller.Outcome;
import io.kro4j.runtime.controller.ReconcileObserver;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.time.Duration;

/** Counts passes over objects. */
final class ReconcileMetrics implements ReconcileObserver {
  private final Counter passes;
  private final Counter requeues;
  private final Counter panics;
  private final Histogram durations;

  ReconcileMetrics(Instruments instruments) {
    this.passes =
        instruments.counter(
            "dynamic_controller_reconcile_total", "Passes over objects of a kind.", Labels.GVR);
    this.requeues =
        instruments.counter(
            "dynamic_controller_requeue_total",
            "What passes ended with: no_requeue, requeue_after (nothing announces what it waits"
                + " for) or rate_limited (it failed).",
            Labels.GVR,
            "type");
    this.panics =
        instruments.counter(
            "dynamic_controller_reconcile_panics_total",
            "Passes that ended with an exception, which is a bug.",
            Labels.GVR);
    this.durations =
        instruments.seconds(
            "dynamic_controller_reconcile_duration_seconds", "How long passes take.", Labels.GVR);
  }

  @Override
  public void reconciled(ApiType type, Outcome outcome, boolean threw, Duration duration) {
    String gvr = Labels.path(type);
    passes.labelValues(gvr).inc();
    requeues.labelValues(gvr, type(outcome)).inc();
    durations.labelValues(gvr).observe(RequestMetrics.seconds(duration));
    if (threw) {
      panics.labelValues(gvr).inc();
    }
  }

  private static String type(Outcome outcome) {
    if (outcome instanceof Outcome.Retry) {
      return "rate_limited";
    }
    return outcome instanceof Outcome.Again ? "requeue_after" : "no_requeue";
  }
}
