package io.kro4j.compiler.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON as Go reads it: strict RFC 8259 text; of equal keys the last wins. */
public final class JsonText {
  /** The characters of the least {@code long}. */
  private static final int LONGEST_LONG = 20;

  private static final int MAX_DEPTH = 200;
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  /** Go writes doubles from here on with an exponent. */
  private static final double EXPONENT_FROM = 1e21;

  private final String text;
  private final Numbers numbers;
  private int at;
  private int depth;

  private JsonText(String text, Numbers numbers) {
    this.text = text;
    this.numbers = numbers;
  }

  /** What numbers become. */
  public enum Numbers {
    /**
     * What an API server stores: 64-bit integers if written so, otherwise doubles, and of those the
     * ones without a fraction as integers ({@code 2e3} is 2000).
     */
    STORED,

    /** Doubles, all of them. */
    DOUBLES
  }

  /** Where and why a text is not JSON. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    private final int index;

    private Malformed(int index, String what) {
      super(what, null, false, false);
      this.index = index;
    }

    /** The index of the first character that cannot stand where it does. */
    public int index() {
      return index;
    }
  }

  /**
   * The value a text stands for.
   *
   * @return plain JSON; null for the JSON null
   * @throws Malformed if the text is not exactly one JSON value
   */
  public static @Nullable Object read(String text, Numbers numbers) throws Malformed {
    JsonText reader = new JsonText(text, numbers);
    reader.space();
    Object value = reader.value();
    reader.space();
    if (reader.at < text.length()) {
      throw reader.malformed("there is something behind the value");
    }
    return value;
  }

  /** A number as the API server stores it: a whole one as an integer. */
  public static Number stored(double value) {
    if (value != Math.rint(value) || Math.abs(value) >= EXPONENT_FROM) {
      return value;
    }
    BigInteger whole = new BigDecimal(Double.toString(value)).toBigIntegerExact();
    if (whole.bitLength() < Long.SIZE) {
      return whole.longValue();
    }
    return whole;
  }

  private @Nullable Object value() throws Malformed {
    return switch (peek()) {
      case '{' -> nested(this::object);
      case '[' -> nested(this::array);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  /** A reader of a value that may hold others. */
  private interface Reader {
    Object read() throws Malformed;
  }

  private Object nested(Reader reader) throws Malformed {
    if (++depth > MAX_DEPTH) {
      throw malformed("it is nested too deeply");
    }
    at++;
    space();
    Object value = reader.read();
    depth--;
    return value;
  }

  private Object object() throws Malformed {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    if (skip('}')) {
      return members;
    }
    do {
      space();
      if (peek() != '"') {
        throw malformed("a key in double quotes is missing");
      }
      String key = string();
      space();
      if (!skip(':')) {
        throw malformed("`:` is missing");
      }
      space();
      members.put(key, value());
      space();
    } while (skip(','));
    if (!skip('}')) {
      throw malformed("`,` or `}` is missing");
    }
    return Collections.unmodifiableMap(members);
  }

  private Object array() throws Malformed {
    List<@Nullable Object> items = new ArrayList<>();
    if (skip(']')) {
      return items;
    }
    do {
      space();
      items.add(value());
      space();
    } while (skip(','));
    if (!skip(']')) {
      throw malformed("`,` or `]` is missing");
    }
    return Collections.unmodifiableList(items);
  }

  private String string() throws Malformed {
    at++;
    StringBuilder decoded = new StringBuilder();
    while (peek() != '"') {
      char c = peek();
      if (c < ' ') {
        throw malformed(
            at < text.length()
                ? "a control character must be escaped"
                : "the string is never closed");
      }
      at++;
      decoded.append(c == '\\' ? escape() : c);
    }
    at++;
    return withoutHalves(decoded.toString());
  }

  private char escape() throws Malformed {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> {
        at--;
        throw malformed("the escape is unknown");
      }
    };
  }

  private char unicode() throws Malformed {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      char c = peek();
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw malformed("four hexadecimal digits are missing");
      }
      code = code * 16 + digit;
      at++;
    }
    return (char) code;
  }

  /** Halves of characters that have no other half become the replacement character, as in Go. */
  static String withoutHalves(String text) {
    int[] points =
        text.codePoints()
            .map(point -> point >= 0xd800 && point <= 0xdfff ? 0xfffd : point)
            .toArray();
    return new String(points, 0, points.length);
  }

  private @Nullable Object word(String word, @Nullable Object value) throws Malformed {
    if (!text.startsWith(word, at)) {
      throw malformed("it is no JSON value");
    }
    at += word.length();
    return value;
  }

  private Number number() throws Malformed {
    Matcher matcher = NUMBER.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw malformed(at < text.length() ? "it is no JSON value" : "a value is missing");
    }
    String number = matcher.group();
    boolean whole = matcher.group(2) == null && matcher.group(3) == null;
    if (numbers == Numbers.STORED
        && whole
        && number.length() <= LONGEST_LONG
        && new BigInteger(number).bitLength() < Long.SIZE) {
      at = matcher.end();
      return Long.parseLong(number);
    }
    double value = Double.parseDouble(number);
    if (Double.isInfinite(value)) {
      throw malformed("the number is too large");
    }
    at = matcher.end();
    return numbers == Numbers.STORED ? stored(value) : value;
  }

  /** The next character, or NUL, which is never legal, at the end. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private boolean skip(char c) {
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private Malformed malformed(String what) {
    return new Malformed(at, what);
  }
}
