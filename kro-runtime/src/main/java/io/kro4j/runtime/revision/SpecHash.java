package io.kro4j.runtime.revision;

import io.kro4j.compiler.json.GoJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a group's spec by which a change of it is noticed: upstream's, so that a cluster
 * which comes from there needs no new revisions. Two specs have the same hash if they differ only
 * in the order of resources, of the conditions of one resource, and of keys, or in whether a
 * default or an empty list is written out.
 */
public final class SpecHash {
  /** Go's strings, and so its keys, are ordered by their bytes. */
  private static final Comparator<String> BY_BYTES =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  private SpecHash() {}

  /**
   * The hash of a spec: 16 hexadecimal digits.
   *
   * @param spec the {@code spec} of a {@code ResourceGroup}, or of a revision's snapshot, as plain
   *     JSON that the API server has accepted
   */
  public static String of(Map<String, ? extends @Nullable Object> spec) {
    return Fnv.hash64(GoJson.write(normalized(spec)));
  }

  private static Map<String, @Nullable Object> normalized(Map<?, ?> spec) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    if (spec.get("schema") instanceof Map<?, ?> schema) {
      result.put("schema", schema(schema));
    }
    List<@Nullable Object> resources = new ArrayList<>();
    list(spec.get("resources")).stream()
        .sorted(Comparator.comparing(SpecHash::id, BY_BYTES))
        .forEach(resource -> resources.add(resource(resource)));
    putFilled(result, "resources", resources);
    return result;
  }

  private static Map<String, @Nullable Object> schema(Map<?, ?> schema) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    putFilled(result, "kind", schema.get("kind"));
    putFilled(result, "apiVersion", schema.get("apiVersion"));
    result.put("group", orDefault(schema.get("group"), "kro.run"));
    for (String raw : List.of("spec", "types", "status")) {
      result.put(raw, sorted(schema.get(raw)));
    }
    result.put("scope", orDefault(schema.get("scope"), "Namespaced"));
    List<@Nullable Object> columns = new ArrayList<>();
    list(schema.get("additionalPrinterColumns")).forEach(column -> columns.add(column(column)));
    putFilled(result, "additionalPrinterColumns", columns);
    putFilled(result, "shortNames", schema.get("shortNames"));
    putFilled(result, "categories", schema.get("categories"));
    if (schema.get("metadata") instanceof Map<?, ?> metadata) {
      result.put("metadata", fields(metadata, "labels", "annotations"));
    }
    // Not a field upstream, so it may stand anywhere.
    putFilled(result, "plural", schema.get("plural"));
    return result;
  }

  private static Object column(Map<?, ?> column) {
    Map<String, @Nullable Object> result =
        fields(column, "name", "type", "format", "description", "priority", "jsonPath");
    if (result.get("priority") instanceof Number priority && priority.longValue() == 0) {
      result.remove("priority");
    }
    return result;
  }

  private static Map<String, @Nullable Object> resource(Map<?, ?> resource) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    putFilled(result, "id", resource.get("id"));
    result.put("template", sorted(resource.get("template")));
    if (resource.get("externalRef") instanceof Map<?, ?> reference) {
      result.put("externalRef", reference(reference));
    }
    putFilled(result, "readyWhen", sortedTexts(resource.get("readyWhen")));
    putFilled(result, "includeWhen", sortedTexts(resource.get("includeWhen")));
    putFilled(result, "forEach", sorted(resource.get("forEach")));
    return result;
  }

  private static Map<String, @Nullable Object> reference(Map<?, ?> reference) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("apiVersion", reference.get("apiVersion"));
    result.put("kind", reference.get("kind"));
    Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
    if (reference.get("metadata") instanceof Map<?, ?> given) {
      metadata.putAll(fields(given, "name", "namespace"));
      if (given.get("selector") instanceof Map<?, ?> selector) {
        metadata.put("selector", selector(selector));
      }
    }
    result.put("metadata", metadata);
    return result;
  }

  private static Map<String, @Nullable Object> selector(Map<?, ?> selector) {
    Map<String, @Nullable Object> result = fields(selector, "matchLabels");
    List<@Nullable Object> requirements = new ArrayList<>();
    for (Map<?, ?> requirement : list(selector.get("matchExpressions"))) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("key", requirement.get("key"));
      fields.put("operator", requirement.get("operator"));
      putFilled(fields, "values", requirement.get("values"));
      requirements.add(fields);
    }
    putFilled(result, "matchExpressions", requirements);
    return result;
  }

  /** Some fields in the order that upstream declares them, without those that are empty. */
  private static Map<String, @Nullable Object> fields(Map<?, ?> object, String... names) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    for (String name : names) {
      putFilled(result, name, sorted(object.get(name)));
    }
    return result;
  }

  private static void putFilled(
      Map<String, @Nullable Object> object, String key, @Nullable Object value) {
    boolean empty =
        value == null
            || (value instanceof String text && text.isEmpty())
            || (value instanceof List<?> list && list.isEmpty())
            || (value instanceof Map<?, ?> map && map.isEmpty());
    if (!empty) {
      object.put(key, value);
    }
  }

  private static @Nullable Object sorted(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> result = new TreeMap<>(BY_BYTES);
      map.forEach((key, field) -> result.put(String.valueOf(key), sorted(field)));
      return result;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> result = new ArrayList<>();
      list.forEach(item -> result.add(sorted(item)));
      return result;
    }
    return value;
  }

  private static @Nullable Object sortedTexts(@Nullable Object value) {
    return value instanceof List<?> texts
        ? texts.stream().map(String::valueOf).sorted(BY_BYTES).toList()
        : value;
  }

  private static List<Map<?, ?>> list(@Nullable Object value) {
    List<Map<?, ?>> objects = new ArrayList<>();
    if (value instanceof List<?> items) {
      items.forEach(item -> objects.add(item instanceof Map<?, ?> map ? map : Map.of()));
    }
    return objects;
  }

  private static String id(Map<?, ?> resource) {
    return resource.get("id") instanceof String id ? id : "";
  }

  private static Object orDefault(@Nullable Object value, String fallback) {
    return value instanceof String text && !text.isEmpty() ? text : fallback;
  }
}
