package io.kro4j.runtime.controller.instance;

import io.kro4j.runtime.apply.AppliedObjects;
import java.time.Duration;

/**
 * What is remembered of one instance between passes. It makes passes cheap and waits long; losing
 * it does no harm. Used by one worker at a time.
 */
final class InstanceMemory {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final String uid;
  private final AppliedObjects applied = new AppliedObjects();
  private int refusals;

  /**
   * @param uid the uid of the instance: one made anew under the same name is another
   */
  InstanceMemory(String uid) {
    this.uid = uid;
  }

  String uid() {
    return uid;
  }

  AppliedObjects applied() {
    return applied;
  }

  /** How long to wait after the API server refused an object for good, longer each time. */
  Duration waitAfterRefusal(Duration first) {
    Duration wait = first;
    for (int i = 0; i < refusals && wait.compareTo(LONGEST) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    refusals++;
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }

  void forgetRefusals() {
    refusals = 0;
  }
}
