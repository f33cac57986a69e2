package io.kro4j.compiler.simpleschema;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to write instead of a type that is written as in another language. */
final class OtherNotations {
  private static final Map<String, String> NAMES =
      Map.of(
          "int", "integer",
          "number", "float",
          "double", "float",
          "bool", "boolean",
          "str", "string",
          "any", "object",
          "map", "map[string]string",
          "array", "[]string",
          "list", "[]string");

  private static final String NAME = "([A-Za-z][A-Za-z0-9]*)";
  private static final Pattern LIST_BEHIND = Pattern.compile(NAME + "\\[ *]");
  private static final Pattern LIST_BEFORE = Pattern.compile("\\[ *] *" + NAME);
  private static final Pattern LIST =
      Pattern.compile("(?:list|List|array|Array)[\\[<(] *" + NAME + " *[])>]");
  private static final Pattern MAP =
      Pattern.compile("(?:map|Map)[<(] *[A-Za-z]+ *, *" + NAME + " *[)>]");
  private static final Pattern DEFAULT = Pattern.compile("([^\\s=]+) *= *(\\S.*)");
  private static final Pattern TWO_WORDS = Pattern.compile("(\\S+)\\s+(.+)", Pattern.DOTALL);

  private OtherNotations() {}

  /**
   * A help line about a type that does not exist.
   *
   * @param type what stands where a type is due
   * @return empty if nobody writes types like that
   */
  static Optional<String> help(String type) {
    if (NAMES.containsKey(type)) {
      return didYouMean(NAMES.get(type));
    }
    for (Pattern list : new Pattern[] {LIST_BEHIND, LIST_BEFORE, LIST}) {
      Matcher matcher = list.matcher(type);
      if (matcher.matches()) {
        return didYouMean("[]" + name(matcher));
      }
    }
    Matcher map = MAP.matcher(type);
    if (map.matches()) {
      return didYouMean("map[string]" + name(map));
    }
    Matcher value = DEFAULT.matcher(type);
    if (value.matches()) {
      return separate(value.group(1), "default=" + value.group(2));
    }
    Matcher words = TWO_WORDS.matcher(type);
    if (words.matches()) {
      boolean bare = words.group(2).equals("required") || words.group(2).equals("immutable");
      return separate(words.group(1), bare ? words.group(2) + "=true" : words.group(2));
    }
    return Optional.empty();
  }

  private static String name(Matcher matcher) {
    return NAMES.getOrDefault(matcher.group(1), matcher.group(1));
  }

  private static Optional<String> didYouMean(String type) {
    return Optional.of("did you mean `" + type + "`?");
  }

  private static Optional<String> separate(String type, String markers) {
    return Optional.of("separate type and markers by `|`: `" + type + " | " + markers + "`");
  }
}
