package io.kro4j.runtime.main.metrics;

import io.kro4j.runtime.RuntimeStatistics;
import io.kro4j.runtime.RuntimeStatistics.InstanceCondition;
import java.util.function.ToDoubleFunction;

/** What is looked up only when somebody asks for metrics. */
final class StateMetrics {
  private final Instruments instruments;
  private volatile RuntimeStatistics statistics = RuntimeStatistics.none();

  /**
   * Nothing runs yet.
   *
   * @param withConditions whether there is a value for each condition of each instance, which may
   *     be many
   */
  StateMetrics(Instruments instruments, boolean withConditions) {
    this.instruments = instruments;
    gauge(
        "dynamic_controller_queue_length",
        "Instances that wait for a worker.",
        RuntimeStatistics::queuedInstances);
    gauge(
        "kro4j_definition_queue_length",
        "Groups, revisions, compiled graphs and CRDs that wait for a worker.",
        RuntimeStatistics::queuedDefinitions);
    gauge("dynamic_controller_gvr_count", "Kinds that are served.", RuntimeStatistics::kinds);
    gauge("dynamic_controller_watch_count", "Watches.", RuntimeStatistics::watches);
    gauge(
        "schema_resolver_cache_size",
        "Documents with schemas in memory.",
        RuntimeStatistics::schemas);
    instruments.gauges(
        "graph_revision_registry_entries",
        "Revisions of live groups, by what became of them: pending, active or failed.",
        values -> statistics.revisions().forEach((state, count) -> values.call(count, state)),
        "state");
    if (withConditions) {
      conditions();
    }
  }

  void running(RuntimeStatistics now) {
    statistics = now;
  }

  private void gauge(String name, String help, ToDoubleFunction<RuntimeStatistics> value) {
    instruments.gauge(name, help, () -> value.applyAsDouble(statistics));
  }

  private void conditions() {
    instruments.gauges(
        "instance_condition_current_status_seconds",
        "How long conditions of instances have had their status; only with the feature gate"
            + " InstanceConditionMetrics.",
        values -> {
          for (InstanceCondition each : statistics.conditions()) {
            values.call(
                each.age().toMillis() / 1e3,
                Labels.text(each.api()),
                each.namespace() == null ? "" : each.namespace(),
                each.name(),
                each.condition().type(),
                each.condition().status().text(),
                each.condition().reason());
          }
        },
        Labels.GVR,
        "namespace",
        "name",
        "condition_type",
        "condition_status",
        "reason");
  }
}
