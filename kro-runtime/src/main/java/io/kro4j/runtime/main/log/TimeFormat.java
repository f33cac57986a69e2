package io.kro4j.runtime.main.log;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How logs tell the time; the names are upstream's. All times are UTC. */
public enum TimeFormat {
  /** Seconds since 1970, with a fraction. */
  EPOCH,
  /** Milliseconds since 1970, with a fraction. */
  MILLIS,
  /** Nanoseconds since 1970. */
  NANO,
  /** {@code 2026-01-31T12:00:00.000Z}. */
  ISO8601,
  /** {@code 2026-01-31T12:00:00Z}. */
  RFC3339,
  /** {@code 2026-01-31T12:00:00.123456789Z}. */
  RFC3339NANO;

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Whether times are numbers in JSON. */
  boolean isNumber() {
    return this == EPOCH || this == MILLIS || this == NANO;
  }

  String write(Instant time) {
    return switch (this) {
      case EPOCH -> decimal(time, 9);
      case MILLIS -> decimal(time, 6);
      case NANO -> Long.toString(nanos(time));
      case ISO8601 -> ISO.format(time);
      case RFC3339 -> time.truncatedTo(ChronoUnit.SECONDS).toString();
      case RFC3339NANO -> time.toString();
    };
  }

  private static String decimal(Instant time, int digits) {
    return BigDecimal.valueOf(nanos(time), digits).toPlainString();
  }

  private static long nanos(Instant time) {
    return Math.addExact(
        Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), (long) time.getNano());
  }
}
