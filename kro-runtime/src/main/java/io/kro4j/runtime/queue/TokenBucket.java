package io.kro4j.runtime.queue;

import java.time.Duration;

/**
 * Spreads retries over time: a burst at once, then at a steady rate. A caller takes a token that
 * may not be there yet and waits until it is. Not safe for concurrent use.
 */
final class TokenBucket {
  private final double nanosPerToken;
  private final double capacity;
  private double tokens;
  private long filledAt;

  /**
   * A full bucket.
   *
   * @param perSecond the steady rate; 0 for no limit
   * @param burst how many tokens a full bucket holds
   * @param now the time in nanoseconds
   */
  TokenBucket(double perSecond, int burst, long now) {
    this.nanosPerToken = perSecond == 0 ? 0 : 1e9 / perSecond;
    this.capacity = burst;
    this.tokens = burst;
    this.filledAt = now;
  }

  /** Takes a token and returns how long it takes until it is there. */
  Duration take(long now) {
    if (nanosPerToken == 0) {
      return Duration.ZERO;
    }
    tokens = Math.min(capacity, tokens + Math.max(0, now - filledAt) / nanosPerToken);
    filledAt = now;
    tokens--;
    return tokens >= 0 ? Duration.ZERO : Duration.ofNanos((long) (-tokens * nanosPerToken));
  }
}
