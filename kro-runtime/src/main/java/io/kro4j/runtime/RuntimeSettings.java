package io.kro4j.runtime;

import io.kro4j.runtime.cluster.ClusterSettings;
import io.kro4j.runtime.queue.Backoff;
import io.kro4j.runtime.queue.QueueSettings;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the runtime runs. Each value has a flag, see {@code docs/runtime-flags.md}.
 *
 * @param version the version of the runtime, for labels, annotations and logs
 * @param cluster where the API server is, and how it is asked
 * @param kinds which kinds define APIs here; {@code --kinds}
 * @param namespaces the namespaces whose instances are served; empty for all. Instances of kinds of
 *     the whole cluster are served always; {@code --namespaces}
 * @param workers how much is done at once
 * @param queue how failures are retried
 * @param intervals when to look again without a cause
 * @param limits what one group or instance may cost
 * @param maxGraphRevisions how many revisions of a live group are kept; 0 or less for all; {@code
 *     --rgd-max-graph-revisions}
 * @param deletesCrds whether the CRD of a live group is deleted with it; {@code
 *     --allow-crd-deletion}
 * @param features what is on that is off by default; {@code --feature-gates}
 * @param shutdownTimeout how long what is being done may take when the runtime ends; {@code
 *     --graceful-shutdown-timeout}
 */
public record RuntimeSettings(
    String version,
    ClusterSettings cluster,
    Set<ServedKind> kinds,
    Set<String> namespaces,
    Concurrency workers,
    QueueSettings queue,
    Intervals intervals,
    Limits limits,
    int maxGraphRevisions,
    boolean deletesCrds,
    Set<FeatureGate> features,
    Duration shutdownTimeout) {

  /** Copies and checks. */
  public RuntimeSettings {
    kinds = Collections.unmodifiableSet(kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds));
    namespaces = Collections.unmodifiableSet(new TreeSet<>(namespaces));
    features =
        Collections.unmodifiableSet(features.isEmpty() ? Set.of() : EnumSet.copyOf(features));
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("a runtime that serves no kind has nothing to do");
    }
  }

  /**
   * How much is done at once.
   *
   * @param groups how many live groups; {@code --resource-graph-definition-concurrent-reconciles}
   * @param revisions how many graph revisions; {@code --graph-revision-concurrent-reconciles}
   * @param instances how many instances of all kinds together; {@code
   *     --dynamic-controller-concurrent-reconciles}
   */
  public record Concurrency(int groups, int revisions, int instances) {
    /**
     * Upstream's for groups and revisions. A worker waits for the API server most of the time, so
     * there are more than one for instances.
     */
    public static final Concurrency DEFAULT = new Concurrency(1, 1, 8);

    /** Checks. */
    public Concurrency {
      atLeastOne("groups", groups);
      atLeastOne("revisions", revisions);
      atLeastOne("instances", instances);
    }
  }

  /**
   * When to look again without a cause. Zero is never.
   *
   * @param resync when at each instance; {@code --dynamic-controller-default-resync-period}
   * @param requeue when at an instance that waits for what nothing announces; {@code
   *     --instance-requeue-interval}
   * @param progress when at a live group that waits for its revision; {@code
   *     --rgd-progress-requeue-delay}
   */
  public record Intervals(Duration resync, Duration requeue, Duration progress) {
    /** Upstream's. */
    public static final Intervals DEFAULT =
        new Intervals(Duration.ofHours(10), Duration.ofSeconds(3), Duration.ofSeconds(3));

    /** Checks. */
    public Intervals {
      notNegative("resync", resync);
      notNegative("requeue", requeue);
      notNegative("progress", progress);
    }

    private static void notNegative(String name, Duration value) {
      if (value.isNegative()) {
        throw new IllegalArgumentException(name + " must not be negative, but is " + value);
      }
    }
  }

  /**
   * What one group or instance may cost.
   *
   * @param maxCollectionSize how many objects one node may have; {@code --rgd-max-collection-size}
   * @param maxCollectionDimensions how many dimensions a {@code forEach} may have; {@code
   *     --rgd-max-collection-dimension-size}
   * @param evaluationTime how long the expressions of one pass over an instance may run together;
   *     {@code --instance-evaluation-timeout}
   */
  public record Limits(
      int maxCollectionSize, int maxCollectionDimensions, Duration evaluationTime) {
    /** Upstream's for the sizes. */
    public static final Limits DEFAULT = new Limits(1000, 10, Duration.ofSeconds(10));

    /** Checks. */
    public Limits {
      atLeastOne("maxCollectionSize", maxCollectionSize);
      atLeastOne("maxCollectionDimensions", maxCollectionDimensions);
      if (evaluationTime.isNegative() || evaluationTime.isZero()) {
        throw new IllegalArgumentException("evaluationTime must be positive");
      }
    }
  }

  /** What the flags say when none is given. */
  public static RuntimeSettings defaults(String version) {
    return new RuntimeSettings(
        version,
        ClusterSettings.defaults("kro4j/" + version),
        EnumSet.allOf(ServedKind.class),
        Set.of(),
        Concurrency.DEFAULT,
        new QueueSettings(
            new Backoff(Duration.ofMillis(200), Duration.ofSeconds(1000)), 10, 100, 20),
        Intervals.DEFAULT,
        Limits.DEFAULT,
        5,
        false,
        Set.of(),
        Duration.ofSeconds(60));
  }

  /** Whether a feature is on. */
  public boolean has(FeatureGate feature) {
    return features.contains(feature);
  }

  /** The same with another API server. */
  public RuntimeSettings withCluster(ClusterSettings other) {
    return new RuntimeSettings(
        version,
        other,
        kinds,
        namespaces,
        workers,
        queue,
        intervals,
        limits,
        maxGraphRevisions,
        deletesCrds,
        features,
        shutdownTimeout);
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, not " + value);
    }
  }
}
