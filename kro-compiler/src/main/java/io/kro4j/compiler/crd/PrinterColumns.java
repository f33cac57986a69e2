package io.kro4j.compiler.crd;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of {@code kubectl get}: the author's, or upstream's three if there are none. */
final class PrinterColumns {
  private static final List<String> KEYS =
      List.of("description", "format", "jsonPath", "name", "priority", "type");
  private static final List<Map<String, Object>> DEFAULTS =
      List.of(
          column(
              "State",
              "string",
              ".status.state",
              "The state of a ResourceGraphDefinition instance"),
          column(
              "Ready",
              "string",
              ".status.conditions[?(@.type==\"Ready\")].status",
              "Whether a ResourceGraphDefinition instance is ready"),
          column("Age", "date", ".metadata.creationTimestamp", "Age of the resource"));

  private PrinterColumns() {}

  /** The columns as plain JSON; what is wrong with the author's is added to {@code found}. */
  static List<Map<String, Object>> of(
      List<YamlValue.Mapping> author, JsonSchema schema, List<Diagnostic> found) {
    if (author.isEmpty()) {
      return DEFAULTS;
    }
    author.forEach(column -> found.addAll(PrinterColumnRule.check(column, schema)));
    return author.stream().map(PrinterColumns::stored).toList();
  }

  /** The column as an API server stores it: without unknown, empty and zero fields. */
  private static Map<String, Object> stored(YamlValue.Mapping column) {
    Map<String, Object> stored = new LinkedHashMap<>();
    for (String key : KEYS) {
      Object value = column.get(key).map(YamlValue::toJson).orElse(null);
      if (value != null && !value.equals("") && !value.equals(0L)) {
        stored.put(key, value);
      }
    }
    return stored;
  }

  private static Map<String, Object> column(
      String name, String type, String jsonPath, String description) {
    return Map.of("name", name, "type", type, "jsonPath", jsonPath, "description", description);
  }
}
