package io.kro4j.compiler.expression.library;

import static io.kro4j.compiler.expression.library.Overload.global;

import dev.cel.common.values.NullValue;
import io.kro4j.compiler.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON text to values and back. */
final class JsonFunctions implements FunctionLibrary {
  @Override
  public List<Overload> overloads() {
    return List.of(
        global(
            "json.unmarshal",
            "json_unmarshal_string",
            List.of(ValueType.STRING),
            ValueType.DYN,
            a -> value((String) a[0])),
        global(
            "json.marshal",
            "json_marshal_dyn",
            List.of(ValueType.DYN),
            ValueType.STRING,
            a -> JsonWriter.write(a[0], JsonScalars.KUBERNETES)),
        global(
            "json.encode",
            "json_encode_dyn",
            List.of(ValueType.DYN),
            ValueType.STRING,
            a -> JsonWriter.write(a[0], JsonScalars.PROTOBUF)));
  }

  /**
   * The value of a JSON text: every number is a double, as in Go.
   *
   * @throws FunctionFailure if it is none
   */
  static Object value(String json) {
    try {
      return celValue(JsonText.read(json, JsonText.Numbers.DOUBLES));
    } catch (JsonText.Malformed e) {
      throw FunctionFailure.invalid(
          "the JSON is malformed at " + e.index() + ": " + e.getMessage());
    }
  }

  private static Object celValue(@Nullable Object json) {
    if (json instanceof Map<?, ?> object) {
      Map<String, Object> values = new LinkedHashMap<>();
      object.forEach((key, value) -> values.put((String) key, celValue(value)));
      return values;
    }
    if (json instanceof List<?> array) {
      return array.stream().map(JsonFunctions::celValue).toList();
    }
    return json == null ? NullValue.NULL_VALUE : json;
  }
}
