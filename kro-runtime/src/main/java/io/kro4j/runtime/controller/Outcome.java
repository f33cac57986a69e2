package io.kro4j.runtime.controller;

import java.time.Duration;

/** When a reconciler wants to see the object again. */
public sealed interface Outcome {
  /** When something happens to it. */
  record Done() implements Outcome {}

  /**
   * After a while, because nothing announces what it waits for.
   *
   * @param after how long
   */
  record Again(Duration after) implements Outcome {}

  /**
   * After a wait that grows with each failure in a row.
   *
   * @param reason why it failed, for the log
   * @param atLeast how long it must wait at least, because the API server says so; or zero
   */
  record Retry(String reason, Duration atLeast) implements Outcome {}

  /** Nothing more to do. */
  static Outcome done() {
    return new Done();
  }

  /** To be done again after a while, or never if that is zero, as upstream reads its flags. */
  static Outcome again(Duration after) {
    return after.isZero() ? new Done() : new Again(after);
  }

  /** To be done again, because something happened meanwhile. */
  static Outcome atOnce() {
    return new Again(Duration.ZERO);
  }

  /** Failed. */
  static Outcome retry(String reason) {
    return new Retry(reason, Duration.ZERO);
  }
}
