package io.kro4j.compiler.expression;

import io.kro4j.compiler.expression.library.GoDurations;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Kubernetes reads them: Go's {@code 1h30m}, and {@code 2 days} in words. */
final class DurationText {
  private static final Pattern WORDS = Pattern.compile("([0-9]+)\\s*([A-Za-zµ]+)");
  private static final Map<String, Duration> SHORT =
      Map.of(
          "ns", Duration.ofNanos(1),
          "us", Duration.ofNanos(1_000),
          "µs", Duration.ofNanos(1_000),
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "hr", Duration.ofHours(1),
          "d", Duration.ofDays(1),
          "wk", Duration.ofDays(7));
  private static final Map<String, Duration> LONG =
      Map.of(
          "nano", Duration.ofNanos(1),
          "micro", Duration.ofNanos(1_000),
          "milli", Duration.ofMillis(1),
          "sec", Duration.ofSeconds(1),
          "min", Duration.ofMinutes(1),
          "hour", Duration.ofHours(1),
          "day", Duration.ofDays(1),
          "week", Duration.ofDays(7));

  private DurationText() {}

  /** The duration that a text spells, if it spells one. */
  static Optional<Duration> parse(String text) {
    try {
      return Optional.ofNullable(GoDurations.parse(text)).or(() -> words(text));
    } catch (ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The sum of all numbers with a unit in a text, whatever else stands there. */
  private static Optional<Duration> words(String text) {
    Matcher part = WORDS.matcher(text);
    Duration sum = Duration.ZERO;
    boolean found = false;
    while (part.find()) {
      Optional<Duration> unit = unit(part.group(2).toLowerCase(Locale.ROOT));
      found |= unit.isPresent();
      sum = sum.plus(unit.orElse(Duration.ZERO).multipliedBy(Long.parseLong(part.group(1))));
    }
    return found ? Optional.of(sum) : Optional.empty();
  }

  private static Optional<Duration> unit(String word) {
    return Optional.ofNullable(SHORT.get(word.equals("w") ? "wk" : word))
        .or(
            () ->
                LONG.entrySet().stream()
                    .filter(unit -> word.startsWith(unit.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst());
  }
}
