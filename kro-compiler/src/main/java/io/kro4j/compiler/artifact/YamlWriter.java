package io.kro4j.compiler.artifact;

import io.kro4j.compiler.json.JsonNumbers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain JSON as YAML of the style that Kubernetes tools write: keys in the order given, two
 * spaces, list items in the column of their key, lines ended by LF and never folded.
 *
 * <p>Every YAML 1.1 or 1.2 reader gets the same JSON back, and the bytes depend on nothing but the
 * values.
 *
 * <pre>{@code
 * {"kind": "A", "on": "yes", "args": ["a", 1]}   becomes   kind: A
 *                                                          "on": "yes"
 *                                                          args:
 *                                                          - a
 *                                                          - 1
 * }</pre>
 */
public final class YamlWriter {
  /** YAML readers accept no longer key without {@code ?} (the limit is 1024). */
  private static final int MAX_SIMPLE_KEY = 1000;

  private final StringBuilder out = new StringBuilder();

  private YamlWriter() {}

  /**
   * One document.
   *
   * @param document plain JSON; strings, numbers, booleans, maps with string keys, lists and nulls
   * @throws IllegalArgumentException if a value is not plain JSON
   */
  public static String write(Map<String, ? extends @Nullable Object> document) {
    return write(List.of(), List.of(document));
  }

  /**
   * A file of documents, separated by {@code ---}.
   *
   * @param comments the lines of the comment that opens the file, without {@code #}
   * @param documents the documents, each plain JSON
   * @throws IllegalArgumentException if a value is not plain JSON
   */
  public static String write(
      List<String> comments, List<? extends Map<String, ? extends @Nullable Object>> documents) {
    YamlWriter writer = new YamlWriter();
    comments.forEach(writer::comment);
    for (int i = 0; i < documents.size(); i++) {
      if (i > 0) {
        writer.out.append("---\n");
      }
      writer.document(documents.get(i));
    }
    return writer.out.toString();
  }

  private void comment(String line) {
    out.append("# ").append(YamlString.comment(line)).append('\n');
  }

  private void document(Map<?, ?> document) {
    if (document.isEmpty()) {
      out.append("{}\n");
    } else {
      mapping(document, 0);
    }
  }

  /** Writes the entries; the cursor already stands in the column of the first key. */
  private void mapping(Map<?, ?> mapping, int indent) {
    boolean first = true;
    for (Map.Entry<?, ?> entry : mapping.entrySet()) {
      margin(first ? 0 : indent);
      first = false;
      if (!(entry.getKey() instanceof String text)) {
        throw new IllegalArgumentException("not a JSON key: " + entry.getKey());
      }
      key(text, entry.getValue(), indent);
    }
  }

  private void key(String text, @Nullable Object value, int indent) {
    String key = YamlString.key(text);
    if (key.length() <= MAX_SIMPLE_KEY) {
      out.append(key).append(':');
    } else {
      out.append("? ").append(key).append('\n');
      margin(indent);
      out.append(':');
    }
    entryValue(value, indent);
  }

  private void entryValue(@Nullable Object value, int indent) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      out.append('\n');
      margin(indent + 2);
      mapping(map, indent + 2);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      out.append('\n');
      margin(indent);
      sequence(list, indent);
    } else {
      out.append(' ').append(scalar(value, indent)).append('\n');
    }
  }

  /** Writes the items; the cursor already stands in the column of the first dash. */
  private void sequence(List<?> items, int indent) {
    boolean first = true;
    for (Object item : items) {
      margin(first ? 0 : indent);
      first = false;
      out.append("- ");
      if (item instanceof Map<?, ?> map && !map.isEmpty()) {
        mapping(map, indent + 2);
      } else if (item instanceof List<?> list && !list.isEmpty()) {
        sequence(list, indent + 2);
      } else {
        out.append(scalar(item, indent)).append('\n');
      }
    }
  }

  private static String scalar(@Nullable Object value, int indent) {
    if (value instanceof String text) {
      return YamlString.value(text, indent);
    }
    if (value instanceof Number number) {
      return JsonNumbers.yaml(number);
    }
    if (value == null || value instanceof Boolean) {
      return String.valueOf(value);
    }
    if (value instanceof Map) {
      return "{}";
    }
    if (value instanceof List) {
      return "[]";
    }
    throw new IllegalArgumentException("not a JSON value: " + value.getClass());
  }

  private void margin(int columns) {
    out.append(" ".repeat(columns));
  }
}
