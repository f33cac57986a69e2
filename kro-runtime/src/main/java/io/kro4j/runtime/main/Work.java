package io.kro4j.runtime.main;

import io.kro4j.runtime.RuntimeObserver;
import io.kro4j.runtime.RuntimeSettings;

/** What a process does while it leads. */
@FunctionalInterface
interface Work {
  /**
   * Begins. Returns soon; what it needs may become ready later.
   *
   * @throws IllegalArgumentException if the settings cannot be used, with the reason for the user
   */
  Running start(RuntimeSettings settings, RuntimeObserver observer);

  /** What has begun. */
  interface Running {
    /** What it still waits for, for users; empty if it is ready. */
    String waitsFor();

    /** Why it will not get on without a restart, for users; empty if it does. */
    String stuck();

    /** Ends what is being done, within the time that the settings give. */
    void close();
  }
}
