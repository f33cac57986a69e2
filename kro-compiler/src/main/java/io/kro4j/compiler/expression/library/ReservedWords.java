package io.kro4j.compiler.expression.library;

import java.util.Set;

/** The words that CEL keeps for itself: no variable can have one as its name. */
public final class ReservedWords {
  private static final Set<String> WORDS =
      Set.of(
          "true",
          "false",
          "null",
          "in",
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while");

  private ReservedWords() {}

  /** Whether a word is one of them. */
  public static boolean contains(String word) {
    return WORDS.contains(word);
  }
}
