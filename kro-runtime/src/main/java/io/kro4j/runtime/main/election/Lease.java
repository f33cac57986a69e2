package io.kro4j.runtime.main.election;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a Lease says.
 *
 * @param resourceVersion the version of the object
 * @param holder who leads; empty if nobody does
 * @param duration how long others wait for the holder
 * @param acquired when the holder began to lead, as it is written
 * @param renewed when the holder said so last, as it is written
 * @param transitions how often the holder changed
 */
record Lease(
    String resourceVersion,
    String holder,
    Duration duration,
    @Nullable String acquired,
    @Nullable String renewed,
    long transitions) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Reads an object; what is missing is as if nobody held it. */
  static Lease read(Map<String, Object> object) {
    Map<?, ?> spec = object.get("spec") instanceof Map<?, ?> map ? map : Map.of();
    Map<?, ?> metadata = object.get("metadata") instanceof Map<?, ?> map ? map : Map.of();
    return new Lease(
        text(metadata.get("resourceVersion")).orElse(""),
        text(spec.get("holderIdentity")).orElse(""),
        Duration.ofSeconds(number(spec.get("leaseDurationSeconds"))),
        text(spec.get("acquireTime")).orElse(null),
        text(spec.get("renewTime")).orElse(null),
        number(spec.get("leaseTransitions")));
  }

  /** A spec with which someone begins to lead. */
  static Map<String, Object> acquired(
      String holder, Duration duration, long transitions, Instant now) {
    Map<String, Object> spec = renewed(now);
    spec.put("holderIdentity", holder);
    spec.put("leaseDurationSeconds", duration.toSeconds());
    spec.put("acquireTime", TIME.format(now));
    spec.put("leaseTransitions", transitions);
    return spec;
  }

  /** What of a spec changes when its holder says that it still leads. */
  static Map<String, Object> renewed(Instant now) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("renewTime", TIME.format(now));
    return spec;
  }

  /** What of a spec changes when its holder ends: the next one need not wait. */
  static Map<String, Object> released(Instant now) {
    Map<String, Object> spec = renewed(now);
    spec.put("holderIdentity", "");
    spec.put("leaseDurationSeconds", 1L);
    return spec;
  }

  /** Whether the same was said, whatever the version. */
  boolean saysTheSameAs(@Nullable Lease other) {
    return other != null
        && holder.equals(other.holder)
        && duration.equals(other.duration)
        && Objects.equals(acquired, other.acquired)
        && Objects.equals(renewed, other.renewed);
  }

  private static Optional<String> text(@Nullable Object value) {
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }
}
