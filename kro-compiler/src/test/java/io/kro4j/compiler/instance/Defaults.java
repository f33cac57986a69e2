package io.kro4j.compiler.instance;

import io.kro4j.compiler.crd.GeneratedCrd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills in the defaults of a CRD, as the API server does before anybody sees an instance. */
final class Defaults {
  private Defaults() {}

  static Map<String, Object> apply(GeneratedCrd crd, Map<String, Object> instance) {
    Map<String, Object> spec = JsonObjects.object(crd.json(), "spec");
    Map<String, Object> version = JsonObjects.of(((List<?>) spec.get("versions")).get(0));
    Map<String, Object> schema =
        JsonObjects.object(JsonObjects.object(version, "schema"), "openAPIV3Schema");
    return JsonObjects.of(fill(schema, instance));
  }

  private static Object fill(Map<String, @Nullable Object> schema, Object value) {
    if (value instanceof List<?> list) {
      List<Object> items = new ArrayList<>();
      list.forEach(item -> items.add(fill(JsonObjects.object(schema, "items"), item)));
      return items;
    }
    Map<String, @Nullable Object> object = JsonObjects.of(value);
    if (object == null) {
      return value;
    }
    Map<String, @Nullable Object> properties = JsonObjects.object(schema, "properties");
    Map<String, @Nullable Object> filled = new LinkedHashMap<>(object);
    for (Map.Entry<String, @Nullable Object> property : properties.entrySet()) {
      Map<String, @Nullable Object> part = JsonObjects.of(property.getValue());
      if (filled.get(property.getKey()) == null && part.containsKey("default")) {
        filled.put(property.getKey(), part.get("default"));
      }
    }
    Map<String, @Nullable Object> others = JsonObjects.object(schema, "additionalProperties");
    filled.replaceAll(
        (name, part) ->
            fill(
                properties.containsKey(name) ? JsonObjects.object(properties, name) : others,
                part));
    return filled;
  }
}
