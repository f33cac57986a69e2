package io.kro4j.compiler.artifact;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Kubernetes writes them, such as {@code 1h30m} and {@code 200ms}. */
final class DurationText {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:([0-9]{1,12})h)?(?:([0-9]{1,2})m)?(?:([0-9]{1,2})s)?"
              + "(?:([0-9]{1,3})ms)?(?:([0-9]{1,3})us)?(?:([0-9]{1,3})ns)?");

  private static final Duration[] UNITS = {
    Duration.ofHours(1),
    Duration.ofMinutes(1),
    Duration.ofSeconds(1),
    Duration.ofMillis(1),
    Duration.ofNanos(1_000),
    Duration.ofNanos(1)
  };

  private DurationText() {}

  /**
   * The text of a duration.
   *
   * @throws IllegalArgumentException if it is negative
   */
  static String write(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("negative duration " + duration);
    }
    if (duration.isZero()) {
      return "0s";
    }
    StringBuilder text = new StringBuilder();
    append(text, duration.toHours(), "h");
    append(text, duration.toMinutesPart(), "m");
    append(text, duration.toSecondsPart(), "s");
    int nanos = duration.toNanosPart();
    append(text, nanos / 1_000_000, "ms");
    append(text, nanos / 1_000 % 1_000, "us");
    append(text, nanos % 1_000, "ns");
    return text.toString();
  }

  /** The duration of a text; empty if it is not one. */
  static Optional<Duration> read(String text) {
    Matcher matcher = FORM.matcher(text);
    if (text.isEmpty() || !matcher.matches()) {
      return Optional.empty();
    }
    Duration sum = Duration.ZERO;
    for (int i = 0; i < UNITS.length; i++) {
      String count = matcher.group(i + 1);
      if (count != null) {
        sum = sum.plus(UNITS[i].multipliedBy(Long.parseLong(count)));
      }
    }
    return Optional.of(sum);
  }

  private static void append(StringBuilder text, long count, String unit) {
    if (count > 0) {
      text.append(count).append(unit);
    }
  }
}
