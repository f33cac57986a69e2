package io.kro4j.compiler.expression.library;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Durations as Go reads and writes them: 64 bits of nanoseconds, about 292 years either way. */
public final class GoDurations {
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000L);
  private static final long MICROSECOND = 1_000;
  private static final long MILLISECOND = 1_000 * MICROSECOND;
  private static final long SECOND = 1_000 * MILLISECOND;
  private static final Map<String, Long> UNITS =
      Map.of(
          "ns", 1L,
          "us", MICROSECOND,
          "µs", MICROSECOND,
          "μs", MICROSECOND,
          "ms", MILLISECOND,
          "s", SECOND,
          "m", 60 * SECOND,
          "h", 3600 * SECOND);

  private GoDurations() {}

  /** The duration that a text such as {@code 1h2.5s} spells, or null. */
  public static @Nullable Duration parse(String text) {
    boolean negative = text.startsWith("-");
    String rest = negative || text.startsWith("+") ? text.substring(1) : text;
    if (rest.equals("0")) {
      return Duration.ZERO;
    }
    if (rest.isEmpty()) {
      return null;
    }
    BigInteger total = BigInteger.ZERO;
    int at = 0;
    while (at < rest.length()) {
      int unitStart = skip(rest, at, true);
      int unitEnd = skip(rest, unitStart, false);
      Long unit = UNITS.get(rest.substring(unitStart, unitEnd));
      BigInteger part = unit == null ? null : nanos(rest.substring(at, unitStart), unit);
      if (part == null) {
        return null;
      }
      total = total.add(part);
      at = unitEnd;
    }
    BigInteger signed = negative ? total.negate() : total;
    return fits(signed) ? ofNanos(signed) : null;
  }

  /** The end of a run of the characters of a number, or of any others. */
  private static int skip(String text, int from, boolean number) {
    int at = from;
    while (at < text.length() && isNumeric(text.charAt(at)) == number) {
      at++;
    }
    return at;
  }

  private static boolean isNumeric(char c) {
    return c == '.' || (c >= '0' && c <= '9');
  }

  private static @Nullable BigInteger nanos(String number, long unit) {
    int point = number.indexOf('.');
    String whole = point < 0 ? number : number.substring(0, point);
    String fraction = point < 0 ? "" : number.substring(point + 1);
    if ((whole.isEmpty() && fraction.isEmpty()) || fraction.indexOf('.') >= 0) {
      return null;
    }
    BigInteger nanos =
        whole.isEmpty()
            ? BigInteger.ZERO
            : new BigInteger(whole).multiply(BigInteger.valueOf(unit));
    return fraction.isEmpty() ? nanos : nanos.add(fraction(fraction, unit));
  }

  /** Go multiplies as doubles, and leaves off the digits that do not fit a long. */
  private static BigInteger fraction(String digits, long unit) {
    long value = 0;
    double scale = 1;
    for (int i = 0; i < digits.length() && value <= (Long.MAX_VALUE - 9) / 10; i++) {
      value = value * 10 + (digits.charAt(i) - '0');
      scale *= 10;
    }
    return BigInteger.valueOf((long) ((double) value * ((double) unit / scale)));
  }

  /** The duration in seconds, as {@code 1.5s}. */
  static String format(Duration duration) {
    return GoNumbers.plain(seconds(duration)) + "s";
  }

  /** The duration as clocks count, {@code 1h30m0s}; below a second {@code 1.5ms}. */
  public static String clock(Duration duration) {
    long nanos = nanos(duration);
    BigDecimal size = BigDecimal.valueOf(nanos).abs();
    String sign = nanos < 0 ? "-" : "";
    if (nanos == 0) {
      return "0s";
    }
    if (size.compareTo(BigDecimal.valueOf(SECOND)) < 0) {
      return sign + fraction(size);
    }
    BigDecimal[] minutes = size.divideAndRemainder(BigDecimal.valueOf(60 * SECOND));
    long hours = minutes[0].longValue() / 60;
    return sign
        + (hours > 0 ? hours + "h" : "")
        + (minutes[0].signum() > 0 ? minutes[0].longValue() % 60 + "m" : "")
        + inUnit(minutes[1], SECOND)
        + "s";
  }

  private static String fraction(BigDecimal nanos) {
    long size = nanos.longValue();
    if (size < MICROSECOND) {
      return size + "ns";
    }
    return size < MILLISECOND
        ? inUnit(nanos, MICROSECOND) + "µs"
        : inUnit(nanos, MILLISECOND) + "ms";
  }

  private static String inUnit(BigDecimal nanos, long unit) {
    return nanos.divide(BigDecimal.valueOf(unit)).stripTrailingZeros().toPlainString();
  }

  /** As Go divides: the whole seconds and the rest are rounded apart. */
  private static double seconds(Duration duration) {
    long nanos = nanos(duration);
    long whole = nanos / SECOND;
    return whole + nanos % SECOND / 1e9;
  }

  /**
   * The nanoseconds of a duration.
   *
   * @throws FunctionFailure if they do not fit 64 bits
   */
  static long nanos(Duration duration) {
    BigInteger nanos =
        BigInteger.valueOf(duration.getSeconds())
            .multiply(NANOS_PER_SECOND)
            .add(BigInteger.valueOf(duration.getNano()));
    if (!fits(nanos)) {
      throw FunctionFailure.overflow("the duration is longer than 64 bits of nanoseconds");
    }
    return nanos.longValue();
  }

  /**
   * The same duration.
   *
   * @throws FunctionFailure if its nanoseconds do not fit 64 bits
   */
  static Duration checked(Duration duration) {
    nanos(duration);
    return duration;
  }

  private static boolean fits(BigInteger nanos) {
    return nanos.compareTo(MIN) >= 0 && nanos.compareTo(MAX) <= 0;
  }

  private static Duration ofNanos(BigInteger nanos) {
    return Duration.ofNanos(nanos.longValue());
  }
}
