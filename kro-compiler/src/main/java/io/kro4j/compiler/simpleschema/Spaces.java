package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.source.MappedText;

/**
 * White space as upstream's Go code sees it, which Java does not: a no-break space separates
 * markers, an information separator does not.
 */
final class Spaces {
  private Spaces() {}

  /** Whether Unicode gives the character the property {@code White_Space}. */
  static boolean isSpace(char c) {
    return switch (c) {
      case ' ', '\t', '\n', '\u000b', '\f', '\r', '\u0085', '\u00a0', '\u1680' -> true;
      case '\u2028', '\u2029', '\u202f', '\u205f', '\u3000' -> true;
      default -> c >= '\u2000' && c <= '\u200a';
    };
  }

  /** The text without white space at its ends. */
  static MappedText trim(MappedText text) {
    String value = text.value();
    int from = 0;
    int to = value.length();
    while (from < to && isSpace(value.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(value.charAt(to - 1))) {
      to--;
    }
    return text.slice(from, to);
  }
}
