package io.kro4j.compiler.robustness;

import static io.kro4j.compiler.robustness.HostileInput.data;
import static io.kro4j.compiler.robustness.HostileInput.fill;
import static io.kro4j.compiler.robustness.HostileInput.number;

import java.util.List;

/** YAML that is deep, repetitive, broken, or says much with few characters. */
final class HostileYaml {
  private HostileYaml() {}

  static List<HostileInput> all(int length) {
    return List.of(
        new HostileInput("flow lists, nested", fill("[", length)),
        new HostileInput("flow objects, nested", fill("{a: ", length)),
        new HostileInput("block lists, nested on one line", fill("- ", length)),
        new HostileInput("block objects, nested", staircase(length)),
        new HostileInput("complex keys, nested", fill("? ", length)),
        new HostileInput("flow lists, nested and closed", closed(length)),
        new HostileInput("aliases that double", doubling()),
        new HostileInput("aliases of aliases", data(number(i -> alias(i), "\n", length))),
        new HostileInput("aliases of expressions", data(expressions("${schema.spec.name}"))),
        new HostileInput("aliases of wrong expressions", data(expressions("${schema.spec.nme}"))),
        new HostileInput(
            "aliases of large expressions",
            data(expressions("\"${([]" + fill("+[]", 1400) + ").size()}\""))),
        new HostileInput("merge keys", data(number(i -> merge(i), "\n", length))),
        new HostileInput("anchor with a long name", data("value: &" + fill("a", length) + " b")),
        new HostileInput("tag with a long name", data("value: !" + fill("a", length) + " b")),
        new HostileInput("key that is long", data(fill("k", length) + ": v")),
        new HostileInput("long key of the definition", fill("k", length) + ": v"),
        new HostileInput("keys, all different", number(i -> "key" + i + ": v", "\n", length)),
        new HostileInput("keys, all alike", data(fill("same: v\n", length))),
        new HostileInput("plain scalar", data("value: " + fill("lorem ", length))),
        new HostileInput("plain scalar of many lines", data("value: a\n" + fill("  a\n", length))),
        new HostileInput("double-quoted scalar", data("value: \"" + fill("lorem ", length) + "\"")),
        new HostileInput("escapes", data("value: \"" + fill("\\u00e9\\n", length) + "\"")),
        new HostileInput("broken escapes", data("value: \"" + fill("\\q", length) + "\"")),
        new HostileInput("single-quoted scalar", data("value: '" + fill("it''s", length) + "'")),
        new HostileInput("folded scalar", data("value: >-\n" + fill("  folded\n", length))),
        new HostileInput("blank lines in a scalar", "value: |+\n  a" + fill("\n", length)),
        new HostileInput("blank lines", fill("\n", length)),
        new HostileInput("comments", fill("# comment\n", length)),
        new HostileInput("spaces", fill(" ", length)),
        new HostileInput("tabs", fill("\t", length)),
        new HostileInput("tabs that indent", data(fill("\tkey: v\n", length))),
        new HostileInput("documents", fill("--- a\n", length)),
        new HostileInput("empty documents", fill("---\n", length)),
        new HostileInput("broken documents", fill("--- [\n", length)),
        new HostileInput("directives", fill("%YAML 1.1\n", length)),
        new HostileInput("integer of many digits", data("value: " + fill("9", length))),
        new HostileInput("hexadecimal of many digits", data("value: 0x" + fill("f", length))),
        new HostileInput("octal of many digits", data("value: 0" + fill("7", length))),
        new HostileInput("base 60 of many digits", data("value: 1" + fill(":59", length))),
        new HostileInput("float of many digits", data("value: 1." + fill("9", length))),
        new HostileInput("exponent of many digits", data("value: 1e" + fill("9", length))),
        new HostileInput("underscores", data("value: 1" + fill("_", length))),
        new HostileInput(
            "integers", data("value: [" + fill("99999999999999999999,", length) + "]")),
        new HostileInput("control characters", data("value: " + fill("\u0001", length))),
        new HostileInput("lone surrogates", data("value: " + fill("\uD83D", length))),
        new HostileInput("pairs of surrogates", data("value: " + fill("\uD83D\uDE00", length))),
        new HostileInput("byte order marks", fill("\uFEFF", length)),
        new HostileInput("line separators", data("value: |\n  " + fill("\u2028", length))),
        new HostileInput("unclosed quotes", fill("a: \"b\n", length)),
        new HostileInput("colons", fill(":", length)),
        new HostileInput("question marks", fill("?\n", length)),
        new HostileInput("stars", fill("- *a\n", length)),
        new HostileInput("percent signs", fill("%", length)));
  }

  private static String staircase(int length) {
    StringBuilder text = new StringBuilder();
    for (int depth = 0; text.length() < length; depth++) {
      text.append(" ".repeat(depth)).append("a:\n");
    }
    return text.toString();
  }

  private static String closed(int length) {
    return "a: " + fill("[", length / 2) + fill("]", length / 2);
  }

  private static String doubling() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 64; i++) {
      text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    return text.toString();
  }

  private static String alias(int i) {
    return i == 0 ? "k0: &k0 v" : "k%d: &k%d [*k%d]".formatted(i, i, i - 1);
  }

  /** A list of ten, and lists of ten such lists, up to a million expressions. */
  private static String expressions(String expression) {
    StringBuilder text = new StringBuilder("k0: &k0 " + expression + "\n");
    for (int i = 1; i <= 6; i++) {
      text.append("k%d: &k%d [%s]\n".formatted(i, i, ("*k" + (i - 1) + ",").repeat(10)));
    }
    for (int i = 0; i < 100; i++) {
      text.append("l%d: *k%d\n".formatted(i, i % 3));
    }
    return text.toString();
  }

  private static String merge(int i) {
    return i == 0 ? "k0: &k0 {a: b}" : "k%d: &k%d {<<: *k%d}".formatted(i, i, i - 1);
  }
}
