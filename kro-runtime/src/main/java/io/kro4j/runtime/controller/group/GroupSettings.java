package io.kro4j.runtime.controller.group;

import java.time.Duration;

/**
 * How live groups are run.
 *
 * @param deletesCrds whether the CRD of a group is deleted with it; upstream's flag {@code
 *     --allow-crd-deletion}
 * @param keptRevisions how many revisions of a group are kept, 0 or less for all; upstream's flag
 *     {@code --rgd-max-graph-revisions}
 * @param progressDelay how long to wait for a revision in case that no event comes; upstream's flag
 *     {@code --rgd-progress-requeue-delay}
 * @param recheck how often to look for a type that the cluster lacks and that no CRD may announce
 * @param runtimeVersion the version of this runtime, as a label has it
 */
public record GroupSettings(
    boolean deletesCrds,
    int keptRevisions,
    Duration progressDelay,
    Duration recheck,
    String runtimeVersion) {

  /** Upstream's defaults. */
  public static GroupSettings defaults(String runtimeVersion) {
    return new GroupSettings(
        false, 5, Duration.ofSeconds(3), Duration.ofMinutes(10), runtimeVersion);
  }

  /** The same, but that CRDs are deleted or not. */
  public GroupSettings withCrdDeletion(boolean deletes) {
    return new GroupSettings(deletes, keptRevisions, progressDelay, recheck, runtimeVersion);
  }

  /** The same with another number of revisions. */
  public GroupSettings withKeptRevisions(int kept) {
    return new GroupSettings(deletesCrds, kept, progressDelay, recheck, runtimeVersion);
  }
}
