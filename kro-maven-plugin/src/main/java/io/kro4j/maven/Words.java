package io.kro4j.maven;

import java.util.stream.Collectors;

/** Parts of messages. */
final class Words {
  private Words() {}

  /** Such as {@code 1 file}, {@code 2 files}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A message is one line, whatever a file is called. */
  static String oneLine(String name) {
    return name.chars()
        .mapToObj(
            c -> Character.isISOControl(c) ? "\\x%02x".formatted(c) : Character.toString((char) c))
        .collect(Collectors.joining());
  }

  /** A parameter names files that are not there. */
  static String noMatch(String parameter, String entry) {
    return "parameter `" + parameter + "`: no file matches `" + oneLine(entry) + "`";
  }

  /** A parameter names what cannot be the name of a file. */
  static String noPath(String parameter, String value) {
    return "parameter `"
        + parameter
        + "`: `"
        + oneLine(value)
        + "` has a character that no path can have here; remove it";
  }
}
