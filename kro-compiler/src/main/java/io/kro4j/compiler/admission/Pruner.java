package io.kro4j.compiler.admission;

import static io.kro4j.compiler.diagnostics.DiagnosticId.ADMISSION_UNKNOWN_FIELD;

import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.compiler.schema.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Removes fields that the schema does not have, and reports each: kubectl asks the API server to
 * refuse them ({@code pruning/algorithm.go}).
 */
final class Pruner {
  private final Problems problems;

  Pruner(Problems problems) {
    this.problems = problems;
  }

  void prune(@Nullable Object value, SchemaNode node, FieldPath path) {
    boolean open = node.schema().preservesUnknownFields();
    if (value instanceof Map<?, ?> object) {
      for (Object key : List.copyOf(object.keySet())) {
        String name = String.valueOf(key);
        Optional<SchemaNode> field = node.field(name);
        if (field.isPresent()) {
          prune(object.get(name), field.get(), path.field(name));
        } else if (!open) {
          object.remove(name);
          unknown(name, node, path.field(name));
        }
      }
    } else if (value instanceof List<?> list) {
      Optional<SchemaNode> items = node.items();
      for (int i = 0; items.isPresent() && i < list.size(); i++) {
        prune(list.get(i), items.get(), path.item(i));
      }
    }
  }

  private void unknown(String name, SchemaNode node, FieldPath path) {
    problems.atKey(
        ADMISSION_UNKNOWN_FIELD,
        path,
        "`" + path + "` is not a known field",
        Suggestions.didYouMean(name, node.names()));
  }
}
