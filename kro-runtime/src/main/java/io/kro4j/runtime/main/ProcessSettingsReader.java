package io.kro4j.runtime.main;

import io.kro4j.runtime.main.election.ElectionSettings;
import io.kro4j.runtime.main.flags.Flag;
import io.kro4j.runtime.main.flags.FlagException;
import io.kro4j.runtime.main.flags.FlagValues;
import io.kro4j.runtime.main.flags.Flags;
import io.kro4j.runtime.main.log.LogSettings;
import io.kro4j.runtime.main.log.LogSettings.Format;
import io.kro4j.runtime.main.log.LogSettings.Threshold;
import io.kro4j.runtime.main.log.TimeFormat;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Makes settings of the process out of flags. */
final class ProcessSettingsReader {
  private final FlagValues flags;
  private final String version;
  private final Surroundings surroundings;

  /**
   * A reader.
   *
   * @param flags the values of all flags
   * @param version the version of the runtime
   * @param surroundings what the process finds around it
   */
  ProcessSettingsReader(FlagValues flags, String version, Surroundings surroundings) {
    this.flags = flags;
    this.version = version;
    this.surroundings = surroundings;
  }

  /**
   * The settings.
   *
   * @throws FlagException if flags do not suit each other, or name what there is not
   */
  ProcessSettings read() throws FlagException {
    return new ProcessSettings(
        new SettingsReader(flags, version).read(),
        log(),
        address(Flags.METRICS_ADDRESS),
        address(Flags.PROBE_ADDRESS),
        flags.get(Flags.LEADER_ELECT) ? Optional.of(election()) : Optional.empty());
  }

  private LogSettings log() {
    boolean development = flags.get(Flags.LOG_DEVELOPMENT);
    Threshold threshold =
        development && !flags.isGiven(Flags.LOG_LEVEL)
            ? Threshold.DEBUG
            : named(Threshold.class, Flags.LOG_LEVEL);
    Threshold stackTraces =
        development && !flags.isGiven(Flags.STACKTRACE_LEVEL)
            ? Threshold.WARN
            : named(Threshold.class, Flags.STACKTRACE_LEVEL);
    return new LogSettings(
        named(Format.class, Flags.LOG_ENCODER),
        threshold,
        stackTraces,
        named(TimeFormat.class, Flags.TIME_ENCODING));
  }

  private <E extends Enum<E>> E named(Class<E> type, Flag<String> flag) {
    return Enum.valueOf(type, flags.get(flag).toUpperCase(Locale.ROOT));
  }

  /** As Go programs write addresses: {@code :8078}, {@code host:8078}, {@code [::1]:8078}. */
  private Optional<InetSocketAddress> address(Flag<String> flag) throws FlagException {
    String text = flags.get(flag);
    if (text.equals("0") || text.isEmpty()) {
      return Optional.empty();
    }
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon).replaceAll("^\\[|]$", "");
    String port = text.substring(colon + 1);
    if (colon < 0 || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
      throw FlagException.of(flag, "\"" + text + "\" is no address such as :8078");
    }
    int number = Integer.parseInt(port);
    InetSocketAddress address =
        host.isEmpty() ? new InetSocketAddress(number) : new InetSocketAddress(host, number);
    if (address.isUnresolved()) {
      throw FlagException.of(flag, "the host \"" + host + "\" is not known");
    }
    return Optional.of(address);
  }

  private ElectionSettings election() throws FlagException {
    Duration lease = flags.get(Flags.LEASE_DURATION);
    Duration deadline = flags.get(Flags.RENEW_DEADLINE);
    Duration period = flags.get(Flags.RETRY_PERIOD);
    if (lease.toSeconds() < 1 || !lease.equals(Duration.ofSeconds(lease.toSeconds()))) {
      throw FlagException.of(Flags.LEASE_DURATION, "must be a number of whole seconds");
    }
    if (deadline.compareTo(lease) >= 0) {
      throw FlagException.of(
          Flags.RENEW_DEADLINE, "must be shorter than --" + Flags.LEASE_DURATION.name());
    }
    if (period.isZero() || period.multipliedBy(6).compareTo(deadline.multipliedBy(5)) >= 0) {
      throw FlagException.of(
          Flags.RETRY_PERIOD,
          "must be over 0 and well below --" + Flags.RENEW_DEADLINE.name() + ": at most 5/6 of it");
    }
    return new ElectionSettings(
        electionNamespace(), surroundings.identity(), lease, deadline, period);
  }

  private String electionNamespace() throws FlagException {
    String given = flags.get(Flags.ELECTION_NAMESPACE);
    if (!given.isEmpty()) {
      return given;
    }
    return surroundings
        .podNamespace()
        .orElseThrow(
            () ->
                FlagException.of(
                    Flags.LEADER_ELECT,
                    "outside a cluster, --" + Flags.ELECTION_NAMESPACE.name() + " must be given"));
  }
}
