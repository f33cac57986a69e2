package io.kro4j.runtime.controller.instance;

import java.time.Duration;

/** Hears of the nodes of instances as passes come to them. Must be quick and thread-safe. */
public interface NodeObserver {
  /**
   * It was decided what a node of an instance is to be.
   *
   * @param failed whether its expressions failed
   * @param duration how long its expressions took
   */
  default void decided(boolean failed, Duration duration) {}

  /** An observer that does not care. */
  static NodeObserver none() {
    return new NodeObserver() {};
  }
}
