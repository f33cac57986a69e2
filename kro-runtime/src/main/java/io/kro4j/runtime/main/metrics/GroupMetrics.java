package io.kro4j.runtime.main.metrics;

import io.kro4j.runtime.controller.group.GroupObserver;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.time.Duration;

/** Counts what happens to live groups and their revisions. */
final class GroupMetrics implements GroupObserver {
  private static final String NAME = "name";

  private final Counter builds;
  private final Counter buildErrors;
  private final Histogram buildDurations;
  private final Counter transitions;
  private final Counter deletions;
  private final Histogram deletionDurations;
  private final Counter issued;
  private final Counter waits;
  private final Counter resolutions;
  private final Counter collected;
  private final Counter collectErrors;
  private final Counter compiled;
  private final Histogram compileDurations;
  private final Counter statusErrors;
  private final Counter evictions;

  GroupMetrics(Instruments instruments) {
    builds = instruments.counter("rgd_graph_build_total", "Groups compiled.", NAME);
    buildErrors =
        instruments.counter("rgd_graph_build_errors_total", "Groups that do not compile.", NAME);
    buildDurations =
        instruments.seconds("rgd_graph_build_duration_seconds", "How long it takes.", NAME);
    transitions =
        instruments.counter(
            "rgd_state_transitions_total", "Changes of a group's state.", NAME, "from", "to");
    deletions = instruments.counter("rgd_deletions_total", "Groups deleted.", NAME);
    deletionDurations =
        instruments.seconds("rgd_deletion_duration_seconds", "How long deletions take.", NAME);
    issued =
        instruments.counter(
            "rgd_graph_revision_issue_total", "Revisions issued, by the reason.", "reason");
    waits =
        instruments.counter(
            "rgd_graph_revision_wait_total", "Groups that wait, by the reason.", "reason");
    resolutions =
        instruments.counter(
            "rgd_graph_revision_resolution_total",
            "What came of looking at the revisions of a group.",
            "result");
    collected =
        instruments.counter("rgd_graph_revision_gc_deleted_total", "Old revisions deleted.");
    collectErrors =
        instruments.counter(
            "rgd_graph_revision_gc_errors_total", "Old revisions that could not be deleted.");
    compiled =
        instruments.counter(
            "graph_revision_compile_total", "Revisions compiled, by the result.", "result");
    compileDurations =
        instruments.seconds(
            "graph_revision_compile_duration_seconds", "How long it takes.", "result");
    statusErrors =
        instruments.counter(
            "graph_revision_status_update_errors_total",
            "Statuses of revisions that could not be written.");
    evictions =
        instruments.counter("graph_revision_registry_evictions_total", "Revisions forgotten.");
  }

  @Override
  public void built(String group, boolean sound, Duration duration) {
    builds.labelValues(group).inc();
    buildDurations.labelValues(group).observe(RequestMetrics.seconds(duration));
    if (!sound) {
      buildErrors.labelValues(group).inc();
    }
  }

  @Override
  public void stateChanged(String group, String from, String to) {
    transitions.labelValues(group, from, to).inc();
  }

  @Override
  public void deleted(String group, Duration duration) {
    deletions.labelValues(group).inc();
    deletionDurations.labelValues(group).observe(RequestMetrics.seconds(duration));
  }

  @Override
  public void issued(String reason) {
    issued.labelValues(reason).inc();
  }

  @Override
  public void waited(String reason) {
    waits.labelValues(reason).inc();
  }

  @Override
  public void resolved(String result) {
    resolutions.labelValues(result).inc();
  }

  @Override
  public void collected(boolean deleted) {
    (deleted ? collected : collectErrors).inc();
  }

  @Override
  public void compiled(boolean sound, Duration duration) {
    String result = sound ? "success" : "failed";
    compiled.labelValues(result).inc();
    compileDurations.labelValues(result).observe(RequestMetrics.seconds(duration));
  }

  @Override
  public void revisionStatusFailed() {
    statusErrors.inc();
  }

  @Override
  public void evicted() {
    evictions.inc();
  }
}
