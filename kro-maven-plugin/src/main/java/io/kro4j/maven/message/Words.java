package io.kro4j.maven.message;

import io.kro4j.compiler.diagnostics.Suggestions;
import java.util.List;
import java.util.stream.Collectors;

/** Parts of messages. */
public final class Words {
  private Words() {}

  /** Such as {@code 1 file}, {@code 2 files}. */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A message is one line, whatever a file is called. */
  public static String oneLine(String name) {
    return name.chars()
        .mapToObj(
            c -> Character.isISOControl(c) ? "\\x%02x".formatted(c) : Character.toString((char) c))
        .collect(Collectors.joining());
  }

  /** A parameter names files that are not there. */
  public static String noMatch(String parameter, String entry) {
    return "parameter `" + parameter + "`: no file matches `" + oneLine(entry) + "`";
  }

  /** A parameter has a word that is none of those it may have. */
  public static String noneOf(String parameter, String word, List<String> known) {
    return "parameter `" + parameter + "`: " + noneOf(word, known);
  }

  /** Such as {@code `serif` is none of `sarif`, `json`; did you mean `sarif`?}. */
  public static String noneOf(String word, List<String> known) {
    return "`"
        + oneLine(word)
        + "` is none of "
        + known.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "))
        + Suggestions.didYouMean(word, known).map(near -> "; " + near).orElse("");
  }

  /** A parameter names what cannot be the name of a file. */
  public static String noPath(String parameter, String value) {
    return "parameter `"
        + parameter
        + "`: `"
        + oneLine(value)
        + "` has a character that no path can have here; remove it";
  }
}
