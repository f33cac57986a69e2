package io.kro4j.compiler.json;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON for people and Git: one value per line, keys in the order given, LF at the end. */
public final class IndentedJson {
  private final StringBuilder out = new StringBuilder();

  private IndentedJson() {}

  /**
   * The text of a value.
   *
   * @param value plain JSON
   * @throws IllegalArgumentException if a value is not plain JSON
   */
  public static String write(@Nullable Object value) {
    IndentedJson writer = new IndentedJson();
    writer.value(value, "\n");
    return writer.out.append('\n').toString();
  }

  private void value(@Nullable Object value, String margin) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      object(map, margin);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      array(list, margin);
    } else {
      out.append(CanonicalJson.write(value));
    }
  }

  private void object(Map<?, ?> map, String margin) {
    out.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      out.append(margin).append("  ").append(CanonicalJson.write(entry.getKey())).append(": ");
      value(entry.getValue(), margin + "  ");
      out.append(entries.hasNext() ? "," : "");
    }
    out.append(margin).append('}');
  }

  private void array(List<?> list, String margin) {
    out.append('[');
    Iterator<?> items = list.iterator();
    while (items.hasNext()) {
      out.append(margin).append("  ");
      value(items.next(), margin + "  ");
      out.append(items.hasNext() ? "," : "");
    }
    out.append(margin).append(']');
  }
}
