package io.kro4j.compiler.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schema with its own reference followed; the references of its parts are as written.
 *
 * @param json the schema
 * @param trail the references on the way from the root to the parts of this schema
 */
record ResolvedSchema(Map<String, Object> json, @Nullable Trail trail) {
  private static final String REFERENCE = "$ref";
  private static final String ALL = "allOf";

  /**
   * Follows a schema's reference, written as {@code $ref} or as {@code allOf} with only that.
   * Keywords beside the reference stay. One that leads nowhere reads as an empty schema, one that
   * leads back as {@code type: object}.
   *
   * @param json the schema as written
   * @param definitions where references lead
   * @param trail the references on the way to the schema
   */
  static ResolvedSchema of(
      Map<String, Object> json, Definitions definitions, @Nullable Trail trail) {
    String name = referenceIn(json);
    if (name == null) {
      return new ResolvedSchema(json, trail);
    }
    ResolvedSchema target = target(name, definitions, trail);
    if (json.size() == 1) {
      return target;
    }
    Map<String, Object> merged = new LinkedHashMap<>(target.json());
    json.forEach(
        (keyword, value) -> {
          if (!keyword.equals(REFERENCE) && !keyword.equals(ALL)) {
            merged.put(keyword, value);
          }
        });
    return new ResolvedSchema(merged, target.trail());
  }

  private static ResolvedSchema target(
      String name, Definitions definitions, @Nullable Trail trail) {
    if (Trail.holds(trail, name)) {
      return new ResolvedSchema(Map.of("type", "object"), trail);
    }
    Map<String, Object> found = definitions.find(name).orElse(Map.of());
    return of(found, definitions, new Trail(name, trail));
  }

  private static @Nullable String referenceIn(Map<String, Object> json) {
    Object direct = json.get(REFERENCE);
    if (direct == null
        && json.get(ALL) instanceof List<?> all
        && all.size() == 1
        && all.get(0) instanceof Map<?, ?> only) {
      direct = only.get(REFERENCE);
    }
    return direct instanceof String path ? path.substring(path.lastIndexOf('/') + 1) : null;
  }

  /** The references followed from the root to a schema, the last one first. */
  record Trail(String name, @Nullable Trail before) {
    static boolean holds(@Nullable Trail trail, String name) {
      for (Trail step = trail; step != null; step = step.before) {
        if (step.name.equals(name)) {
          return true;
        }
      }
      return false;
    }
  }
}
