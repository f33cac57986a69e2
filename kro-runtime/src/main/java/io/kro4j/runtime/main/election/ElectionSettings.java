package io.kro4j.runtime.main.election;

import java.time.Duration;

/**
 * How leaders are elected.
 *
 * @param namespace where the Lease is
 * @param identity who this process is
 * @param leaseDuration how long others wait for a leader that is silent; whole seconds
 * @param renewDeadline how long a leader that cannot renew the Lease goes on; shorter
 * @param retryPeriod the time between two looks at the Lease; much shorter
 */
public record ElectionSettings(
    String namespace,
    String identity,
    Duration leaseDuration,
    Duration renewDeadline,
    Duration retryPeriod) {

  /** The name of the Lease, which is upstream's. */
  public static final String LEASE = "controller.kro.run";
}
