package io.kro4j.runtime.cluster;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the API server is, and how it is asked.
 *
 * @param kubeconfig the file that says where it is and who asks; null for what a Pod finds in its
 *     container, or else kubectl's own defaults
 * @param context the context of that file; null for its current one
 * @param userAgent who asks, for the API server's logs
 * @param timeout how long a request may take; a list this long for each page
 * @param rateLimit how many requests may be sent
 */
public record ClusterSettings(
    @Nullable Path kubeconfig,
    @Nullable String context,
    String userAgent,
    Duration timeout,
    RateLimit rateLimit) {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /**
   * How many requests may be sent, watches apart.
   *
   * @param perSecond how many in a second in the long run; 0 or less for no limit
   * @param burst how many at once after a pause, at least 1
   */
  public record RateLimit(double perSecond, int burst) {
    /** No limit: the API server itself limits by priority and fairness. */
    public static final RateLimit NONE = new RateLimit(0, 1);

    /** Checks. */
    public RateLimit {
      if (burst < 1) {
        throw new IllegalArgumentException("a burst of " + burst + " lets nothing through");
      }
    }
  }

  /** What a Pod finds in its container, or else kubectl's own defaults. */
  public static ClusterSettings defaults(String userAgent) {
    return new ClusterSettings(null, null, userAgent, TIMEOUT, RateLimit.NONE);
  }

  /** The same with a kubeconfig file, and a context of it or null for its current one. */
  public ClusterSettings withKubeconfig(Path file, @Nullable String contextOfIt) {
    return new ClusterSettings(file, contextOfIt, userAgent, timeout, rateLimit);
  }

  /** The same with another limit for how long a request may take. */
  public ClusterSettings withTimeout(Duration limit) {
    return new ClusterSettings(kubeconfig, context, userAgent, limit, rateLimit);
  }

  /** The same with a limit for how many requests may be sent. */
  public ClusterSettings withRateLimit(RateLimit limit) {
    return new ClusterSettings(kubeconfig, context, userAgent, timeout, limit);
  }
}
