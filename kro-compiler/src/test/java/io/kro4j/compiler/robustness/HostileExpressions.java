package io.kro4j.compiler.robustness;

import static io.kro4j.compiler.robustness.HostileInput.fill;
import static io.kro4j.compiler.robustness.HostileInput.number;

import java.util.ArrayList;
import java.util.List;

/** Expressions that are deep, long, broken, or expensive to check. */
final class HostileExpressions {
  /** The length up to which CEL parses at all. */
  private static final int LONGEST = 99_000;

  private HostileExpressions() {}

  static List<HostileInput> all(int length) {
    List<HostileInput> inputs = new ArrayList<>(strings(length));
    inputs.addAll(expressions(length));
    inputs.addAll(expressions(Math.min(length, LONGEST)));
    return inputs;
  }

  /** Strings in which expressions must first be found. */
  private static List<HostileInput> strings(int length) {
    return List.of(
        string("openings", fill("${", length)),
        string(
            "openings, not quite too many",
            fill("a", length / 2) + fill("${\"\"", 400) + fill("a", length / 2)),
        string("openings apart", fill("${ ", length)),
        string("openings in quotes", fill("${\"", length)),
        string("openings in single quotes", fill("${'", length)),
        string("openings in triple quotes", fill("${''' ", length)),
        string("opening and quotes", "${" + fill("'", length)),
        string("opening and quotes that are escaped", "${" + fill("'\\", length)),
        string("opening and triple quotes", "${" + fill("''' ", length)),
        string("opening and quotes that pair", "${" + fill("'a' ", length)),
        string("opening and raw quotes", "${" + fill("r'", length)),
        string("openings in comments", fill("${ // ", length)),
        string("opening and braces", "${" + fill("{", length)),
        string("closings", fill("}", length)),
        string("dollars", fill("$", length)),
        string("quotes in quotes", "${" + fill("\"${", length)),
        string("terms", fill("${schema.spec.name}", length)),
        string("terms with text", fill("a ${schema.spec.name}", length)),
        string("terms, all wrong", fill("a ${schema.spec.nme}", length)),
        string("terms, all broken", fill("a ${schema.}", length)),
        string("terms of quotes", fill("\"${'a'}\\", length)));
  }

