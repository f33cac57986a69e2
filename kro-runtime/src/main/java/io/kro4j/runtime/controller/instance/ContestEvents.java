package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.crd.StatusSchema;
import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.status.ContestedObjects;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.status.EventSink;
import io.kro4j.runtime.status.EventSink.Event;
import java.util.List;
import java.util.Map;

/** Makes one event of an object that somebody else begins to change back again and again. */
public final class ContestEvents implements TransitionListener {
  private final EventSink events;

  /**
   * @param events where the events go
   */
  public ContestEvents(EventSink events) {
    this.events = events;
  }

  @Override
  public void written(
      ApiType api,
      Map<String, Object> instance,
      Map<String, Object> before,
      Map<String, Object> after) {
    List<String> known = contested(before);
    String uid = PlainJson.text(PlainJson.at(instance, "metadata", "uid")).orElse("");
    for (String object : contested(after)) {
      if (!known.contains(object)) {
        events.emit(
            new Event(
                ObjectRef.of(api, instance),
                uid,
                EventSink.Type.WARNING,
                ContestedObjects.REASON,
                "somebody else changes " + object + " back whenever it is applied"));
      }
    }
  }

  private static List<String> contested(Map<String, Object> status) {
    return PlainJson.list(status.get(StatusSchema.RESOURCES)).stream()
        .map(PlainJson::object)
        .filter(entry -> ContestedObjects.REASON.equals(entry.get("reason")))
        .map(ContestEvents::describe)
        .toList();
  }

  private static String describe(Map<String, Object> entry) {
    String place = entry.containsKey("namespace") ? entry.get("namespace") + "/" : "";
    return entry.get("kind") + " " + place + entry.get("name");
  }
}
