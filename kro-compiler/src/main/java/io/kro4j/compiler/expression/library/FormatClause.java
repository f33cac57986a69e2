package io.kro4j.compiler.expression.library;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.types.CelKind;
import dev.cel.common.values.CelByteString;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;

/**
 * One clause of a format.
 *
 * @param verb the letter that says how, one of {@link #VERBS}
 * @param precision the digits after the point, for {@code f} and {@code e}
 */
record FormatClause(char verb, int precision) {
  static final String VERBS = "sdfebxXo";

  private static final Set<CelKind> NUMBERS = Set.of(CelKind.INT, CelKind.UINT, CelKind.DOUBLE);
  private static final Set<CelKind> HEX =
      Set.of(CelKind.INT, CelKind.UINT, CelKind.STRING, CelKind.BYTES);
  private static final Set<CelKind> TEXTS =
      Set.of(
          CelKind.LIST,
          CelKind.MAP,
          CelKind.INT,
          CelKind.UINT,
          CelKind.DOUBLE,
          CelKind.BOOL,
          CelKind.STRING,
          CelKind.TIMESTAMP,
          CelKind.BYTES,
          CelKind.DURATION,
          CelKind.TYPE,
          CelKind.NULL_TYPE);
  private static final Map<Character, Set<CelKind>> ACCEPTED =
      Map.of(
          's', TEXTS,
          'd', NUMBERS,
          'f', NUMBERS,
          'e', NUMBERS,
          'b', Set.of(CelKind.INT, CelKind.UINT, CelKind.BOOL),
          'x', HEX,
          'X', HEX,
          'o', Set.of(CelKind.INT, CelKind.UINT));

  /** Whether the clause can show values of a type, as far as that is known before they are. */
  boolean accepts(CelKind kind) {
    return kind == CelKind.DYN || ACCEPTED.getOrDefault(verb, TEXTS).contains(kind);
  }

  /**
   * The text of a value.
   *
   * @throws FunctionFailure if the clause is not for such values
   */
  String format(Object value) {
    return switch (verb) {
      case 's' -> FormatText.of(value);
      case 'd' -> decimal(value);
      case 'f' -> real(value, number -> GoNumbers.fixed(number, precision));
      case 'e' -> real(value, number -> GoNumbers.scientific(number, precision));
      case 'b' -> value instanceof Boolean bit ? (bit ? "1" : "0") : integer(value, 2);
      case 'o' -> integer(value, 8);
      case 'x' -> hexadecimal(value);
      default -> hexadecimal(value).toUpperCase(Locale.ROOT);
    };
  }

  private String decimal(Object value) {
    return value instanceof Double ? FormatText.of(value) : integer(value, 10);
  }

  private String real(Object value, DoubleFunction<String> format) {
    if (!(value instanceof Number number) || !Ordering.isNumber(value)) {
      throw refused();
    }
    double real = number.doubleValue();
    return Double.isNaN(real) || Double.isInfinite(real) ? FormatText.of(real) : format.apply(real);
  }

  private String integer(Object value, int radix) {
    if (value instanceof Long number) {
      return Long.toString(number, radix);
    }
    if (value instanceof UnsignedLong number) {
      BigInteger exact = number.bigIntegerValue();
      return exact.toString(radix);
    }
    throw refused();
  }

  private String hexadecimal(Object value) {
    if (value instanceof String text) {
      return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
    if (value instanceof CelByteString bytes) {
      return HexFormat.of().formatHex(bytes.toByteArray());
    }
    return integer(value, 16);
  }

  private FunctionFailure refused() {
    return FunctionFailure.invalid("the clause `%" + verb + "` is not for such a value");
  }
}
