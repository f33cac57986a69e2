package io.kro4j.runtime.main;

import io.kro4j.runtime.RuntimeSettings;
import io.kro4j.runtime.RuntimeSettings.Concurrency;
import io.kro4j.runtime.RuntimeSettings.Intervals;
import io.kro4j.runtime.RuntimeSettings.Limits;
import io.kro4j.runtime.ServedKind;
import io.kro4j.runtime.cluster.ClusterSettings;
import io.kro4j.runtime.cluster.ClusterSettings.RateLimit;
import io.kro4j.runtime.main.flags.Flag;
import io.kro4j.runtime.main.flags.FlagException;
import io.kro4j.runtime.main.flags.FlagValues;
import io.kro4j.runtime.main.flags.Flags;
import io.kro4j.runtime.queue.Backoff;
import io.kro4j.runtime.queue.QueueSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes settings of the runtime out of flags. */
final class SettingsReader {
  private final FlagValues flags;
  private final String version;

  /**
   * A reader.
   *
   * @param flags the values of all flags
   * @param version the version of the runtime
   */
  SettingsReader(FlagValues flags, String version) {
    this.flags = flags;
    this.version = version;
  }

  /**
   * The settings.
   *
   * @throws FlagException if flags do not suit each other, or name what there is not
   */
  RuntimeSettings read() throws FlagException {
    return new RuntimeSettings(
        version,
        cluster(),
        kinds(),
        flags.get(Flags.NAMESPACES),
        new Concurrency(
            flags.get(Flags.GROUP_WORKERS),
            flags.get(Flags.REVISION_WORKERS),
            flags.get(Flags.INSTANCE_WORKERS)),
        queue(),
        new Intervals(
            Duration.ofSeconds(flags.get(Flags.RESYNC)),
            flags.get(Flags.REQUEUE),
            flags.get(Flags.PROGRESS_DELAY)),
        new Limits(
            flags.get(Flags.COLLECTION_SIZE),
            flags.get(Flags.COLLECTION_DIMENSIONS),
            positive(Flags.EVALUATION_TIME)),
        flags.get(Flags.GRAPH_REVISIONS),
        flags.get(Flags.DELETE_CRDS),
        FeatureGates.read(flags.get(Flags.FEATURE_GATES)),
        flags.get(Flags.SHUTDOWN_TIMEOUT));
  }

  private ClusterSettings cluster() throws FlagException {
    ClusterSettings settings = ClusterSettings.defaults("kro4j/" + version);
    String context = flags.get(Flags.CONTEXT);
    if (flags.isGiven(Flags.KUBECONFIG)) {
      Path file = Path.of(flags.get(Flags.KUBECONFIG));
      settings = settings.withKubeconfig(file, context.isEmpty() ? null : context);
    } else if (!context.isEmpty()) {
      throw FlagException.of(Flags.CONTEXT, "needs --" + Flags.KUBECONFIG.name());
    }
    double perSecond = flags.get(Flags.CLIENT_QPS);
    return perSecond > 0
        ? settings.withRateLimit(new RateLimit(perSecond, flags.get(Flags.CLIENT_BURST)))
        : settings;
  }

  private Set<ServedKind> kinds() throws FlagException {
    Set<ServedKind> kinds = EnumSet.noneOf(ServedKind.class);
    for (String kind : flags.get(Flags.KINDS)) {
      kinds.add(
          ServedKind.find(kind)
              .orElseThrow(
                  () ->
                      FlagException.of(
                          Flags.KINDS, "\"" + kind + "\" is none of " + knownKinds())));
    }
    if (kinds.isEmpty()) {
      throw FlagException.of(Flags.KINDS, "must name at least one of " + knownKinds());
    }
    return kinds;
  }

  private static String knownKinds() {
    return Arrays.stream(ServedKind.values())
        .map(ServedKind::kind)
        .collect(Collectors.joining(", "));
  }

  private QueueSettings queue() throws FlagException {
    Duration first = positive(Flags.MIN_DELAY);
    Duration longest = flags.get(Flags.MAX_DELAY);
    if (longest.compareTo(first) < 0) {
      throw FlagException.of(
          Flags.MAX_DELAY, "must not be shorter than --" + Flags.MIN_DELAY.name());
    }
    return new QueueSettings(
        new Backoff(first, longest),
        flags.get(Flags.RATE_LIMIT),
        flags.get(Flags.BURST_LIMIT),
        flags.get(Flags.MAX_RETRIES));
  }

  private Duration positive(Flag<Duration> flag) throws FlagException {
    Duration value = flags.get(flag);
    if (value.isZero()) {
      throw FlagException.of(flag, "must be longer than 0");
    }
    return value;
  }
}
