package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.diagnostics.Quoted;
import io.kro4j.compiler.schema.TextPatterns;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value against a schema, the way an API server checks the defaults of a CRD: types, limits,
 * required fields, and no field that it would prune.
 */
final class ValueCheck {
  private static final double MAX_SAFE_INTEGER = 9007199254740991.0;

  private final List<String> problems = new ArrayList<>();
  private final TextPatterns patterns;

  private ValueCheck(TextPatterns patterns) {
    this.patterns = patterns;
  }

  /**
   * What is wrong with a value.
   *
   * @return one clause for each problem, such as {@code `.port` must be an integer}
   */
  static List<String> problems(@Nullable Object value, SchemaDraft schema, TextPatterns patterns) {
    ValueCheck check = new ValueCheck(patterns);
    check.check("", value, schema);
    return check.problems;
  }

  private void check(String path, @Nullable Object value, SchemaDraft schema) {
    if (schema.isBroken()) {
      return;
    }
    if (!isOfType(value, schema.type)) {
      add(path, "must be " + MarkerApplier.name(schema));
    } else if (value instanceof String text) {
      string(path, text, schema);
    } else if (value instanceof Number number) {
      number(path, number, schema);
    } else if (value instanceof List<?> list) {
      list(path, list, schema);
    } else if (value instanceof Map<?, ?> object) {
      object(path, object, schema);
    }
    if (schema.get("enum") instanceof List<?> allowed && !allowed.contains(value)) {
      add(path, "must be one of " + Quoted.some(allowed));
    }
  }

  private static boolean isOfType(@Nullable Object value, String type) {
    return switch (type) {
      case "string" -> value instanceof String;
      case "boolean" -> value instanceof Boolean;
      case "integer" -> value instanceof Long;
      case "number" -> value instanceof Number;
      case "array" -> value instanceof List;
      default -> value instanceof Map;
    };
  }

  private void string(String path, String text, SchemaDraft schema) {
    int length = text.codePointCount(0, text.length());
    if (schema.get("minLength") instanceof Long least && length < least) {
      add(path, "must have at least " + least + " characters");
    }
    if (schema.get("maxLength") instanceof Long most && length > most) {
      add(path, "must have at most " + most + " characters");
    }
    if (schema.get("pattern") instanceof String pattern && patterns.excludes(pattern, text)) {
      add(path, "must match the pattern " + Quoted.text(pattern));
    }
  }

  private void number(String path, Number number, SchemaDraft schema) {
    if (schema.type.equals("integer")) {
      wholeLimit(path, "minimum", schema);
      wholeLimit(path, "maximum", schema);
    }
    if (schema.get("minimum") instanceof Number least && compare(number, least) < 0) {
      add(path, "must be at least " + least);
    }
    if (schema.get("maximum") instanceof Number most && compare(number, most) > 0) {
      add(path, "must be at most " + most);
    }
  }

  /** An API server compares an integer only with a limit that is a safe integer of JSON. */
  private void wholeLimit(String path, String limit, SchemaDraft schema) {
    if (schema.get(limit) instanceof Double bound
        && (bound != Math.rint(bound) || Math.abs(bound) > MAX_SAFE_INTEGER)) {
      add(path, "is an integer, and its `" + limit + "` " + bound + " is none");
    }
  }

  /** Integers are compared with the whole part of a limit, as the API server does. */
  private static int compare(Number value, Number limit) {
    BigDecimal bound = decimal(limit);
    return value instanceof Double
        ? decimal(value).compareTo(bound)
        : decimal(value).compareTo(new BigDecimal(bound.toBigInteger()));
  }

  private static BigDecimal decimal(Number number) {
    if (number instanceof BigInteger whole) {
      return new BigDecimal(whole);
    }
    return number instanceof Long whole
        ? BigDecimal.valueOf(whole)
        : BigDecimal.valueOf(number.doubleValue());
  }

  private void list(String path, List<?> list, SchemaDraft schema) {
    if (schema.get("minItems") instanceof Long least && list.size() < least) {
      add(path, "must have at least " + least + " items");
    }
    if (schema.get("maxItems") instanceof Long most && list.size() > most) {
      add(path, "must have at most " + most + " items");
    }
    SchemaDraft items = schema.items();
    for (int i = 0; items != null && i < list.size(); i++) {
      check(path + "[" + i + "]", list.get(i), items);
    }
  }

  private void object(String path, Map<?, ?> object, SchemaDraft schema) {
    for (String name : schema.required) {
      if (!object.containsKey(name)) {
        add(path + "." + name, "is required");
      }
    }
    SchemaDraft values = schema.values();
    boolean open = schema.get("x-kubernetes-preserve-unknown-fields") != null;
    object.forEach(
        (key, value) -> {
          SchemaDraft property = schema.properties().getOrDefault(String.valueOf(key), values);
          if (property != null) {
            check(path + "." + key, value, property);
          } else if (!open) {
            add(path + "." + key, "is no field of it");
          }
        });
  }

  private void add(String path, String problem) {
    boolean field = path.startsWith(".");
    problems.add(
        path.isEmpty() ? "it " + problem : "`" + path.substring(field ? 1 : 0) + "` " + problem);
  }
}
