package io.kro4j.runtime.queue;

import java.time.Duration;

/**
 * How long to wait after failures in a row: the first wait, doubled each time, up to the longest.
 *
 * @param first the wait after the first failure
 * @param longest the longest wait
 */
public record Backoff(Duration first, Duration longest) {
  /** Upstream's. */
  public static final Backoff USUAL = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(1000));

  /** Waits in a range; if the longest is shorter than the first, it is the first. */
  public static Backoff between(Duration first, Duration longest) {
    return new Backoff(first, longest.compareTo(first) < 0 ? first : longest);
  }

  /** Checks the order. */
  public Backoff {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("not a back-off: " + first + " to " + longest);
    }
  }

  /**
   * The wait after some failures in a row.
   *
   * @param failures how many; at least 1
   */
  public Duration after(int failures) {
    long nanos = first.toNanos();
    long limit = longest.toNanos();
    for (int i = 1; i < failures && nanos < limit; i++) {
      nanos = nanos > limit / 2 ? limit : nanos * 2;
    }
    return Duration.ofNanos(nanos);
  }
}
