package io.kro4j.compiler.expression;

/** Where the tokens of an expression end: CEL trees say only where they start. */
final class Tokens {
  private Tokens() {}

  /** The index after the token that starts at {@code from}; {@code from} itself at the end. */
  static int end(String text, int from) {
    if (from >= text.length()) {
      return text.length();
    }
    char c = text.charAt(from);
    if (isNamePart(c)) {
      return nameEnd(text, from);
    }
    if (c == '"' || c == '\'' || c == '`') {
      return stringEnd(text, from, c);
    }
    boolean pair =
        text.startsWith("&&", from)
            || text.startsWith("||", from)
            || (from + 1 < text.length() && text.charAt(from + 1) == '=' && "=!<>".indexOf(c) >= 0);
    return from + (pair ? 2 : Character.charCount(text.codePointAt(from)));
  }

  /** Whether a character can be part of an identifier or a number. */
  static boolean isNamePart(char c) {
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }

  /** The index of the first character of the name that ends before {@code to}. */
  static int nameStart(String text, int to) {
    int i = to;
    while (i > 0 && isNamePart(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  private static int nameEnd(String text, int from) {
    int i = from;
    while (i < text.length() && isNamePart(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int stringEnd(String text, int from, char quote) {
    for (int i = from + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i + 1;
      }
    }
    return text.length();
  }
}
