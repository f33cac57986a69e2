package io.kro4j.compiler.json;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes JSON without blanks. */
final class JsonWriter {
  private final StringBuilder out = new StringBuilder();
  private final UnaryOperator<Map<?, ?>> order;
  private final Function<Number, String> numbers;
  private final UnaryOperator<String> quotes;

  /**
   * A way of writing.
   *
   * @param order gives an object its order
   * @param numbers the texts of numbers
   * @param quotes the strings in quotes
   */
  JsonWriter(
      UnaryOperator<Map<?, ?>> order,
      Function<Number, String> numbers,
      UnaryOperator<String> quotes) {
    this.order = order;
    this.numbers = numbers;
    this.quotes = quotes;
  }

  /**
   * The text of a value.
   *
   * @throws IllegalArgumentException if a value is not plain JSON
   */
  String write(@Nullable Object value) {
    value(value);
    return out.toString();
  }

  private void value(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof List<?> list) {
      array(list);
    } else if (value instanceof String text) {
      out.append(quotes.apply(text));
    } else if (value instanceof Number number) {
      out.append(numbers.apply(number));
    } else if (value == null || value instanceof Boolean) {
      out.append(value);
    } else {
      throw new IllegalArgumentException("not a JSON value: " + value.getClass());
    }
  }

  private void object(Map<?, ?> map) {
    out.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : order.apply(map).entrySet()) {
      out.append(separator);
      out.append(quotes.apply((String) entry.getKey()));
      out.append(':');
      value(entry.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private void array(List<?> list) {
    out.append('[');
    String separator = "";
    for (Object item : list) {
      out.append(separator);
      value(item);
      separator = ",";
    }
    out.append(']');
  }
}
