package io.kro4j.compiler.instance;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.Scope;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The instance as expressions see it: without its status, which they must not depend on.
 *
 * @param json the instance without its status
 * @param namespace its namespace; empty if it has none
 */
record Instance(Map<String, @Nullable Object> json, String namespace) {
  static Instance of(ApiType type, Map<String, ? extends @Nullable Object> json) {
    Map<String, @Nullable Object> schema = new LinkedHashMap<>(json);
    schema.remove("status");
    String namespace =
        type.scope() == Scope.CLUSTER
            ? ""
            : JsonObjects.text(JsonObjects.metadata(json), "namespace");
    return new Instance(Collections.unmodifiableMap(schema), namespace);
  }
}
