package io.kro4j.compiler.robustness;

import static io.kro4j.compiler.robustness.HostileInput.fill;
import static io.kro4j.compiler.robustness.HostileInput.number;

import java.util.List;
import java.util.stream.Stream;

/** SimpleSchema that is deep, cyclic, long, or grows when its types are put in. */
final class HostileSchemas {
  private HostileSchemas() {}

  static List<HostileInput> all(int length) {
    return Stream.of(fields(length), defaults(length), rules(length), types(length))
        .flatMap(List::stream)
        .toList();
  }

  private static List<HostileInput> defaults(int length) {
    String texts = "'[]V | default=[\"v0\"" + fill(",\"v0\"", length / 2) + "]'";
    String text = "\"" + fill("a", 99) + "\"";
    String longTexts = "'[]V | default=[" + text + fill("," + text, length) + "]'";
    String optional = fill("a?", Math.min(length / 2, 9_000));
    return List.of(
        typed(
            "default of many enumerated values",
            texts,
            "V: 'string | enum=\"" + number(i -> "v" + (999999 - i), ",", length / 2) + ",v0\"'"),
        typed("default of many values with a pattern", texts, pattern("v0" + optional)),
        typed("default of many values with a wrong pattern", texts, pattern(optional + "b")),
        typed("default of many texts with a pattern", longTexts, pattern("(((a?){100}){9})$")),
        typed("default of many texts, pattern too large", longTexts, pattern("((a?){1000}){9}b")),
        typed(
            "default of many values that are not enumerated",
            texts,
            "V: 'string | enum=\"" + number(i -> "v" + (999999 - i), ",", length / 2) + "\"'"),
        spec(
            "defaults and patterns in many fields",
            number(HostileSchemas::withPattern, "\n", length)));
  }

  private static String pattern(String pattern) {
    return "V: 'string | pattern=\"" + pattern + "\"'";
  }

  private static List<HostileInput> rules(int length) {
    String nested = "self.all(a, self.all(b, self.all(c, a + b + c > 0)))";
    String numbers = "[1" + fill(",1", Math.min(length / 2, 8_000)) + "]";
    return List.of(
        spec(
            "rule that is long",
            "value: 'string | validation=\"" + fill("self == self && ", length) + "true\"'"),
        spec("rules", "value: 'string | " + rules("self == self", length) + "'"),
        spec(
            "rules that run long",
            "value: '[]integer | default=" + numbers + " " + rules(nested, length / 2) + "'"),
        spec(
            "rules that match a long default",
            "value: 'string | default=\""
                + fill("a", length / 2)
                + "\" "
                + rules("self.matches(\\\"(a?){900}b\\\")", length / 2)
                + "'"),
        typed(
            "rules of a large object",
            "'V | " + rules("true", length / 2) + "'",
            "V:\n" + number(i -> "f" + i + ": string", "\n", length / 2).indent(2)));
  }

  private static String rules(String rule, int length) {
    return fill("validation=\"" + rule + "\" ", length).trim();
  }

  private static List<HostileInput> types(int length) {
    return List.of(
        types("types that double", "T0: {a: string}\n" + chain("T%d: {a: T%d, b: T%d}", 48)),
        types(
            "types that double as lists",
            "T0: {a: string}\n" + chain("T%d: {a: '[]T%d', b: 'map[string]T%d'}", 48)),
        types(
            "types in a chain",
            "T0: {a: string}\n" + number(i -> "T%d: {a: T%d}".formatted(i + 1, i), "\n", length)),
        types("types in a circle", "T0: {a: T48}\n" + chain("T%d: {a: T%d, b: T%d}", 48)),
        types(
            "types that are themselves",
            number(i -> "T%d: {a: T%d}".formatted(i, i), "\n", length)),
        types(
            "types that are not used", number(i -> "U%d: {a: string}".formatted(i), "\n", length)),
        types(
            "types in a large circle",
            number(i -> "T%d: {a: T%d}".formatted(i, i + 1), "\n", length) + "\nTx: {}"));
  }

