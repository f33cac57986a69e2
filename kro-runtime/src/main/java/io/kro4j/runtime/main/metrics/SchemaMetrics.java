package io.kro4j.runtime.main.metrics;

import io.kro4j.runtime.cluster.CatalogObserver;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.time.Duration;

/** Counts how schemas of the cluster are got. */
final class SchemaMetrics implements CatalogObserver {
  private final Counter hits;
  private final Counter misses;
  private final Counter errors;
  private final Histogram durations;

  SchemaMetrics(Instruments instruments) {
    this.hits =
        instruments.counter(
            "schema_resolver_cache_hits_total",
            "Schemas whose document, one for each group and version, was in memory.");
    this.misses =
        instruments.counter(
            "schema_resolver_cache_misses_total", "Schemas whose document had to be got.");
    this.errors =
        instruments.counter(
            "schema_resolver_errors_total", "Documents that the API server did not give.");
    this.durations =
        instruments.shortSeconds(
            "schema_resolver_api_call_duration_seconds", "How long it takes to get a document.");
  }

  @Override
  public void hit() {
    hits.inc();
  }

  @Override
  public void missed(boolean answered, Duration duration) {
    misses.inc();
    durations.observe(RequestMetrics.seconds(duration));
    if (!answered) {
      errors.inc();
    }
  }
}
