package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.schema.TextPatterns;
import io.kro4j.compiler.schema.ValueLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value against a schema, the way an API server checks the defaults of a CRD: types, limits,
 * required fields, and no field that it would prune.
 */
final class ValueCheck {
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
    if (ValueLimits.isOfType(value, schema.type)) {
      ValueLimits.broken(value, keyword -> keyword(schema, keyword), patterns)
          .forEach(problem -> add(path, problem));
      inside(path, value, schema);
    } else {
      add(path, "must be " + MarkerApplier.name(schema));
    }
  }

  private static @Nullable Object keyword(SchemaDraft schema, String keyword) {
    return keyword.equals("type") ? schema.type : schema.get(keyword);
  }

  private void inside(String path, @Nullable Object value, SchemaDraft schema) {
    if (value instanceof List<?> list) {
      list(path, list, schema);
    } else if (value instanceof Map<?, ?> object) {
      object(path, object, schema);
    }
  }

  private void list(String path, List<?> list, SchemaDraft schema) {
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
