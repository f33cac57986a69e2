package io.kro4j.runtime.main.flags;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * A flag of the command line.
 *
 * @param name its name without dashes
 * @param hint what its value looks like, such as {@code <duration>}; empty if it needs none
 * @param text its value when it is not given; may be empty
 * @param description what it does, for users; one sentence
 * @param variable the environment variable that may give it as well
 * @param reader reads the value; throws {@link IllegalArgumentException} with the reason if it
 *     cannot
 * @param <T> what comes out
 */
public record Flag<T>(
    String name,
    String hint,
    String text,
    String description,
    String variable,
    Function<String, T> reader) {

  private static final Set<String> YES = Set.of("1", "t", "T", "true", "TRUE", "True");
  private static final Set<String> NO = Set.of("0", "f", "F", "false", "FALSE", "False");

  /** A flag whose variable has the flag's name. */
  static <T> Flag<T> of(
      String name, String hint, String text, String description, Function<String, T> reader) {
    String variable = "KRO_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    return new Flag<>(name, hint, text, description, variable, reader);
  }

  /** A switch, off unless given. */
  static Flag<Boolean> toggle(String name, String description) {
    return of(name, "", "false", description, Flag::bool);
  }

  static Flag<Duration> duration(String name, String text, String description) {
    return of(name, "<duration>", text, description, GoDuration::read);
  }

  /** A whole number of at least {@code least}. */
  static Flag<Integer> number(String name, int least, int value, String description) {
    return of(name, "<n>", Integer.toString(value), description, text -> integer(text, least));
  }

  /** A list of words, separated by commas. */
  static Flag<Set<String>> words(String name, String hint, String text, String description) {
    return of(name, hint, text, description, Flag::words);
  }

  /** One of a few words. */
  static Flag<String> choice(String name, List<String> choices, String text, String description) {
    String hint = "<" + String.join("|", choices) + ">";
    return of(name, hint, text, description, value -> oneOf(value, choices));
  }

  /** The same flag with a variable of another name. */
  Flag<T> from(String other) {
    return new Flag<>(name, hint, text, description, other, reader);
  }

  /** Whether it may be given without a value. */
  boolean isToggle() {
    return hint.isEmpty();
  }

  private static boolean bool(String text) {
    if (YES.contains(text)) {
      return true;
    }
    if (NO.contains(text)) {
      return false;
    }
    throw new IllegalArgumentException("neither true nor false");
  }

  private static int integer(String text, int least) {
    int value;
    try {
      value = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a whole number", e);
    }
    if (value < least) {
      throw new IllegalArgumentException("less than " + least);
    }
    return value;
  }

  private static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .forEach(words::add);
    return words;
  }

  private static String oneOf(String value, List<String> choices) {
    if (!choices.contains(value)) {
      throw new IllegalArgumentException("none of " + String.join(", ", choices));
    }
    return value;
  }
}