  private static List<HostileInput> fields(int length) {
    return List.of(
        spec("lists, nested", "value: '" + fill("[]", length) + "string'"),
        spec("maps, nested", "value: '" + fill("map[string]", length) + "string'"),
        spec("brackets that do not close", "value: '" + fill("map[", length) + "'"),
        spec("type with a long name", "value: " + fill("T", length)),
        spec("fields", number(i -> "field" + i + ": string | default=a", "\n", length)),
        spec("fields of unknown types", number(i -> "field" + i + ": Strong" + i, "\n", length)),
        spec("fields of objects", number(i -> "field" + i + ": {a: {b: string}}", "\n", length)),
        spec("objects, nested", nested(95)),
        spec("marker many times", "value: string | " + fill("required=true ", length)),
        spec("markers unknown", "value: string | " + number(i -> "m" + i + "=1", " ", length)),
        spec("marker without end", "value: 'string | default=\"" + fill("a", length) + "'"),
        spec("markers without end", "value: 'string | " + fill("default=\" ", length) + "'"),
        spec("equals signs", "value: 'string | " + fill("=", length) + "'"),
        spec("bars", "value: 'string " + fill("| ", length) + "'"),
        spec("default that is deep", "value: 'object | default=" + fill("[", length) + "'"),
        spec(
            "default that is long",
            "value: '[]string | default=[\"a\"" + fill(",\"a\"", length) + "]'"),
        spec("default of many digits", "value: 'integer | default=" + fill("9", length) + "'"),
        spec("minimum of many digits", "value: 'float | minimum=" + fill("9", length) + "'"),
        spec("enumeration", "value: 'string | enum=\"" + number(i -> "v" + i, ",", length) + "\"'"),
        spec("enumeration of one value", "value: 'string | enum=\"" + fill("v,", length) + "\"'"),
        spec("pattern that is deep", "value: 'string | pattern=\"" + fill("(", length) + "\"'"),
        spec("pattern that nests", "value: 'string | pattern=\"" + closed(length) + "\"'"),
        spec("pattern that repeats", "value: 'string | pattern=\"a" + repeats(6) + "\"'"),
        spec(
            "pattern of repetitions",
            "value: 'string | pattern=\"" + fill("(a{500}){2}", length) + "\"'"),
        spec(
            "patterns in many fields",
            number(
                i -> "f%d: 'string | pattern=\"%d%s\"'".formatted(i, i, fill("(a{500}){2}", 500)),
                "\n",
                length)),
        spec("pattern of classes", "value: 'string | pattern=\"" + fill("\\\\pL", length) + "\"'"));
  }

  private static HostileInput spec(String name, String spec) {
    String resources = HostileInput.configMap("map", "value: ${schema.spec.name}");
    String text = HostileInput.group(("name: string\n" + spec).indent(6), "      {}", resources);
    return new HostileInput("schema: " + name, text);
  }

  private static HostileInput types(String name, String types) {
    return typed(name, "T48", types);
  }

  private static HostileInput typed(String name, String value, String types) {
    String resources = HostileInput.configMap("map", "value: ${schema.spec.name}");
    String spec = "      name: string\n      value: " + value + "\n    types:\n";
    String text = HostileInput.group(spec + types.indent(6), "      {}", resources);
    return new HostileInput("schema: " + name, text);
  }

  private static String nested(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append(" ".repeat(i)).append("o").append(i).append(":\n");
    }
    return text.append(" ".repeat(depth)).append("leaf: string").toString();
  }

  private static String withPattern(int i) {
    String pattern = "%d((a?){1000}){9}b".formatted(i);
    return "f%d: 'string | pattern=\"%s\" default=\"%s\"'".formatted(i, pattern, "a".repeat(50));
  }

  private static String closed(int length) {
    return "(".repeat(length / 2) + "a" + ")*".repeat(length / 4);
  }

  private static String repeats(int levels) {
    return "{1000}".repeat(levels);
  }

  private static String chain(String pattern, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= length; i++) {
      text.append(pattern.formatted(i, i - 1, i - 1)).append('\n');
    }
    return text.toString();
  }
}
