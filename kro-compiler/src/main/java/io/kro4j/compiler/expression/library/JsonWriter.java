package io.kro4j.compiler.expression.library;

import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import io.kro4j.compiler.json.GoJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values as JSON text the way Go writes it: keys in order, {@code <}, {@code >}, {@code &} escaped.
 */
final class JsonWriter {
  private final JsonScalars scalars;
  private final StringBuilder json = new StringBuilder();

  private JsonWriter(JsonScalars scalars) {
    this.scalars = scalars;
  }

  /**
   * The JSON of a value.
   *
   * @throws FunctionFailure if it or something in it has none
   */
  static String write(Object value, JsonScalars scalars) {
    JsonWriter writer = new JsonWriter(scalars);
    writer.value(value);
    return writer.json.toString();
  }

  private void value(Object value) {
    if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof List<?> list) {
      array(list);
    } else if (value instanceof Optional<?> optional) {
      value(optional.isPresent() ? optional.get() : scalars.absent());
    } else if (value instanceof String text) {
      json.append(GoJson.quote(text));
    } else if (value instanceof CelByteString bytes) {
      json.append(GoJson.quote(JsonScalars.text(bytes)));
    } else if (value instanceof Double number) {
      json.append(number(number));
    } else if (value instanceof Boolean) {
      json.append(value);
    } else if (value == JsonScalars.NO_VALUE || value instanceof NullValue) {
      json.append("null");
    } else if (value instanceof Omit && scalars == JsonScalars.KUBERNETES) {
      json.append("{}");
    } else {
      converted(scalars.convert(value));
    }
    OutputLimit.checkText(json.length());
  }

  private void converted(@Nullable Object value) {
    if (value == null) {
      throw FunctionFailure.invalid("such a value has no JSON");
    }
    if (value instanceof Number) {
      json.append(value);
    } else {
      value(value);
    }
  }

  private void array(List<?> list) {
    json.append('[');
    for (int i = 0; i < list.size(); i++) {
      json.append(i == 0 ? "" : ",");
      value(list.get(i));
    }
    json.append(']');
  }

  private void object(Map<?, ?> map) {
    Map<String, Object> sorted = new TreeMap<>(Ordering::compare);
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String key)) {
        throw FunctionFailure.invalid("the keys of a JSON object are strings");
      }
      sorted.put(key, entry.getValue());
    }
    json.append('{');
    String separator = "";
    for (Map.Entry<String, Object> entry : sorted.entrySet()) {
      json.append(separator);
      json.append(GoJson.quote(entry.getKey()));
      json.append(':');
      value(entry.getValue());
      separator = ",";
    }
    json.append('}');
  }

  private static String number(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw FunctionFailure.invalid("JSON has only finite numbers");
    }
    double size = Math.abs(number);
    if (size == 0 || (size >= 1e-6 && size < 1e21)) {
      return GoNumbers.plain(number);
    }
    // Go takes the zero off exponents of one digit, and only off negative ones.
    return GoNumbers.general(number).replace("e-0", "e-");
  }
}
