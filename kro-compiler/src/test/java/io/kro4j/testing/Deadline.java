package io.kro4j.testing;

import java.time.Duration;

/** The end of a bounded wait for something that can only be polled. */
final class Deadline {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline in(Duration limit) {
    return new Deadline(System.nanoTime() + limit.toNanos());
  }

  /**
   * Lets a moment go by before the next poll.
   *
   * @return false when the time is over, and then without a pause
   * @throws IllegalStateException if the thread is interrupted; its interrupt flag stays set
   */
  boolean pause() {
    if (System.nanoTime() - end > 0) {
      return false;
    }
    try {
      Thread.sleep(PAUSE.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
