package io.kro4j.runtime.cluster;

import io.kro4j.runtime.cluster.ClusterSettings.RateLimit;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Says when the next request may go. To be used by one thread at a time. */
final class TokenBucket {
  private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

  private final RateLimit limit;
  private final LongSupplier nanos;
  private double tokens;
  private long filled;

  /**
   * A full bucket.
   *
   * @param limit how fast it fills, and how much fits in
   * @param nanos a clock that only goes forward, as {@link System#nanoTime}
   */
  TokenBucket(RateLimit limit, LongSupplier nanos) {
    this.limit = limit;
    this.nanos = nanos;
    this.tokens = limit.burst();
    this.filled = nanos.getAsLong();
  }

  /** Takes a token if there is one; otherwise says how long it takes until there is. */
  Duration take() {
    if (limit.perSecond() <= 0) {
      return Duration.ZERO;
    }
    long now = nanos.getAsLong();
    tokens = Math.min(limit.burst(), tokens + (now - filled) / SECOND * limit.perSecond());
    filled = now;
    if (tokens >= 1) {
      tokens--;
      return Duration.ZERO;
    }
    return Duration.ofNanos((long) Math.ceil((1 - tokens) / limit.perSecond() * SECOND));
  }
}
