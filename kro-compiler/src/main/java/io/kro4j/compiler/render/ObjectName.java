package io.kro4j.compiler.render;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.compiler.schema.Scope;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names an object in the cluster; the version of its type does not count.
 *
 * @param namespace its namespace; empty if it has none
 */
record ObjectName(GroupKind type, String namespace, String name) {
  static ObjectName of(ApiType type, @Nullable String namespace, String name) {
    return new ObjectName(GroupKind.of(type.gvk()), namespace == null ? "" : namespace, name);
  }

  static ObjectName of(ApiType type, Map<String, ? extends @Nullable Object> object) {
    return new ObjectName(
        GroupKind.of(type.gvk()),
        type.scope() == Scope.CLUSTER ? "" : text(object, "namespace").orElse(""),
        text(object, "name").orElse(""));
  }

  /** The type of an object. */
  static GroupKind type(Map<String, ? extends @Nullable Object> object) {
    String apiVersion = PlainJson.text(object.get("apiVersion")).orElse("");
    int slash = apiVersion.indexOf('/');
    return new GroupKind(
        slash < 0 ? "" : apiVersion.substring(0, slash),
        PlainJson.text(object.get("kind")).orElse(""));
  }

  private static Optional<String> text(
      Map<String, ? extends @Nullable Object> object, String field) {
    return PlainJson.text(PlainJson.at(object, "metadata", field));
  }
}
