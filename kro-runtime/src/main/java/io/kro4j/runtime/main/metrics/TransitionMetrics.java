package io.kro4j.runtime.main.metrics;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.runtime.controller.instance.TransitionListener;
import io.prometheus.metrics.core.metrics.Counter;
import java.util.Map;

/** Counts changes of the state of instances. */
final class TransitionMetrics implements TransitionListener {
  private final Counter transitions;

  TransitionMetrics(Instruments instruments) {
    this.transitions =
        instruments.counter(
            "instance_state_transitions_total",
            "Changes of the state of instances.",
            "gvr",
            "from_state",
            "to_state");
  }

  @Override
  public void written(
      ApiType api,
      Map<String, Object> instance,
      Map<String, Object> before,
      Map<String, Object> after) {
    String from = state(before);
    String to = state(after);
    if (!from.equals(to)) {
      // Upstream's label is called gvr and holds this.
      String type = api.gvk().apiVersion() + ", Kind=" + api.gvk().kind();
      transitions.labelValues(type, from, to).inc();
    }
  }

  private static String state(Map<String, Object> status) {
    return status.get("state") instanceof String state ? state : "";
  }
}
