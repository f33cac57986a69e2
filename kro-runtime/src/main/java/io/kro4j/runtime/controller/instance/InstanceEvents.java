package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.status.Condition;
import io.kro4j.compiler.instance.status.Condition.Status;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.status.EventSink;
import io.kro4j.runtime.status.EventSink.Event;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes an event of each change of an instance's condition, as upstream does behind its feature
 * gate {@code InstanceConditionEvents}: each costs a request.
 */
public final class InstanceEvents implements TransitionListener {
  private final EventSink events;

  /**
   * @param events where the events go
   */
  public InstanceEvents(EventSink events) {
    this.events = events;
  }

  @Override
  public void written(
      ApiType api,
      Map<String, Object> instance,
      Map<String, Object> before,
      Map<String, Object> after) {
    Map<String, Status> old = new HashMap<>();
    Condition.listOf(before).forEach(condition -> old.put(condition.type(), condition.status()));
    String uid = PlainJson.text(PlainJson.at(instance, "metadata", "uid")).orElse("");
    for (Condition condition : Condition.listOf(after)) {
      Status was = old.get(condition.type());
      if (was != condition.status()) {
        events.emit(
            new Event(
                ObjectRef.of(api, instance),
                uid,
                condition.status() == Status.TRUE ? EventSink.Type.NORMAL : EventSink.Type.WARNING,
                condition.type(),
                message(was == null ? "none" : was.text(), condition)));
      }
    }
  }

  private static String message(String was, Condition condition) {
    return was + " -> " + condition.status().text() + ": " + condition.reason();
  }
}
