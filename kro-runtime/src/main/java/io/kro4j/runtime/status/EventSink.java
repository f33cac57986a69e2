package io.kro4j.runtime.status;

import io.kro4j.runtime.cluster.ObjectRef;

/**
 * Where the events of objects go, which {@code kubectl describe} shows. An event may get lost: what
 * matters is in the status too. Implementations return at once and are safe for concurrent use.
 */
@FunctionalInterface
public interface EventSink {
  /**
   * Something happened to an object.
   *
   * @param event what happened
   */
  void emit(Event event);

  /**
   * What happened to an object.
   *
   * @param about the object
   * @param uid its uid
   * @param type how it is meant
   * @param reason why, as one word
   * @param message what, as a sentence; it is cut if it is long
   */
  record Event(ObjectRef about, String uid, Type type, String reason, String message) {}

  /** How an event is meant. */
  enum Type {
    /** All is well. */
    NORMAL("Normal"),
    /** Somebody should look. */
    WARNING("Warning");

    private final String text;

    Type(String text) {
      this.text = text;
    }

    /** The word that Kubernetes uses. */
    public String text() {
      return text;
    }
  }

  /** A sink that does not care. */
  static EventSink none() {
    return event -> {};
  }
}
