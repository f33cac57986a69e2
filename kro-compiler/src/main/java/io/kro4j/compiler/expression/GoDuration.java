package io.kro4j.compiler.expression;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Kubernetes reads and writes them: {@code 1h30m0s}, and on input {@code 2 days}. */
final class GoDuration {
  private static final Pattern PART = Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)([a-zµμ]+)");
  private static final Pattern WORDS = Pattern.compile("([0-9]+)\\s*([A-Za-zµ]+)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ns", Duration.ofNanos(1),
          "us", Duration.ofNanos(1_000),
          "µs", Duration.ofNanos(1_000),
          "μs", Duration.ofNanos(1_000),
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1));

  private GoDuration() {}

  /** The duration that a text spells. */
  static Optional<Duration> parse(String text) {
    boolean negative = text.startsWith("-");
    String rest = negative || text.startsWith("+") ? text.substring(1) : text;
    if (rest.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    return exact(rest).map(size -> negative ? size.negated() : size).or(() -> words(text));
  }

  private static Optional<Duration> exact(String text) {
    Matcher part = PART.matcher(text);
    Duration sum = Duration.ZERO;
    int at = 0;
    while (part.find() && part.start() == at && UNITS.containsKey(part.group(2))) {
      BigDecimal nanos = BigDecimal.valueOf(UNITS.get(part.group(2)).toNanos());
      sum = sum.plusNanos(new BigDecimal(part.group(1)).multiply(nanos).longValue());
      at = part.end();
    }
    return at == text.length() && at > 0 ? Optional.of(sum) : Optional.empty();
  }

  /** Any text with numbers and units in it, the rest being left out. */
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
    if (UNITS.containsKey(word)) {
      return Optional.ofNullable(UNITS.get(word));
    }
    if (word.startsWith("nano")) {
      return Optional.of(Duration.ofNanos(1));
    }
    if (word.startsWith("micro")) {
      return Optional.of(Duration.ofNanos(1_000));
    }
    if (word.startsWith("milli")) {
      return Optional.of(Duration.ofMillis(1));
    }
    return longUnit(word);
  }

  private static Optional<Duration> longUnit(String word) {
    if (word.startsWith("sec")) {
      return Optional.of(Duration.ofSeconds(1));
    }
    if (word.startsWith("min")) {
      return Optional.of(Duration.ofMinutes(1));
    }
    if (word.equals("hr") || word.startsWith("hour")) {
      return Optional.of(Duration.ofHours(1));
    }
    if (word.equals("d") || word.startsWith("day")) {
      return Optional.of(Duration.ofDays(1));
    }
    boolean week = word.equals("w") || word.equals("wk") || word.startsWith("week");
    return week ? Optional.of(Duration.ofDays(7)) : Optional.empty();
  }

  /** The text of a duration: hours, minutes and seconds, or a fraction of a second in its unit. */
  static String format(Duration duration) {
    if (duration.isZero()) {
      return "0s";
    }
    String sign = duration.isNegative() ? "-" : "";
    Duration size = duration.abs();
    if (size.compareTo(Duration.ofSeconds(1)) >= 0) {
      return sign + clock(size);
    }
    long nanos = size.toNanos();
    if (nanos < 1_000) {
      return sign + nanos + "ns";
    }
    return sign + (nanos < 1_000_000 ? scaled(nanos, 3) + "µs" : scaled(nanos, 6) + "ms");
  }

  private static String clock(Duration size) {
    Duration rest = size.minusMinutes(size.toMinutes());
    String seconds = scaled(rest.toNanos(), 9) + "s";
    if (size.toHours() > 0) {
      return size.toHours() + "h" + size.toMinutesPart() + "m" + seconds;
    }
    return size.toMinutes() > 0 ? size.toMinutes() + "m" + seconds : seconds;
  }

  private static String scaled(long value, int digits) {
    BigDecimal number = BigDecimal.valueOf(value, digits).stripTrailingZeros();
    return number.toPlainString();
  }
}
