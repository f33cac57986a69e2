package io.kro4j.compiler.expression.library;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The parts of timestamps, in UTC or a time zone, and durations counted in units. */
final class TimeFunctions implements FunctionLibrary {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long NANOS_PER_SECOND = 1_000 * NANOS_PER_MILLI;

  private final List<Overload> overloads = new ArrayList<>();

  TimeFunctions() {
    part("getFullYear", "year", LocalDateTime::getYear);
    part("getMonth", "month", time -> time.getMonthValue() - 1);
    part("getDayOfYear", "day_of_year", time -> time.getDayOfYear() - 1);
    part("getDayOfMonth", "day_of_month", time -> time.getDayOfMonth() - 1);
    part("getDate", "day_of_month_1_based", LocalDateTime::getDayOfMonth);
    part("getDayOfWeek", "day_of_week", time -> time.getDayOfWeek().getValue() % 7);
    part("getHours", "hours", LocalDateTime::getHour);
    part("getMinutes", "minutes", LocalDateTime::getMinute);
    part("getSeconds", "seconds", LocalDateTime::getSecond);
    part("getMilliseconds", "milliseconds", time -> time.get(ChronoField.MILLI_OF_SECOND));
    whole("getHours", "hours", 3600 * NANOS_PER_SECOND);
    whole("getMinutes", "minutes", 60 * NANOS_PER_SECOND);
    whole("getSeconds", "seconds", NANOS_PER_SECOND);
    whole("getMilliseconds", "milliseconds", NANOS_PER_MILLI);
  }

  @Override
  public List<Overload> overloads() {
    return List.copyOf(overloads);
  }

  private void part(String function, String name, ToLongFunction<LocalDateTime> part) {
    overloads.add(
        Overload.member(
            function,
            "timestamp_to_" + name,
            List.of(ValueType.TIMESTAMP),
            ValueType.INT,
            a -> part.applyAsLong(Timestamps.local((Instant) a[0], ""))));
    overloads.add(
        Overload.member(
            function,
            "timestamp_to_" + name + "_with_tz",
            List.of(ValueType.TIMESTAMP, ValueType.STRING),
            ValueType.INT,
            a -> part.applyAsLong(Timestamps.local((Instant) a[0], (String) a[1]))));
  }

  private void whole(String function, String name, long nanos) {
    overloads.add(
        Overload.member(
            function,
            "duration_to_" + name,
            List.of(ValueType.DURATION),
            ValueType.INT,
            a -> GoDurations.nanos((Duration) a[0]) / nanos));
  }
}
