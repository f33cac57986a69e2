package io.kro4j.compiler.expression;

import dev.cel.common.values.CelByteString;
import io.kro4j.compiler.expression.library.FunctionFailure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;

/** JSON values that CEL sees as something else, by the format that their schema gives. */
final class ConvertedValues {
  private ConvertedValues() {}

  /**
   * The value in CEL.
   *
   * @throws FunctionFailure if the value is not of the format
   */
  static Object convert(Conversion.Kind kind, Object json, Trail trail) {
    if (kind == Conversion.Kind.DOUBLE) {
      if (json instanceof Number number) {
        return number.doubleValue();
      }
      throw invalid(trail, "a number");
    }
    if (!(json instanceof String text)) {
      throw invalid(trail, "text");
    }
    return switch (kind) {
      case BYTES -> bytes(text, trail);
      case TIMESTAMP -> timestamp(text, trail);
      case DURATION -> DurationText.parse(text).orElseThrow(() -> invalid(trail, "a duration"));
      case DOUBLE -> throw new IllegalStateException("a number is no text");
    };
  }

  /** Go's decoder leaves out line ends, and nothing else. */
  private static Object bytes(String text, Trail trail) {
    try {
      return CelByteString.of(Base64.getDecoder().decode(text.replaceAll("[\r\n]", "")));
    } catch (IllegalArgumentException e) {
      throw invalid(trail, "base64");
    }
  }

  private static Instant timestamp(String text, Trail trail) {
    try {
      if (text.length() == "2020-01-01".length()) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
      boolean zoned = last == 'Z' || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
      return zoned
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw invalid(trail, "a point in time");
    }
  }

  private static FunctionFailure invalid(Trail trail, String wanted) {
    return FunctionFailure.invalid("`" + trail + "` is not " + wanted);
  }
}
