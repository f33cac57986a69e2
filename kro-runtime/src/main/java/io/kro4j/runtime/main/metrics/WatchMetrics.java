package io.kro4j.runtime.main.metrics;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.runtime.cluster.WatchEvent;
import io.kro4j.runtime.watch.WatchObserver;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.time.Duration;

/** Counts what watches tell. */
final class WatchMetrics implements WatchObserver {
  private final Counter events;
  private final Histogram syncDurations;

  WatchMetrics(Instruments instruments) {
    this.events =
        instruments.counter(
            "dynamic_controller_informer_events_total",
            "What watches told: add, update or delete.",
            Labels.GVR,
            "event_type");
    this.syncDurations =
        instruments.seconds(
            "dynamic_controller_informer_sync_duration_seconds",
            "How long it took from the beginning of a watch until all objects were known.",
            Labels.GVR);
  }

  @Override
  public void synced(ApiType type, Duration duration) {
    syncDurations.labelValues(Labels.text(type)).observe(RequestMetrics.seconds(duration));
  }

  @Override
  public void happened(ApiType type, WatchEvent.Type event) {
    String name =
        switch (event) {
          case ADDED -> "add";
          case MODIFIED -> "update";
          case DELETED -> "delete";
          case BOOKMARK -> "bookmark";
        };
    events.labelValues(Labels.text(type), name).inc();
  }
}
