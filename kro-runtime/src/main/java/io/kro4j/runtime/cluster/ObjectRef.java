package io.kro4j.runtime.cluster;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.compiler.schema.Scope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names one object of the cluster.
 *
 * @param type its type
 * @param namespace its namespace; null exactly if the type is one of the whole cluster
 * @param name its name
 */
public record ObjectRef(ApiType type, @Nullable String namespace, String name) {

  /** Checks that the namespace fits the type. */
  public ObjectRef {
    if ((type.scope() == Scope.NAMESPACED) != (namespace != null)) {
      throw new IllegalArgumentException(
          type.gvk() + " is " + type.scope().text() + ", the namespace is " + namespace);
    }
  }

  /**
   * The name of a whole object.
   *
   * @param type its type
   * @param object the object; its metadata must have a name, and a namespace if the type needs one
   */
  public static ObjectRef of(ApiType type, Map<String, Object> object) {
    Map<String, Object> metadata = PlainJson.object(object.get("metadata"));
    String namespace =
        type.scope() == Scope.NAMESPACED
            ? PlainJson.text(metadata.get("namespace")).orElse(null)
            : null;
    return new ObjectRef(type, namespace, PlainJson.text(metadata.get("name")).orElse(""));
  }

  @Override
  public String toString() {
    String place = namespace == null ? name : namespace + "/" + name;
    return type.gvk().groupKind() + " " + place;
  }
}
