package io.kro4j.compiler.admission;

import io.kro4j.compiler.schema.JsonSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fills in the defaults of a structural schema: where a field is missing, or is null and must not
 * be. A default brings the defaults below it. Afterwards what is null and must not be is removed
 * ({@code defaulting/algorithm.go}).
 */
final class Defaulter {
  private Defaulter() {}

  static void fill(@Nullable Object value, SchemaNode node) {
    if (value instanceof Map<?, ?>) {
      fillObject(JsonValues.object(value), node);
    } else if (value instanceof List<?>) {
      fillList(JsonValues.list(value), node);
    }
  }

  private static void fillObject(Map<String, @Nullable Object> object, SchemaNode node) {
    node.schema()
        .properties()
        .forEach(
            (name, schema) -> {
              boolean missing =
                  !object.containsKey(name) || isForbiddenNull(object.get(name), schema);
              if (missing && schema.defaultValue() != null) {
                object.put(name, JsonValues.copy(schema.defaultValue()));
              }
            });
    for (String name : List.copyOf(object.keySet())) {
      Optional<SchemaNode> declared = node.property(name);
      if (declared.isEmpty()) {
        node.values()
            .map(SchemaNode::schema)
            .filter(schema -> isForbiddenNull(object.get(name), schema))
            .ifPresent(schema -> object.put(name, JsonValues.copy(schema.defaultValue())));
      }
      declared.or(node::values).ifPresent(field -> fill(object.get(name), field));
    }
  }

  private static void fillList(List<@Nullable Object> list, SchemaNode node) {
    Optional<SchemaNode> items = node.items();
    for (int i = 0; items.isPresent() && i < list.size(); i++) {
      if (isForbiddenNull(list.get(i), items.get().schema())) {
        list.set(i, JsonValues.copy(items.get().schema().defaultValue()));
      }
      fill(list.get(i), items.get());
    }
  }

  /** Removes fields that are null and must not be. */
  static void removeNulls(@Nullable Object value, SchemaNode node) {
    if (value instanceof Map<?, ?>) {
      Map<String, @Nullable Object> object = JsonValues.object(value);
      for (String name : List.copyOf(object.keySet())) {
        Optional<SchemaNode> field = node.field(name);
        if (field.isPresent() && isForbiddenNull(object.get(name), field.get().schema())) {
          object.remove(name);
        } else {
          field.ifPresent(schema -> removeNulls(object.get(name), schema));
        }
      }
    } else if (value instanceof List<?> list) {
      node.items().ifPresent(items -> list.forEach(item -> removeNulls(item, items)));
    }
  }

  private static boolean isForbiddenNull(@Nullable Object value, JsonSchema schema) {
    return value == null && !schema.nullable();
  }
}
