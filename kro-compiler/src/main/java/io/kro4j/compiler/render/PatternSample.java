package io.kro4j.compiler.render;

import java.util.Optional;

/**
 * A short text that matches a pattern, for patterns of the usual kind: literals, classes, groups,
 * repetitions and alternatives. What it makes has to be tried: it reads no more of the syntax than
 * it needs.
 */
final class PatternSample {
  private final String pattern;
  private final int more;
  private int at;

  private PatternSample(String pattern, int more) {
    this.pattern = pattern;
    this.more = more;
  }

  /**
   * A text.
   *
   * @param more how often what may be repeated is repeated more than needed
   * @return empty if the pattern is of another kind
   */
  static Optional<String> of(String pattern, int more) {
    PatternSample sample = new PatternSample(pattern, more);
    try {
      String text = sample.alternatives();
      return sample.at == pattern.length() ? Optional.of(text) : Optional.empty();
    } catch (StringIndexOutOfBoundsException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The first alternative; the others are read over. */
  private String alternatives() {
    String first = sequence();
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      sequence();
    }
    return first;
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      text.append(repeated(atom()));
    }
    return text.toString();
  }

  private String atom() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '^', '$' -> "";
      case '.' -> "a";
      case '(' -> group();
      case '[' -> oneOf();
      case '\\' -> escaped();
      default -> String.valueOf(c);
    };
  }

  private String group() {
    if (pattern.startsWith("?:", at)) {
      at += 2;
    }
    String text = alternatives();
    at++;
    return text;
  }

  /** The first character of a class that is not one of those that only fit in the middle. */
  private String oneOf() {
    boolean negated = pattern.charAt(at) == '^';
    int from = negated ? at + 1 : at;
    int end = from + 1;
    while (pattern.charAt(end) != ']' || pattern.charAt(end - 1) == '\\') {
      end++;
    }
    String members = pattern.substring(from, end);
    at = end + 1;
    if (negated) {
      return members.indexOf('a') < 0 && !members.contains("a-z") ? "a" : "0";
    }
    for (int i = 0; i < members.length(); i++) {
      if (Character.isLetterOrDigit(members.charAt(i)) && !isEscape(members, i)) {
        return members.substring(i, i + 1);
      }
    }
    return members.contains("\\d")
        ? "0"
        : members.contains("\\w") ? "a" : members.substring(members.length() - 1);
  }

  private static boolean isEscape(String members, int index) {
    return index > 0 && members.charAt(index - 1) == '\\';
  }

  private String escaped() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case 'd' -> "0";
      case 'w', 'S', 'D' -> "a";
      case 's', 'W' -> " ";
      case 'b', 'A', 'z' -> "";
      default -> String.valueOf(c);
    };
  }

  private String repeated(String atom) {
    if (at >= pattern.length()) {
      return atom;
    }
    return switch (pattern.charAt(at)) {
      case '*' -> counted(atom, 0, Integer.MAX_VALUE);
      case '+' -> counted(atom, 1, Integer.MAX_VALUE);
      case '?' -> counted(atom, 0, 0);
      case '{' -> bounded(atom);
      default -> atom;
    };
  }

  private String bounded(String atom) {
    int end = pattern.indexOf('}', at);
    String[] bounds = pattern.substring(at + 1, end).split(",", -1);
    at = end;
    int least = Integer.parseInt(bounds[0]);
    String upper = bounds[bounds.length - 1];
    return counted(atom, least, upper.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(upper));
  }

  /** The repetitions that are needed and some more, and over the character that asks for them. */
  private String counted(String atom, int least, int most) {
    at++;
    return atom.repeat((int) Math.min((long) least + more, most));
  }
}
