package io.kro4j.runtime.controller.group;

import io.kro4j.compiler.instance.status.Condition;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.status.ConditionEvents;
import io.kro4j.runtime.status.EventSink;
import io.kro4j.runtime.status.StatusPatch;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the status of a group: one request for a pass that found news, none for others. */
final class GroupStatusWriter {
  private final Cluster cluster;
  private final GroupWorld world;
  private final EventSink events;
  private final GroupObserver observer;

  GroupStatusWriter(Cluster cluster, GroupWorld world, EventSink events, GroupObserver observer) {
    this.cluster = cluster;
    this.world = world;
    this.events = events;
    this.observer = observer;
  }

  /**
   * Writes what a pass found.
   *
   * @throws ApiException if it cannot be written; a group that is gone needs no status
   */
  void write(GroupPass pass) throws ApiException {
    LiveGroup group = pass.group();
    Map<String, @Nullable Object> after = pass.status();
    Optional<Map<String, @Nullable Object>> patch = StatusPatch.between(group.status(), after);
    if (patch.isEmpty()) {
      return;
    }
    try {
      world.offer(group.type(), cluster.patch(group.ref(), GroupStatus.patch(patch.get())));
    } catch (ApiException e) {
      if (e.kind() != ApiException.Kind.NOT_FOUND) {
        throw e;
      }
    }
    new ConditionEvents(events, group.ref(), group.uid())
        .tell(
            GroupPass.READY,
            Condition.listOf(group.status()),
            Condition.listOf(after),
            Set.of(GroupPass.INSTANCES_REMAIN));
    String before = PlainJson.text(group.status().get("state")).orElse("");
    String state = String.valueOf(after.get("state"));
    if (!before.isEmpty() && !before.equals(state)) {
      observer.stateChanged(group.name(), before, state);
    }
  }
}
