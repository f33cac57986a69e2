package io.kro4j.runtime.controller.compiled;

import io.kro4j.compiler.instance.status.Condition;
import io.kro4j.compiler.instance.status.ConditionSet;
import io.kro4j.compiler.schema.PlainJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one pass over a compiled graph finds out, which becomes its status. */
final class CompiledPass {
  static final String READY = "Ready";
  private static final String GRAPH_ACCEPTED = "GraphAccepted";
  private static final String KIND_READY = "KindReady";
  private static final String CONTROLLER_READY = "ControllerReady";

  private final Map<String, Object> before;
  private final long generation;
  private final ConditionSet conditions;

  /**
   * Begins a pass.
   *
   * @param object the compiled graph as plain JSON
   * @param now the time in RFC 3339
   */
  CompiledPass(Map<String, Object> object, String now) {
    this.before = PlainJson.object(object.get("status"));
    this.generation =
        PlainJson.at(object, "metadata", "generation") instanceof Number number
            ? number.longValue()
            : 0;
    this.conditions =
        new ConditionSet(
            READY,
            List.of(GRAPH_ACCEPTED, KIND_READY, CONTROLLER_READY),
            Condition.listOf(before),
            generation,
            now);
  }

  void accepted() {
    conditions.holds(GRAPH_ACCEPTED, "Accepted", "the graph is as the compiler wrote it");
  }

  void rejected(String reason, String message) {
    conditions.fails(GRAPH_ACCEPTED, reason, message);
  }

  void kindReady(String kind) {
    conditions.holds(KIND_READY, "Ready", "kind " + kind + " is the one of the graph");
  }

  void kindFailed(String reason, String message) {
    conditions.fails(KIND_READY, reason, message);
  }

  void running(String message) {
    conditions.holds(CONTROLLER_READY, "Running", message);
  }

  void notRunning(String reason, String message) {
    conditions.fails(CONTROLLER_READY, reason, message);
  }

  /** The status as it was. */
  Map<String, Object> before() {
    return before;
  }

  /** The status to write. */
  Map<String, @Nullable Object> status() {
    Map<String, @Nullable Object> status = new LinkedHashMap<>();
    status.put("observedGeneration", generation);
    status.put("conditions", conditions.list().stream().map(Condition::json).toList());
    return status;
  }
}
