package io.kro4j.runtime.status;

import io.kro4j.compiler.instance.status.Condition;
import io.kro4j.compiler.instance.status.Condition.Status;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.status.EventSink.Event;
import java.util.List;
import java.util.Set;

/** The events that say how an object's conditions changed: that it is ready, or what is wrong. */
public final class ConditionEvents {
  private final EventSink events;
  private final ObjectRef about;
  private final String uid;

  /** Events about an object. */
  public ConditionEvents(EventSink events, ObjectRef about, String uid) {
    this.events = events;
    this.about = about;
    this.uid = uid;
  }

  /**
   * Emits an event for each condition that begins to fail, and one when the object gets ready.
   *
   * @param root the type of the condition that sums up the others
   * @param before the conditions as they were
   * @param after the conditions as they are
   * @param alarming the types of conditions that are bad news when they hold
   */
  public void tell(
      String root, List<Condition> before, List<Condition> after, Set<String> alarming) {
    for (Condition condition : after) {
      boolean isRoot = condition.type().equals(root);
      Status bad = alarming.contains(condition.type()) ? Status.TRUE : Status.FALSE;
      if (before.stream().anyMatch(old -> isSame(old, condition))) {
        continue;
      }
      if (isRoot && condition.status() == Status.TRUE) {
        events.emit(
            new Event(
                about, uid, EventSink.Type.NORMAL, condition.reason(), "everything is ready"));
      } else if (!isRoot && condition.status() == bad) {
        events.emit(
            new Event(about, uid, EventSink.Type.WARNING, condition.reason(), condition.message()));
      }
    }
  }

  private static boolean isSame(Condition old, Condition condition) {
    return old.type().equals(condition.type()) && old.status() == condition.status();
  }
}
