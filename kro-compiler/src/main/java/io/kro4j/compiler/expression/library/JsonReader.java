package io.kro4j.compiler.expression.library;

import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON text as values the way Go reads it: every number is a double, the last of equal keys wins.
 */
final class JsonReader {
  private static final int DEEPEST = 1_000;
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
  private static final Map<String, Object> WORDS =
      Map.of("true", true, "false", false, "null", NullValue.NULL_VALUE);

  private final String json;
  private int at;
  private int depth;

  private JsonReader(String json) {
    this.json = json;
  }

  /**
   * The value of a JSON text.
   *
   * @throws FunctionFailure if it is none
   */
  static Object read(String json) {
    JsonReader reader = new JsonReader(json);
    Object value = reader.value();
    reader.space();
    if (reader.at < json.length()) {
      throw reader.unexpected();
    }
    return value;
  }

  private Object value() {
    space();
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't', 'f', 'n' -> word();
      default -> number();
    };
  }

  private Object object() {
    enter();
    Map<String, Object> object = new LinkedHashMap<>();
    space();
    if (peek() != '}') {
      do {
        space();
        String key = string();
        space();
        expect(':');
        object.put(key, value());
        space();
      } while (skip(','));
    }
    leave('}');
    return object;
  }

  private Object array() {
    enter();
    List<Object> array = new ArrayList<>();
    space();
    if (peek() != ']') {
      do {
        array.add(value());
        space();
      } while (skip(','));
    }
    leave(']');
    return array;
  }

  private void enter() {
    at++;
    if (++depth > DEEPEST) {
      throw FunctionFailure.invalid("the JSON is nested too deeply");
    }
  }

  private void leave(char end) {
    expect(end);
    depth--;
  }

  private Object word() {
    for (Map.Entry<String, Object> word : WORDS.entrySet()) {
      if (json.startsWith(word.getKey(), at)) {
        at += word.getKey().length();
        return word.getValue();
      }
    }
    throw unexpected();
  }

  private Object number() {
    Matcher matcher = NUMBER.matcher(json).region(at, json.length());
    if (!matcher.lookingAt()) {
      throw unexpected();
    }
    double number = Double.parseDouble(matcher.group());
    if (Double.isInfinite(number)) {
      throw FunctionFailure.invalid("the JSON holds a number that is too large");
    }
    at = matcher.end();
    return number;
  }

  private String string() {
    expect('"');
    StringBuilder text = new StringBuilder();
    while (peek() != '"') {
      char c = json.charAt(at++);
      if (c < ' ') {
        at--;
        throw unexpected();
      }
      text.append(c == '\\' ? escape() : c);
    }
    at++;
    return repair(text.toString());
  }

  private char escape() {
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
        throw unexpected();
      }
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0 || peek() > 'f') {
        throw unexpected();
      }
      code = code * 16 + digit;
      at++;
    }
    return (char) code;
  }

  /** Halves of characters that have no other half become the replacement character. */
  private static String repair(String text) {
    StringBuilder repaired = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> repaired.appendCodePoint(c >= 0xd800 && c <= 0xdfff ? 0xfffd : c));
    return repaired.toString();
  }

  private void space() {
    while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean skip(char c) {
    boolean there = at < json.length() && json.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private void expect(char c) {
    if (!skip(c)) {
      throw unexpected();
    }
  }

  private char peek() {
    if (at >= json.length()) {
      throw FunctionFailure.invalid("the JSON ends too early");
    }
    return json.charAt(at);
  }

  private FunctionFailure unexpected() {
    return FunctionFailure.invalid("the text is not JSON at character " + at);
  }
}
