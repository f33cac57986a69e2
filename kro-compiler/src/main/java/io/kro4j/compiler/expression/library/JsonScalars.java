package io.kro4j.compiler.expression.library;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.CelByteString;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What {@code json.marshal} and {@code json.encode} make of values that JSON does not have. */
enum JsonScalars {
  /** As Kubernetes writes objects: {@code 1h30m0s}, whole seconds, all digits of integers. */
  KUBERNETES {
    @Override
    @Nullable Object convert(Object value) {
      if (value instanceof Duration duration) {
        return GoDurations.clock(duration);
      }
      if (value instanceof Instant time) {
        return time.equals(ZERO_TIME)
            ? NO_VALUE
            : Timestamps.format(time.truncatedTo(ChronoUnit.SECONDS));
      }
      return value instanceof Long || value instanceof UnsignedLong ? value : null;
    }

    @Override
    Object absent() {
      return NO_VALUE;
    }
  },

  /** As protocol buffers do: {@code 5400s}, fractions of seconds, large integers as strings. */
  PROTOBUF {
    @Override
    @Nullable Object convert(Object value) {
      if (value instanceof Duration duration) {
        return GoDurations.format(duration);
      }
      if (value instanceof Instant time) {
        return Timestamps.format(time);
      }
      if (value instanceof Long number) {
        return Math.abs(number) <= LARGEST_SAFE && number != Long.MIN_VALUE
            ? number
            : number.toString();
      }
      if (value instanceof UnsignedLong number) {
        return number.compareTo(UnsignedLong.valueOf(LARGEST_SAFE)) <= 0
            ? number
            : number.toString();
      }
      return null;
    }

    @Override
    Object absent() {
      throw FunctionFailure.invalid("an optional value that is absent has no JSON");
    }
  };

  /** Stands for JSON's null. */
  static final Object NO_VALUE = new Object();

  /** The largest integer that every JSON reader keeps exact. */
  private static final long LARGEST_SAFE = (1L << 53) - 1;

  private static final Instant ZERO_TIME = Instant.parse("0001-01-01T00:00:00Z");

  /** An integer or a text to write in place of an integer, a time or a duration; null if none. */
  abstract @Nullable Object convert(Object value);

  /** What to write in place of an absent optional value. */
  abstract Object absent();

  /** The text of bytes. */
  static String text(CelByteString bytes) {
    return EncoderFunctions.encode(bytes);
  }
}
