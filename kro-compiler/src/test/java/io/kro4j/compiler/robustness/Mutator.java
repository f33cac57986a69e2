package io.kro4j.compiler.robustness;

import java.util.List;
import java.util.Random;

/**
 * Changes texts at random, the same way for the same seed. Half of the changes fall into
 * expressions and schemas: the YAML around them breaks so easily that little else would be reached.
 */
final class Mutator {
  private static final List<String> PIECES =
      List.of(
          "\n", " ", "  ", "\t", ":", ": ", "- ", "? ", "\"", "'", "|", ">", "{", "}", "[", "]",
          ",", "#", "&n ", "*n", "!!int ", "<<: ", "~", "\\", "---\n", "\r\n", "\u2028", "\u0000",
          "\uFEFF", "\uD83D", "😀", "null", "1e999", "0x", "${", "}", "${a}", "id: ", "schema",
          "each", "self", "runtime");
  private static final List<String> EXPRESSION_PIECES =
      List.of(
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          ".",
          ".?",
          "[?",
          "+",
          "-",
          "*",
          "/",
          "%",
          "!",
          "==",
          "!=",
          "<",
          ">=",
          "&&",
          "||",
          "?",
          ":",
          ",",
          " in ",
          "\"",
          "'",
          "'''",
          "r'",
          "b'",
          "\\",
          "//",
          "\n",
          "0",
          "1u",
          "1.5",
          "9223372036854775808",
          "-1",
          "null",
          "true",
          "schema",
          ".spec",
          ".metadata",
          ".status",
          ".namespace",
          "has(",
          "omit()",
          "dyn(",
          ".map(x, ",
          ".all(x, ",
          ".filter(x, ",
          ".orValue(",
          "cel.bind(x, ",
          "optional.of(",
          "json.marshal(",
          "@",
          "`",
          "$",
          "runtime.newCondition(",
          ".matches('",
          "size(",
          "type(",
          "each",
          "Foo{",
          "{'a': 1}",
          "_",
          "__",
          "@result",
          "😀");
  private static final List<String> SCHEMA_PIECES =
      List.of(
          "string",
          "integer",
          "float",
          "boolean",
          "object",
          "[]",
          "map[string]",
          "map[",
          "]",
          "|",
          " | ",
          "required=",
          "default=",
          "default=\"",
          "enum=\"a,b\"",
          "minimum=",
          "maxLength=",
          "pattern=\"",
          "validation=\"",
          "immutable=true",
          "listType=set",
          "uniqueItems=true",
          "=",
          "\"",
          "'",
          "\\",
          "{",
          "}",
          "[",
          "true",
          "1e999",
          "-",
          "😀",
          "\u0000");

  private final Random random;

  Mutator(long seed) {
    this.random = new Random(seed);
  }

  /** A text with a few changes. */
  String mutate(String text) {
    StringBuilder mutant = new StringBuilder(text);
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && mutant.length() > 1; i++) {
      switch (random.nextInt(4)) {
        case 0 -> change(mutant, inside(mutant, "${"), EXPRESSION_PIECES);
        case 1 -> change(mutant, inside(mutant, " | "), SCHEMA_PIECES);
        default -> change(mutant, random.nextInt(mutant.length()), PIECES);
      }
    }
    return mutant.toString();
  }

  private void change(StringBuilder mutant, int at, List<String> pieces) {
    int end = Math.min(mutant.length(), at + random.nextInt(12));
    switch (random.nextInt(5)) {
      case 0 -> mutant.delete(at, end);
      case 1 -> mutant.insert(random.nextInt(mutant.length()), mutant.substring(at, end));
      case 2 -> mutant.insert(at, pick(pieces).repeat(1 + random.nextInt(3)));
      case 3 -> mutant.replace(at, end, pick(pieces));
      default -> mutant.insert(at, pick(pieces));
    }
  }

  private String pick(List<String> pieces) {
    return pieces.get(random.nextInt(pieces.size()));
  }

  /** A place shortly behind some occurrence of a mark, or anywhere if there is none. */
  private int inside(StringBuilder text, String mark) {
    int found = text.indexOf(mark, random.nextInt(text.length()));
    int start = found < 0 ? text.indexOf(mark) : found;
    int place = start < 0 ? random.nextInt(text.length()) : start + random.nextInt(30);
    return Math.min(place, text.length() - 1);
  }
}
