package io.kro4j.compiler.robustness;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Strings what a language is made of together at random, the same way for the same seed. */
final class Pieces {
  private static final int MOST = 14;

  private static final List<String> YAML =
      List.of(
          "a",
          "key",
          ": ",
          ":",
          "- ",
          "-",
          "? ",
          "\n",
          "\n  ",
          "\n    ",
          "\r\n",
          "\r",
          "\t",
          " ",
          "\"",
          "'",
          "|",
          "|-\n  ",
          ">+\n  ",
          "|2\n",
          "{",
          "}",
          "[",
          "]",
          ", ",
          "#",
          " # c\n",
          "&x ",
          "*x",
          "*y",
          "<<: ",
          "!!int ",
          "!!str ",
          "!!binary ",
          "!t ",
          "! ",
          "---\n",
          "...\n",
          "%YAML 1.1\n",
          "~",
          "null",
          "yes",
          "0x1F",
          "017",
          "0b1",
          "1_000",
          "190:20:30",
          "1e400",
          ".nan",
          "-.inf",
          "-0.0",
          "9223372036854775808",
          "2001-01-01",
          "=",
          "\\x41",
          "\\u00e9",
          "\\U0001F600",
          "\\ud83d",
          "\\q",
          "\\\n",
          "\u00e9",
          "\uD83D\uDE00",
          "e\u0301",
          "\u2028",
          "\u0085",
          "\uFEFF",
          "\u0007",
          "${schema.spec.a}",
          "@",
          "`",
          "%");

  private static final List<String> DECLARATION =
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
          "Port",
          "Prt",
          " | ",
          "|",
          " ",
          "  ",
          "\t",
          "required=true",
          "required=x",
          "default=",
          "default=\"\"",
          "description=",
          "minimum=",
          "maximum=1",
          "minLength=",
          "maxLength=2",
          "minItems=0",
          "maxItems=-1",
          "pattern=",
          "enum=",
          "enum=\"a,b\"",
          "validation=",
          "validation=\"self > 0\"",
          "immutable=true",
          "uniqueItems=true",
          "listType=map",
          "listMapKey=name",
          "unknown=1",
          "=",
          "\"",
          "\\\"",
          "\\",
          "{",
          "}",
          "[",
          "{\"a\": 1}",
          "[1, 2]",
          "5",
          "-1",
          "1e400",
          "9223372036854775808",
          "0x10",
          "true",
          "null",
          ",",
          "a",
          "(a",
          "(?=a)",
          "a{1000}",
          "\u00e9",
          "\uD83D\uDE00",
          "\u00a0",
          "\u2028",
          "${");

  private static final List<String> EXPRESSION =
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
          " + ",
          " - ",
          " * ",
          " / ",
          " % ",
          "!",
          "-",
          " == ",
          " != ",
          " < ",
          " >= ",
          " && ",
          " || ",
          " ? ",
          " : ",
          ", ",
          " in ",
          "\"",
          "'",
          "'''",
          "r'",
          "b'a'",
          "\\",
          "//",
          "\n",
          "0",
          "1",
          "1u",
          "1.5",
          "1e400",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "null",
          "true",
          "'a'",
          "'\uD83D\uDE00'",
          "'\\ud83d'",
          "schema",
          ".schema",
          "schema.spec",
          "schema.spec.n",
          ".metadata",
          ".name",
          ".namespace",
          ".spec.?x",
          "has(schema.spec.n)",
          "omit()",
          "dyn(",
          "[1, 2]",
          "{'a': 1}",
          ".map(x, x)",
          ".all(x, x > 0)",
          ".filter(x, x)",
          ".orValue(",
          "cel.bind(x, 1, x)",
          "optional.of(1)",
          "json.marshal(",
          "string(",
          "int(",
          "double(",
          "duration('1h')",
          "timestamp('2001-01-01T00:00:00Z')",
          "quantity('1Gi')",
          "@",
          "`",
          "$",
          ".matches('",
          "size(",
          "type(",
          ".sortBy(x, x)",
          ".substring(1)",
          ".format([1])",
          "'%d'",
          "lists.range(3)",
          "x",
          "int",
          "\u00e9",
          "\u0000",
          "${",
          "}${",
          "} ${");

  private final Random random;

  Pieces(long seed) {
    this.random = new Random(seed);
  }

  /** The bytes of a file; now and then they are no UTF-8. */
  byte[] yaml() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(some(YAML, 2 * MOST).getBytes(StandardCharsets.UTF_8));
    if (random.nextInt(10) == 0) {
      bytes.write(random.nextInt(256));
      bytes.writeBytes(some(YAML, MOST).getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** What may stand behind the name of a field, on one line. */
  String declaration() {
    String type = random.nextBoolean() ? "string | " : "";
    return type + some(DECLARATION, MOST);
  }

  /** A string with an expression, or with what looks like one. */
  String expression() {
    String text = "${" + some(EXPRESSION, MOST / 2) + "}";
    return random.nextInt(4) == 0 ? "a-" + text + some(EXPRESSION, 2) : text;
  }

  private String some(List<String> pieces, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most); i >= 0; i--) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }
}
