package io.kro4j.compiler.artifact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Seeded random JSON with the strings and numbers that YAML writers get wrong. */
final class RandomJson {
  static final List<String> NASTY =
      List.of(
          "",
          " ",
          "  ",
          "\n",
          "\n\n",
          "\t",
          " a",
          "a ",
          "a\n",
          "a\n\n",
          "\na",
          "\n a",
          " a\nb",
          "\ta\nb",
          "a\n\nb",
          "a\n \nb",
          "a\n  ",
          "a\n\t",
          "a \nb ",
          "a\r\nb",
          "a\rb",
          "yes",
          "No",
          "ON",
          "off",
          "y",
          "N",
          "true",
          "False",
          "null",
          "NULL",
          "~",
          "0755",
          "0o17",
          "0x1F",
          "0b11",
          "1e3",
          "1E+3",
          "1.",
          ".5",
          "-1",
          "+1",
          "1_000",
          "1:30",
          "1:30:00.5",
          "190:20:30",
          "2001-01-01",
          "2001-1-1T00:00:00Z",
          ".inf",
          "-.INF",
          ".NaN",
          "=",
          "<<",
          "-",
          "--",
          "---",
          "--- a",
          "...",
          "- a",
          "-a",
          "--flag=x",
          "?",
          "? a",
          "?a",
          ":",
          ":a",
          ": a",
          "a:",
          "a: b",
          "a:b",
          "a #b",
          "a#b",
          "#a",
          "&a",
          "*a",
          "!a",
          "!!str",
          "|",
          ">",
          "%a",
          "@a",
          "`a",
          "'",
          "''",
          "\"",
          "a'b",
          "a\"b",
          "it's \"x\"",
          "'\\d'",
          "a\\b",
          "\\n",
          "{}",
          "[]",
          "{a: b}",
          "[a]",
          "a, b",
          "a]",
          "a}",
          "${a}",
          "${a ? 'x' : \"y\"}",
          "${\n  a\n}",
          "$(X)",
          "\u0000",
          "\u0007",
          "\u001b[31m",
          "\u007f",
          "\u0085",
          "a\u0085b\nc",
          "\u00a0",
          "\u200b",
          "\u2028",
          "\u2029",
          "\ufeff",
          "a\ufeff\nb",
          "\ufffe",
          "\uffff",
          "\ue000",
          "ä",
          "漢字",
          "a\n漢字\n",
          "\uD83D\uDE00",
          "a\n\uD83D\uDE00\n",
          "10Mi",
          "100m",
          "1.2.3",
          "10.0.0.1",
          "a\n# b",
          "a\n---\nb",
          "a\n...\n",
          "k: v\nk2: v2\n",
          "\u0130",
          "\u0131nf",
          ".\u0131nf",
          "x".repeat(2000),
          "x: ".repeat(500),
          "0",
          "00",
          "-0",
          "1e",
          "e1",
          "0x",
          "._",
          "_",
          "_1",
          "/",
          "C:\\x",
          "a\u0000\nb",
          "1 ",
          "0777 ",
          "\"a\": b",
          "'a': b",
          "a\tb",
          "a\t#b",
          "a:\tb",
          "12e03",
          "+",
          ".",
          "0.",
          "+.inf",
          "NaN",
          "inf",
          "nil",
          "none");

  private final Random random;

  RandomJson(long seed) {
    random = new Random(seed);
  }

  Map<String, @Nullable Object> object(int depth) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      map.put(text(), value(depth - 1));
    }
    return map;
  }

  @Nullable Object value(int depth) {
    int choice = random.nextInt(depth > 0 ? 9 : 6);
    return switch (choice) {
      case 0, 1, 2 -> text();
      case 3 -> number();
      case 4 -> random.nextBoolean();
      case 5 -> null;
      case 6 -> list(depth);
      default -> object(depth);
    };
  }

  private List<@Nullable Object> list(int depth) {
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(value(depth - 1));
    }
    return list;
  }

  String text() {
    if (random.nextInt(3) > 0) {
      return NASTY.get(random.nextInt(NASTY.size()));
    }
    StringBuilder text = new StringBuilder();
    String alphabet = "ab01 .:-#'\"\\\n\t{}[]$,&*!|>%@`?=~<_+eExy\u0085\u2028\ufeffä";
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  Number number() {
    return switch (random.nextInt(5)) {
      case 0 -> (long) random.nextInt(10);
      case 1 -> random.nextLong();
      case 2 -> BigInteger.TWO.pow(64).add(BigInteger.valueOf(random.nextLong()));
      case 3 -> (double) random.nextInt(1000);
      default -> finite();
    };
  }

  private double finite() {
    double value = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(value) ? value : 0.1;
  }
}
