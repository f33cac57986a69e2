package io.kro4j.compiler.jsonschema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A JSON Schema (draft 7) of the objects of one version of a kind.
 *
 * @param group the API group
 * @param version the version
 * @param kind the kind
 * @param json the schema, keys in order, ready to write
 */
public record SchemaDocument(String group, String version, String kind, Map<String, Object> json) {
  private static final String DIALECT = "http://json-schema.org/draft-07/schema#";

  /**
   * The schemas of a CRD, one for each version that is served, in the order of the CRD. What the
   * API server would refuse is refused, except what only it can tell: rules in CEL, and patterns
   * that JSON Schema cannot express. Unknown fields are refused, as {@code kubectl} does.
   *
   * @param crd a CRD of {@code apiextensions.k8s.io/v1} as plain JSON, with all that the API server
   *     requires
   */
  public static List<SchemaDocument> of(Map<String, ?> crd) {
    Map<?, ?> spec = at(crd, "spec", Map.class);
    String group = at(spec, "group", String.class);
    String kind = at(at(spec, "names", Map.class), "kind", String.class);
    List<SchemaDocument> documents = new ArrayList<>();
    for (Object each : at(spec, "versions", List.class)) {
      Map<?, ?> version = (Map<?, ?>) each;
      if (Boolean.TRUE.equals(version.get("served"))
          && version.get("schema") instanceof Map<?, ?> schema
          && schema.get("openAPIV3Schema") instanceof Map<?, ?> structural) {
        String name = at(version, "name", String.class);
        documents.add(new SchemaDocument(group, name, kind, json(structural, group, name, kind)));
      }
    }
    return documents;
  }

  /**
   * The path of the file by the convention that validators such as kubeconform know: {@code
   * group/kind_version.json}, the kind in lower case.
   */
  public String path() {
    return group + "/" + kind.toLowerCase(Locale.ROOT) + "_" + version + ".json";
  }

  private static <T> T at(Map<?, ?> object, String field, Class<T> type) {
    return type.cast(Objects.requireNonNull(object.get(field), field));
  }

  private static Map<String, Object> json(
      Map<?, ?> structural, String group, String version, String kind) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", DIALECT);
    schema.put("title", kind);
    schema.putAll(StructuralSchema.toJsonSchema(structural));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("apiVersion", Map.of("const", group + "/" + version));
    properties.put("kind", Map.of("const", kind));
    properties.put("metadata", StructuralSchema.metadata());
    if (schema.get("properties") instanceof Map<?, ?> own) {
      own.forEach((name, property) -> properties.putIfAbsent((String) name, property));
    }
    schema.put("properties", properties);
    List<Object> required = new ArrayList<>(List.of("apiVersion", "kind", "metadata"));
    if (schema.get("required") instanceof List<?> own) {
      own.stream().filter(name -> !required.contains(name)).forEach(required::add);
    }
    schema.put("required", required);
    return schema;
  }
}
