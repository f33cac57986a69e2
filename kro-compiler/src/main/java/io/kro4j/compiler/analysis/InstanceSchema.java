package io.kro4j.compiler.analysis;

import io.kro4j.compiler.expression.ValueType;
import io.kro4j.compiler.expression.ValueTypes;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.compiler.schema.Scope;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What expressions see of the instance under the name {@code schema}: {@code apiVersion}, {@code
 * kind}, {@code metadata} and {@code spec}, never {@code status}. A cluster-scoped instance has no
 * {@code metadata.namespace}.
 */
final class InstanceSchema {
  private InstanceSchema() {}

  /**
   * The type of {@code schema}.
   *
   * @param spec the schema of {@code spec}
   */
  static ValueType variable(JsonSchema spec, Scope scope) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("apiVersion", Map.of("type", "string"));
    properties.put("kind", Map.of("type", "string"));
    properties.put("metadata", metadata(scope));
    properties.put("spec", spec.json());
    return ValueTypes.of(
        "schema", JsonSchema.of(object(properties), KubernetesCatalog.newest().definitions()));
  }

  private static Map<String, Object> metadata(Scope scope) {
    JsonSchema full = KubernetesCatalog.objectMeta();
    if (scope == Scope.NAMESPACED) {
      return full.json();
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    full.properties().forEach((name, schema) -> properties.put(name, schema.json()));
    properties.remove("namespace");
    return object(properties);
  }

  private static Map<String, Object> object(Map<String, Object> properties) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    return schema;
  }
}
