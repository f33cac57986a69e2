package io.kro4j.runtime.apply;

import java.time.Duration;

/**
 * How often somebody else changed an object of ours back, or deleted it, after we applied it.
 * Whoever does that each time, as a controller with another opinion does, would have us apply for
 * ever; so each time we wait longer. A change now and then is put right at once.
 *
 * @param lost how often in a row
 * @param appliedAt when it was applied last, as {@link System#nanoTime}
 */
record Contest(int lost, long appliedAt) {
  /** So many changes in a row are put right at once. */
  static final int PATIENCE = 20;

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** Who changes it back does so sooner than this; who does not is no rival. */
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** An object that is applied because the instance wants something else of it than before. */
  static Contest begin(long now) {
    return new Contest(0, now);
  }

  /** It is applied because somebody else changed it. */
  Contest again(long now) {
    return untilOver(now).isZero() ? begin(now) : new Contest(lost + 1, now);
  }

  /** How long it must not be applied yet; zero if it may be. */
  Duration remaining(long now) {
    return Duration.ofNanos(Math.max(0, nanosToWait() - (now - appliedAt)));
  }

  /** Whether somebody changes it back again and again, as far as one can tell by now. */
  boolean isOpen(long now) {
    return lost >= PATIENCE && !untilOver(now).isZero();
  }

  /** How long it has to be left alone by others until it counts as settled; zero if it does. */
  Duration untilOver(long now) {
    return Duration.ofNanos(Math.max(0, nanosToWait() + ANSWER.toNanos() - (now - appliedAt)));
  }

  private long nanosToWait() {
    return lost < PATIENCE
        ? 0
        : Math.min(FIRST.toNanos() << Math.min(lost - PATIENCE, 30), LONGEST.toNanos());
  }
}
