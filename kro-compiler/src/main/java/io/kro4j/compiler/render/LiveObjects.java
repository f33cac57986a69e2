package io.kro4j.compiler.render;

import io.kro4j.compiler.instance.ChildObject;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.compiler.schema.ResourceType;
import io.kro4j.compiler.schema.SchemaCatalog;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What objects look like once they are applied: as server-side apply merges them into what is
 * there, with the metadata that an API server makes up.
 */
final class LiveObjects {
  private final SchemaCatalog catalog;
  private final String now;

  LiveObjects(SchemaCatalog catalog, String now) {
    this.catalog = catalog;
    this.now = now;
  }

  /** An object after it was applied. */
  Map<String, @Nullable Object> applied(
      ChildObject object, @Nullable Map<String, @Nullable Object> before) {
    JsonSchema schema =
        catalog
            .find(object.desired().type().gvk())
            .map(ResourceType::schema)
            .orElse(JsonSchema.anything());
    Map<String, @Nullable Object> merged =
        before == null ? object.json() : merged(before, object.json(), schema);
    return created(merged, now);
  }

  /** An object with the metadata that it gets when it is created, as far as it has none. */
  static Map<String, @Nullable Object> created(
      Map<String, ? extends @Nullable Object> object, String now) {
    Map<String, @Nullable Object> metadata =
        new LinkedHashMap<>(PlainJson.object(object.get("metadata")));
    metadata.putIfAbsent("uid", uid(object));
    metadata.putIfAbsent("creationTimestamp", now);
    metadata.putIfAbsent("generation", 1L);
    metadata.putIfAbsent("resourceVersion", "1");
    Map<String, @Nullable Object> created = new LinkedHashMap<>(object);
    created.put("metadata", metadata);
    return created;
  }

  /** An object with a namespace, if it has none. */
  static Map<String, @Nullable Object> inNamespace(
      Map<String, @Nullable Object> object, String namespace) {
    if (PlainJson.text(PlainJson.at(object, "metadata", "namespace")).isPresent()
        || namespace.isEmpty()) {
      return object;
    }
    Map<String, @Nullable Object> metadata =
        new LinkedHashMap<>(PlainJson.object(object.get("metadata")));
    metadata.put("namespace", namespace);
    Map<String, @Nullable Object> placed = new LinkedHashMap<>(object);
    placed.put("metadata", metadata);
    return placed;
  }

  /** Always the same for the same object. */
  private static String uid(Map<String, ? extends @Nullable Object> object) {
    String name =
        ObjectName.type(object).text()
            + "/"
            + PlainJson.at(object, "metadata", "namespace")
            + "/"
            + PlainJson.at(object, "metadata", "name");
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Map<String, @Nullable Object> merged(
      Map<String, ? extends @Nullable Object> before,
      Map<String, ? extends @Nullable Object> applied,
      JsonSchema schema) {
    Map<String, @Nullable Object> merged = new LinkedHashMap<>(before);
    applied.forEach(
        (name, value) -> {
          JsonSchema field =
              schema.property(name).or(schema::additionalProperties).orElse(JsonSchema.anything());
          merged.put(name, merged(before.get(name), value, field));
        });
    return merged;
  }

  private static @Nullable Object merged(
      @Nullable Object before, @Nullable Object applied, JsonSchema schema) {
    if (before instanceof Map<?, ?> && applied instanceof Map<?, ?>) {
      return merged(PlainJson.object(before), PlainJson.object(applied), schema);
    }
    if (before instanceof List<?> from && applied instanceof List<?> to) {
      return switch (schema.listType().orElse("")) {
        case "map" -> byKeys(from, to, schema);
        case "set" -> union(from, to);
        default -> applied;
      };
    }
    return applied;
  }

  private static List<@Nullable Object> byKeys(List<?> before, List<?> applied, JsonSchema schema) {
    List<@Nullable Object> merged = new ArrayList<>(before);
    JsonSchema items = schema.items().orElse(JsonSchema.anything());
    for (Object item : applied) {
      Optional<?> same =
          merged.stream().filter(each -> isSame(each, item, schema.listMapKeys())).findFirst();
      if (same.isPresent()) {
        merged.set(merged.indexOf(same.get()), merged(same.get(), item, items));
      } else {
        merged.add(item);
      }
    }
    return merged;
  }

  private static boolean isSame(@Nullable Object one, @Nullable Object other, List<String> keys) {
    Map<String, Object> left = PlainJson.object(one);
    Map<String, Object> right = PlainJson.object(other);
    return keys.stream().allMatch(key -> Objects.equals(left.get(key), right.get(key)));
  }

  private static List<@Nullable Object> union(List<?> before, List<?> applied) {
    List<@Nullable Object> all = new ArrayList<>(before);
    applied.stream().filter(item -> !all.contains(item)).forEach(all::add);
    return all;
  }
}
