package io.kro4j.compiler.expression.library;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Points in time, of the years 1 to 9999, as RFC 3339 writes them. */
final class Timestamps {
  private static final long FIRST = -62_135_596_800L;
  private static final long LAST = 253_402_300_799L;
  private static final Pattern RFC_3339 =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]+))?"
              + "(?:Z|([+-])([0-9]{2}):([0-9]{2}))");
  private static final Pattern OFFSET = Pattern.compile("([+-]?[0-9]+):([+-]?[0-9]+)");
  private static final int NANO_DIGITS = 9;

  /** Names of the time zone database that Java keeps apart. */
  private static final Map<String, String> ABBREVIATIONS =
      Map.of("EST", "-05:00", "MST", "-07:00", "HST", "-10:00");

  private Timestamps() {}

  /**
   * The point in time that a text spells, or null if it is none.
   *
   * @throws FunctionFailure if it is out of range
   */
  static @Nullable Instant parse(String text) {
    Matcher matcher = RFC_3339.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(matcher, 1),
              number(matcher, 2),
              number(matcher, 3),
              number(matcher, 4),
              number(matcher, 5),
              number(matcher, 6),
              nanos(matcher.group(7)));
      return checked(local.toInstant(ZoneOffset.UTC).minusSeconds(offset(matcher)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static int nanos(@Nullable String fraction) {
    if (fraction == null) {
      return 0;
    }
    String digits = (fraction + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS);
    return Integer.parseInt(digits);
  }

  private static long offset(Matcher matcher) {
    if (matcher.group(8) == null) {
      return 0;
    }
    int hours = number(matcher, 9);
    int minutes = number(matcher, 10);
    if (hours > 23 || minutes > 59) {
      throw new DateTimeException("offset");
    }
    long seconds = hours * 3600L + minutes * 60L;
    return matcher.group(8).equals("-") ? -seconds : seconds;
  }

  /** The text of a point in time in UTC, without zeros at the end of the fraction. */
  static String format(Instant time) {
    String text = ZonedDateTime.ofInstant(time, ZoneOffset.UTC).toLocalDateTime().toString();
    String full = text.length() == "2020-01-01T00:00".length() ? text + ":00" : text;
    return stripFraction(full) + "Z";
  }

  private static String stripFraction(String text) {
    if (text.indexOf('.') < 0) {
      return text;
    }
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, end);
  }

  /**
   * The same point in time.
   *
   * @throws FunctionFailure if it is out of range
   */
  static Instant checked(Instant time) {
    if (time.getEpochSecond() < FIRST || time.getEpochSecond() > LAST) {
      throw FunctionFailure.overflow("the timestamp is outside the years 1 to 9999");
    }
    return time;
  }

  /** The point in time of some seconds since 1970. */
  static Instant ofSeconds(long seconds) {
    if (seconds < FIRST || seconds > LAST) {
      throw FunctionFailure.overflow("the timestamp is outside the years 1 to 9999");
    }
    return Instant.ofEpochSecond(seconds);
  }

  /**
   * What clocks and calendars show at a point in time.
   *
   * @param zone a name of the time zone database, {@code UTC}, nothing for UTC, or an offset such
   *     as {@code -02:30}
   * @throws FunctionFailure if there is no such zone
   */
  static LocalDateTime local(Instant time, String zone) {
    return zone.indexOf(':') < 0
        ? LocalDateTime.ofInstant(time, zone(zone))
        : LocalDateTime.ofInstant(time.plusSeconds(60 * offsetMinutes(zone)), ZoneOffset.UTC);
  }

  private static ZoneId zone(String name) {
    if (name.isEmpty() || name.equals("UTC")) {
      return ZoneOffset.UTC;
    }
    if (ZoneId.getAvailableZoneIds().contains(name)) {
      return ZoneId.of(name);
    }
    String abbreviated = ABBREVIATIONS.get(name);
    if (abbreviated == null) {
      throw FunctionFailure.invalid("unknown time zone `" + name + "`");
    }
    return ZoneId.of(abbreviated);
  }

  /** Up to 23 hours; the offsets of Java's own zones end at 18. */
  private static long offsetMinutes(String name) {
    Matcher matcher = OFFSET.matcher(name);
    Long hours = matcher.matches() ? GoNumbers.parseInt(matcher.group(1)) : null;
    Long minutes = matcher.matches() ? GoNumbers.parseInt(matcher.group(2)) : null;
    if (hours == null || minutes == null || Math.abs(hours) > 23 || minutes < 0 || minutes > 59) {
      throw FunctionFailure.invalid("`" + name + "` is not an offset from UTC");
    }
    return hours * 60 + (name.startsWith("-") ? -minutes : minutes);
  }
}
