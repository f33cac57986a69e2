package io.kro4j.runtime.controller.group;

import java.time.Duration;

/** Hears what happens to groups and revisions, for metrics. Must be quick and thread-safe. */
public interface GroupObserver {
  /** A group was compiled. */
  default void built(String group, boolean sound, Duration duration) {}

  /** A group's state changed. */
  default void stateChanged(String group, String from, String to) {}

  /** A group was deleted; how long since it was asked for the first time in this process. */
  default void deleted(String group, Duration duration) {}

  /** A revision was issued, for upstream's reason {@code no_revision} or {@code spec_changed}. */
  default void issued(String reason) {}

  /** A group waits for a revision, for upstream's reason, such as {@code compiling}. */
  default void waited(String reason) {}

  /**
   * What came of looking at revisions: {@code serve}, {@code issue}, {@code wait}, {@code failed}.
   */
  default void resolved(String result) {}

  /** An old revision was deleted, or could not be. */
  default void collected(boolean deleted) {}

  /** A revision was compiled. */
  default void compiled(boolean sound, Duration duration) {}

  /** The status of a revision could not be written; it does not serve until it is. */
  default void revisionStatusFailed() {}

  /** A revision was forgotten. */
  default void evicted() {}

  /** An observer that does not care. */
  static GroupObserver none() {
    return new GroupObserver() {};
  }
}
