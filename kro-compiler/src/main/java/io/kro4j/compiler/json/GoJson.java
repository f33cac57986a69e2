package io.kro4j.compiler.json;

import org.jspecify.annotations.Nullable;

/**
 * JSON as Go's {@code encoding/json} writes it, since upstream's hash is taken over that text: no
 * blanks, every number a float64, and characters escaped that mean something in HTML.
 */
public final class GoJson {
  private GoJson() {}

  /**
   * The text of a value.
   *
   * @param value plain JSON; keys are written in the order they come
   * @throws IllegalArgumentException if a value is not plain JSON
   */
  public static String write(@Nullable Object value) {
    return new JsonWriter(map -> map, GoJson::number, GoJson::quote).write(value);
  }

  /** A string in quotes; halves of characters become the replacement character. */
  public static String quote(String text) {
    return JsonStrings.quote(JsonText.withoutHalves(text), GoJson::isEscaped);
  }

  private static String number(Number number) {
    double value = number.doubleValue();
    return value == 0 && 1 / value < 0 ? "-0" : JsonNumbers.canonical(value);
  }

  private static boolean isEscaped(int c) {
    return c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029;
  }
}
