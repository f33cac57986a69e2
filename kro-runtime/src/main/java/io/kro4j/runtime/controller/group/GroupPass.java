package io.kro4j.runtime.controller.group;

import io.kro4j.compiler.graph.ResourceGraph;
import io.kro4j.compiler.instance.status.Condition;
import io.kro4j.compiler.instance.status.Condition.Status;
import io.kro4j.compiler.instance.status.ConditionSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over a group finds out, which becomes its status. The names and words of conditions
 * are upstream's. Not safe for concurrent use.
 */
final class GroupPass {
  static final String READY = "Ready";
  static final String REVISIONS_RESOLVED = "GraphRevisionsResolved";
  static final String GRAPH_ACCEPTED = "GraphAccepted";
  static final String KIND_READY = "KindReady";
  static final String CONTROLLER_READY = "ControllerReady";

  /** Ours: says why a group that was deleted is still there. */
  static final String INSTANCES_REMAIN = "InstancesRemain";

  private static final String INSTANCES_EXIST = "InstancesExist";
  private static final String FAILED = "Failed";

  private final LiveGroup group;
  private final ConditionSet conditions;
  private final Map<String, @Nullable Object> status;
  private final String now;
  private @Nullable Condition remaining;

  /**
   * Begins a pass.
   *
   * @param now the time in RFC 3339
   */
  GroupPass(LiveGroup group, String now) {
    this.group = group;
    this.now = now;
    this.status = new LinkedHashMap<>(group.status());
    this.conditions =
        new ConditionSet(
            READY,
            List.of(REVISIONS_RESOLVED, GRAPH_ACCEPTED, KIND_READY, CONTROLLER_READY),
            Condition.listOf(group.status()),
            group.generation(),
            now);
  }

  LiveGroup group() {
    return group;
  }

  void revisionsResolved(long number) {
    conditions.holds(REVISIONS_RESOLVED, "Resolved", "revision " + number + " compiled and active");
    issued(number);
  }

  /** Whether an earlier pass found the revisions of this generation resolved. */
  boolean areRevisionsResolved() {
    return conditions
        .get(REVISIONS_RESOLVED)
        .filter(condition -> condition.holdsFor(group.generation()))
        .isPresent();
  }

  void revisionsAwaited(String reason, String message) {
    conditions.unknown(REVISIONS_RESOLVED, reason, message);
  }

  void revisionsFailed(String message) {
    conditions.fails(REVISIONS_RESOLVED, FAILED, message);
  }

  /** Remembers a revision's number, which is never given again. */
  void issued(long number) {
    status.put("lastIssuedRevision", Math.max(number, group.lastIssuedRevision()));
  }

  void accepted(ResourceGraph graph) {
    conditions.holds(GRAPH_ACCEPTED, "Valid", "resource graph and schema are valid");
    GroupStatus.putGraph(status, graph);
  }

  /** The group is sound; what its graph is stays as it is until the graph serves. */
  void accepted() {
    conditions.holds(GRAPH_ACCEPTED, "Valid", "resource graph and schema are valid");
  }

  void rejected(String message) {
    conditions.fails(GRAPH_ACCEPTED, "InvalidResourceGraph", message);
    GroupStatus.removeGraph(status);
  }

  /** Settings in annotations are wrong; the graph itself is sound. */
  void settingsRejected(String message) {
    conditions.fails(GRAPH_ACCEPTED, "InvalidResourceGraph", message);
  }

  void kindReady(String kind) {
    conditions.holds(KIND_READY, "Ready", "kind " + kind + " has been accepted and ready");
  }

  void kindAwaited(String message) {
    conditions.unknown(KIND_READY, "WaitingForKind", message);
  }

  void kindFailed(String message) {
    conditions.fails(KIND_READY, FAILED, message);
  }

  void controllerRunning(String remark) {
    conditions.holds(CONTROLLER_READY, "Running", "controller is running" + remark);
  }

  void controllerAwaited(String message) {
    conditions.unknown(CONTROLLER_READY, "WaitingForKind", message);
  }

  void controllerFailed(String message) {
    conditions.fails(CONTROLLER_READY, "FailedToStart", message);
  }

  /** The group was deleted, and its instances are still there. */
  void instancesRemain(String message) {
    Optional<Condition> before =
        Condition.listOf(group.status()).stream()
            .filter(condition -> condition.type().equals(INSTANCES_REMAIN))
            .findFirst();
    conditions.awaits(INSTANCES_EXIST, message);
    remaining =
        new Condition(
            INSTANCES_REMAIN,
            Status.TRUE,
            INSTANCES_EXIST,
            message,
            before.map(Condition::lastTransitionTime).orElse(now),
            group.generation());
  }

  /** Whether the graph, its kind and its controller are all as they shall be. */
  boolean isActive() {
    return List.of(GRAPH_ACCEPTED, KIND_READY, CONTROLLER_READY).stream()
        .allMatch(type -> conditions.get(type).filter(c -> c.status() == Status.TRUE).isPresent());
  }

  /** The status to write. */
  Map<String, @Nullable Object> status() {
    List<Condition> all = new ArrayList<>(conditions.list());
    if (remaining != null) {
      all.add(all.size() - 1, remaining);
    }
    GroupStatus.putConditions(status, all);
    status.put("state", isActive() ? "Active" : "Inactive");
    return status;
  }
}
