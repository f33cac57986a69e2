package io.kro4j.maven.reference;

import io.kro4j.compiler.json.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a schema of a CRD as a Markdown table, each with its path: {@code a.b}, {@code
 * list[].a}, {@code map[*].a}.
 */
final class FieldTable {
  private static final List<String> BOUNDS =
      List.of("minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems");

  private final List<String> rows = new ArrayList<>();

  private FieldTable() {}

  /**
   * The table, with what may be written and what is there if nothing is.
   *
   * @param root the path of the schema, such as {@code spec}
   * @return the table, each line ended; empty if the schema has no fields
   */
  static String ofInput(String root, Map<?, ?> schema) {
    FieldTable table = new FieldTable();
    table.fields(root, schema, true);
    return table.rows.isEmpty()
        ? ""
        : "| field | type | default | what it is |\n|---|---|---|---|\n" + table.lines();
  }

  /** The same without defaults: of fields that only controllers write. */
  static String ofOutput(String root, Map<?, ?> schema) {
    FieldTable table = new FieldTable();
    table.fields(root, schema, false);
    return table.rows.isEmpty()
        ? ""
        : "| field | type | what it is |\n|---|---|---|\n" + table.lines();
  }

  private String lines() {
    return rows.stream().map(row -> row + "\n").collect(Collectors.joining());
  }

  private void fields(String path, Map<?, ?> schema, boolean isInput) {
    List<?> required = schema.get("required") instanceof List<?> names ? names : List.of();
    new TreeMap<>(object(schema, "properties"))
        .forEach(
            (name, property) -> {
              Map<?, ?> field = (Map<?, ?>) property;
              String place = path + "." + name;
              row(place, field, isInput, required.contains(name));
              nested(place, field, isInput);
            });
  }

  private void nested(String path, Map<?, ?> field, boolean isInput) {
    if (field.get("items") instanceof Map<?, ?> items) {
      part(path + "[]", items, isInput);
    } else if (field.get("additionalProperties") instanceof Map<?, ?> values) {
      part(path + "[*]", values, isInput);
    } else {
      fields(path, field, isInput);
    }
  }

  /** What lists and maps are of has a row of its own only if there is more to say than its type. */
  private void part(String path, Map<?, ?> schema, boolean isInput) {
    if (!what(schema).isEmpty()) {
      row(path, schema, isInput, false);
    }
    nested(path, schema, isInput);
  }

  private void row(String path, Map<?, ?> field, boolean isInput, boolean isRequired) {
    String preset =
        isRequired && !field.containsKey("default")
            ? "required | "
            : field.containsKey("default")
                ? cell(code(CanonicalJson.write(field.get("default")))) + " | "
                : " | ";
    rows.add(
        "| "
            + code(path)
            + " | "
            + type(field)
            + " | "
            + (isInput ? preset : "")
            + cell(what(field))
            + " |");
  }

  private static String type(@Nullable Object schema) {
    if (!(schema instanceof Map<?, ?> field)) {
      return "any";
    }
    if (Boolean.TRUE.equals(field.get("x-kubernetes-int-or-string"))) {
      return "integer or string";
    }
    if ("array".equals(field.get("type"))) {
      return "list of " + type(field.get("items"));
    }
    if ("object".equals(field.get("type"))
        && Boolean.TRUE.equals(field.get("x-kubernetes-preserve-unknown-fields"))) {
      return "object of any fields";
    }
    return field.get("additionalProperties") instanceof Map<?, ?> values
        ? "map to " + type(values)
        : String.valueOf(field.containsKey("type") ? field.get("type") : "any");
  }

  /** The description, then what a value must look like. */
  private static String what(Map<?, ?> field) {
    List<String> parts = new ArrayList<>();
    if (field.get("description") instanceof String description && !description.isBlank()) {
      parts.add(prose(description.strip().replaceFirst("\\.$", "")));
    }
    if (field.get("enum") instanceof List<?> values) {
      parts.add(
          "one of "
              + values.stream()
                  .map(value -> code(String.valueOf(value)))
                  .collect(Collectors.joining(", ")));
    }
    if (field.get("pattern") instanceof String pattern) {
      parts.add("matches " + code(pattern));
    }
    for (String bound : BOUNDS) {
      if (field.containsKey(bound)) {
        parts.add(bound + " " + CanonicalJson.write(field.get(bound)));
      }
    }
    distinct(field, parts);
    rules(field, parts);
    return String.join("; ", parts);
  }

  /** That a list is {@code atomic} is about those who merge it, and so it is without a type. */
  private static void distinct(Map<?, ?> list, List<String> parts) {
    if ("set".equals(list.get("x-kubernetes-list-type"))) {
      parts.add("no item twice");
    } else if (list.get("x-kubernetes-list-map-keys") instanceof List<?> keys) {
      parts.add(
          "no two items with the same "
              + keys.stream()
                  .map(key -> code(String.valueOf(key)))
                  .collect(Collectors.joining(" and ")));
    }
  }

  private static void rules(Map<?, ?> field, List<String> parts) {
    if (field.get("x-kubernetes-validations") instanceof List<?> rules) {
      for (Object each : rules) {
        Map<?, ?> rule = (Map<?, ?>) each;
        parts.add(
            "self == oldSelf".equals(rule.get("rule"))
                ? "cannot be changed"
                : code(String.valueOf(rule.get("rule"))) + " must hold");
      }
    }
  }

  private static Map<String, Object> object(Map<?, ?> schema, String key) {
    Map<String, Object> fields = new TreeMap<>();
    if (schema.get(key) instanceof Map<?, ?> map) {
      map.forEach((name, value) -> fields.put((String) name, value));
    }
    return fields;
  }

  /** A cell is one line, and a bar would end it. */
  private static String cell(String text) {
    return text.replace("\r", "").replace("\n", "<br>").replace("|", "\\|");
  }

  /** What authors write is Markdown, but {@code <name>} is a placeholder there and no HTML. */
  private static String prose(String text) {
    String[] parts = text.split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean isCode = i % 2 == 1 && i < parts.length - 1;
      parts[i] = isCode ? parts[i] : parts[i].replace("<", "\\<");
    }
    return String.join("`", parts);
  }

  /** Text with back quotes in it needs longer quotes. */
  private static String code(String text) {
    String quotes = "`";
    while (text.contains(quotes)) {
      quotes += "`";
    }
    String space = text.contains("`") ? " " : "";
    return quotes + space + text.replace("\n", " ") + space + quotes;
  }
}
