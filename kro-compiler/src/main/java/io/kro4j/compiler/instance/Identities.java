package io.kro4j.compiler.instance;

import io.kro4j.compiler.graph.ApiType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of objects as messages spell them: {@code Deployment.apps shop/web}. */
final class Identities {
  private Identities() {}

  static String of(ApiType type, @Nullable String namespace, String name) {
    boolean none = namespace == null || namespace.isEmpty();
    return type.gvk().groupKind() + " " + (none ? name : namespace + "/" + name);
  }

  static String of(ApiType type, Map<String, ? extends @Nullable Object> object) {
    return of(type, namespace(object), name(object));
  }

  static String namespace(Map<String, ? extends @Nullable Object> object) {
    return JsonObjects.text(JsonObjects.metadata(object), "namespace");
  }

  static String name(Map<String, ? extends @Nullable Object> object) {
    return JsonObjects.text(JsonObjects.metadata(object), "name");
  }
}
