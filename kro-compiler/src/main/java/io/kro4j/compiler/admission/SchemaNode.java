package io.kro4j.compiler.admission;

import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.compiler.schema.ResourceType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A part of a schema, and whether objects of it are whole Kubernetes objects: those have {@code
 * apiVersion}, {@code kind} and {@code metadata} whatever the schema says of them.
 *
 * @param schema the part
 * @param resource whether objects of it are whole objects
 */
record SchemaNode(JsonSchema schema, boolean resource) {
  private static final JsonSchema TEXT = JsonSchema.of(Map.of("type", "string"));

  /** Kubernetes' own, which is the same for every type. */
  private static final JsonSchema METADATA =
      KubernetesCatalog.newest()
          .find(new GroupVersionKind("", "v1", "ConfigMap"))
          .map(ResourceType::schema)
          .flatMap(schema -> schema.property("metadata"))
          .orElseThrow();

  /** The schema of a whole object. */
  static SchemaNode root(JsonSchema schema) {
    return new SchemaNode(schema, true);
  }

  /** The schema of a field that is declared. */
  Optional<SchemaNode> property(String name) {
    if (resource && name.equals("metadata")) {
      return Optional.of(new SchemaNode(METADATA, false));
    }
    if (resource && (name.equals("apiVersion") || name.equals("kind"))) {
      return Optional.of(new SchemaNode(TEXT, false));
    }
    return schema.property(name).map(SchemaNode::of);
  }

  /** The schema of the values of fields that are not declared. */
  Optional<SchemaNode> values() {
    return schema.additionalProperties().map(SchemaNode::of);
  }

  /** The schema of a field, declared or not. */
  Optional<SchemaNode> field(String name) {
    return property(name).or(this::values);
  }

  /** The schema of the items of a list. */
  Optional<SchemaNode> items() {
    return schema.items().map(SchemaNode::of);
  }

  /** The names of the declared fields. */
  Set<String> names() {
    return schema.properties().keySet();
  }

  private static SchemaNode of(JsonSchema schema) {
    return new SchemaNode(schema, schema.isEmbeddedResource());
  }
}
