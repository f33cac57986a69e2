package io.kro4j.runtime.watch;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after failures: twice as long after each, up to a limit, and never all at once.
 */
final class RetryDelay {
  private static final long FIRST = 100;
  private static final long LONGEST = 5_000;

  /** The CRD of a type tells when it comes; only types without one are found by looking. */
  private static final long LONGEST_IF_ABSENT = 60_000;

  private final DoubleSupplier random;
  private int failures;

  /**
   * Before the first failure.
   *
   * @param random numbers from 0 to 1, so that those who failed together do not come back together
   */
  RetryDelay(DoubleSupplier random) {
    this.random = random;
  }

  /** How many failures there were since the last success. */
  int failures() {
    return failures;
  }

  void succeeded() {
    failures = 0;
  }

  /** A failure; says how long to wait. */
  Duration failed() {
    return failed(LONGEST);
  }

  /** The type is not served; says how long to wait. */
  Duration absent() {
    return failed(LONGEST_IF_ABSENT);
  }

  private Duration failed(long limit) {
    long longest = Math.min(limit, FIRST << Math.min(failures, 10));
    failures++;
    return Duration.ofMillis((long) (longest * (0.5 + random.getAsDouble() / 2)));
  }
}
