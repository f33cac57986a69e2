package io.kro4j.compiler.expression.library;

import static io.kro4j.compiler.expression.library.ValueType.INT;
import static io.kro4j.compiler.expression.library.ValueType.STRING;

import java.util.ArrayList;
import java.util.List;

/** CEL's string extension. Positions count code points. */
final class StringFunctions implements FunctionLibrary {
  private static final ValueType STRINGS = ValueType.listOf(STRING);

  private final List<Overload> overloads = new ArrayList<>();

  StringFunctions() {
    member("charAt", "string_char_at_int", STRING, a -> charAt(text(a[0]), (Long) a[1]), INT);
    positions();
    member("lowerAscii", "string_lower_ascii", STRING, a -> lower(text(a[0])));
    member("upperAscii", "string_upper_ascii", STRING, a -> upper(text(a[0])));
    member("trim", "string_trim", STRING, a -> trim(text(a[0])));
    member("reverse", "string_reverse", STRING, a -> reverse(text(a[0])));
    parts();
    overloads.add(
        Overload.global(
            "strings.quote",
            "strings_quote",
            List.of(STRING),
            STRING,
            a -> StringQuote.quote(text(a[0]))));
  }

  @Override
  public List<Overload> overloads() {
    return List.copyOf(overloads);
  }

  private void positions() {
    member(
        "indexOf",
        "string_index_of_string",
        INT,
        a -> StringSearch.indexOf(text(a[0]), text(a[1]), 0),
        STRING);
    member(
        "indexOf",
        "string_index_of_string_int",
        INT,
        a -> StringSearch.indexOf(text(a[0]), text(a[1]), (Long) a[2]),
        STRING,
        INT);
    member(
        "lastIndexOf",
        "string_last_index_of_string",
        INT,
        a -> StringSearch.lastIndexOf(text(a[0]), text(a[1])),
        STRING);
    member(
        "lastIndexOf",
        "string_last_index_of_string_int",
        INT,
        a -> StringSearch.lastIndexOf(text(a[0]), text(a[1]), (Long) a[2]),
        STRING,
        INT);
    member(
        "substring",
        "string_substring_int",
        STRING,
        a -> substring(text(a[0]), (Long) a[1], length(text(a[0]))),
        INT);
    member(
        "substring",
        "string_substring_int_int",
        STRING,
        a -> substring(text(a[0]), (Long) a[1], (Long) a[2]),
        INT,
        INT);
  }

  private void parts() {
    member(
        "replace",
        "string_replace_string_string",
        STRING,
        a -> StringParts.replace(text(a[0]), text(a[1]), text(a[2]), -1),
        STRING,
        STRING);
    member(
        "replace",
        "string_replace_string_string_int",
        STRING,
        a -> StringParts.replace(text(a[0]), text(a[1]), text(a[2]), (Long) a[3]),
        STRING,
        STRING,
        INT);
    member(
        "split",
        "string_split_string",
        STRINGS,
        a -> StringParts.split(text(a[0]), text(a[1]), -1),
        STRING);
    member(
        "split",
        "string_split_string_int",
        STRINGS,
        a -> StringParts.split(text(a[0]), text(a[1]), (Long) a[2]),
        STRING,
        INT);
    overloads.add(
        Overload.member(
            "join",
            "list_join",
            List.of(STRINGS),
            STRING,
            a -> StringParts.join((List<?>) a[0], "")));
    overloads.add(
        Overload.member(
            "join",
            "list_join_string",
            List.of(STRINGS, STRING),
            STRING,
            a -> StringParts.join((List<?>) a[0], text(a[1]))));
  }

  private void member(
      String function, String id, ValueType result, Overload.Body body, ValueType... more) {
    List<ValueType> parameters = new ArrayList<>(List.of(STRING));
    parameters.addAll(List.of(more));
    overloads.add(Overload.member(function, id, parameters, result, body));
  }

  private static String text(Object argument) {
    return (String) argument;
  }

  private static long length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String charAt(String text, long index) {
    long length = length(text);
    if (index < 0 || index > length) {
      throw outOfRange(index);
    }
    return index == length ? "" : substring(text, index, index + 1);
  }

  private static String substring(String text, long start, long end) {
    long length = length(text);
    if (start < 0 || start > length) {
      throw outOfRange(start);
    }
    if (end < start || end > length) {
      throw outOfRange(end);
    }
    int from = text.offsetByCodePoints(0, (int) start);
    return text.substring(from, text.offsetByCodePoints(from, (int) (end - start)));
  }

  /** Fatal, unlike the index of a list: a string does not grow by waiting. */
  static FunctionFailure outOfRange(long index) {
    return FunctionFailure.invalid("index `" + index + "` is outside the string");
  }

  private static String lower(String text) {
    StringBuilder lower = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lower.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return lower.toString();
  }

  private static String upper(String text) {
    StringBuilder upper = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      upper.setCharAt(i, c >= 'a' && c <= 'z' ? (char) (c - 32) : c);
    }
    return upper.toString();
  }

  private static String reverse(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  private static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** Unicode's White_Space, all of it in the basic plane. */
  private static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r')
        || c == ' '
        || c == '\u0085'
        || c == '\u00a0'
        || c == '\u1680'
        || (c >= '\u2000' && c <= '\u200a')
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u202f'
        || c == '\u205f'
        || c == '\u3000';
  }
}