  private static List<HostileInput> expressions(int length) {
    return List.of(
        expression("parentheses", fill("(", length)),
        expression("parentheses, closed", fill("(", length / 2) + "1" + fill(")", length / 2)),
        expression("parentheses, shallow", fill("((((((((((1)))))))))) + ", length) + "1"),
        expression("lists", fill("[", length)),
        expression("lists, closed", fill("[", length / 2) + fill("]", length / 2)),
        expression("lists, forty deep", "[".repeat(40) + "1, 'a'" + "]".repeat(40)),
        expression("maps", fill("{1:", length)),
        expression("negations", fill("!", length) + "true"),
        expression("negative signs", fill("-", length) + "1"),
        expression("conditions", fill("true ? 1 : ", length) + "1"),
        expression("conditions in conditions", fill("true ? ", length) + "1"),
        expression("conjunction", fill("true && ", length) + "true"),
        expression("disjunction of fields", fill("schema.spec.name == 'a' || ", length) + "true"),
        expression("equalities", fill("1==1||", length) + "true"),
        expression("equalities of lists", fill("[]==[]||", length) + "true"),
        expression("lists of lists", "[" + fill("[],", length) + "[]].size()"),
        expression("sum of lists", fill("[]+", length) + "[]"),
        expression("sum", fill("1 + ", length) + "1"),
        expression("sum of strings", fill("'a' + ", length) + "'a'"),
        expression("sum of fields", fill("schema.spec.name + ", length) + "''"),
        expression("sum of unknown fields", fill("schema.spec.nme + ", length) + "''"),
        expression("sum of unknown names", number(i -> "unknown" + i, " + ", length)),
        expression("relations", fill("1 < ", length) + "1"),
        expression("indexes", "schema" + fill("[0]", length)),
        expression("selections", "schema" + fill(".spec", length)),
        expression("selections of a map", "{'a': 1}" + fill(".a", length)),
        expression("optional selections", "schema" + fill(".?spec", length)),
        expression("calls in calls", fill("string(", length / 2) + fill(")", length / 3)),
        expression("calls of calls", "'a'" + fill(".trim()", length)),
        expression("calls of unknown functions", fill("f(1) + ", length) + "1"),
        expression("list that is long", "[" + fill("1,", length) + "1].size()"),
        expression("list of many types", "[" + fill("1,'a',[1],", length) + "1].size()"),
        expression("map that is long", "{" + number(i -> i + ":'a'", ",", length) + "}.size()"),
        expression("map of one key", "{" + fill("1:1,", length) + "1:1}.size()"),
        expression("text that is long", "'" + fill("a", length) + "'"),
        expression("text of escapes", "'" + fill("\\u00e9", length) + "'"),
        expression("text without end", "'" + fill("a", length)),
        expression("integer of many digits", fill("9", length)),
        expression("float of many digits", "1." + fill("9", length)),
        expression("name that is long", fill("n", length)),
        expression("field that is long", "schema.spec." + fill("n", length)),
        expression("words without operators", fill("a b ", length)),
        expression("signs that mean nothing", fill("@", length)),
        expression("control characters", fill("\u0001", length)),
        expression("surrogates", "'" + fill("\uD83D\uDE00", length) + "' + 1"),
        expression("comprehensions, nested", comprehensions(60)),
        expression("comprehensions in ranges", ranges(30)),
        expression("comprehensions in a row", "[1]" + fill(".map(x, x)", length)),
        expression(
            "comprehensions beside each other", fill("[1].all(x, x > 0) && ", length) + "true"),
        expression("bindings, nested", bindings(60)),
        expression("sorted by, in a row", "[1]" + fill(".sortBy(x, x)", length)),
        expression("macros in arguments of macros", macros(40)),
        expression(
            "presence tests of many fields",
            number(i -> "has(schema.metadata.labels.k" + i + ")", " && ", length)),
        expression("presence tests", fill("has(schema.spec.name) && ", length) + "true"),
        expression("optional map, nested", optionals(40)),
        expression("format clauses", "'" + fill("%s", length) + "'.format([1])"),
        expression("pattern that is deep", "'a'.matches('" + fill("(", length) + "')"),
        expression(
            "pattern that nests",
            "'a'.matches('" + fill("(", length / 2) + fill(")", length / 2) + "')"),
        expression("pattern that repeats", "'a'.matches('(((a{1000}){1000}){1000})')"),
        expression("patterns of repetitions", "'a'.matches('" + fill("(a{500}){2}", length) + "')"),
        expression(
            "quantity of many digits",
            "quantity('" + fill("9", length) + "').isGreaterThan(quantity('1'))"),
        expression(
            "version of many digits", "semver('" + fill("9", length) + ".0.0').major() == 1"));
  }

  private static HostileInput string(String name, String text) {
    return new HostileInput(
        "string: " + name, HostileInput.data("value: " + HostileInput.literal(text)));
  }

  private static HostileInput expression(String name, String expression) {
    return new HostileInput("expression: " + name, HostileInput.expression(expression));
  }

  private static String comprehensions(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append("[1].map(v%d, ".formatted(i));
    }
    return text + "1" + ")".repeat(depth);
  }

  private static String ranges(int depth) {
    String text = "[1]";
    for (int i = 0; i < depth; i++) {
      text = text + ".filter(v%d, v%d > 0)".formatted(i, i);
    }
    return text;
  }

  private static String bindings(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append(
          i == 0 ? "cel.bind(v0, 'a', " : "cel.bind(v%d, v%d + v%d, ".formatted(i, i - 1, i - 1));
    }
    return text + "v" + (depth - 1) + ")".repeat(depth);
  }

  private static String macros(int depth) {
    String text = "1";
    for (int i = 0; i < depth; i++) {
      text = "[%s].sortBy(v%d, v%d)[0]".formatted(text, i, i);
    }
    return text;
  }

  private static String optionals(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append("optional.of(1).optFlatMap(v%d, ".formatted(i));
    }
    return text + "optional.of(1)" + ")".repeat(depth);
  }
}
