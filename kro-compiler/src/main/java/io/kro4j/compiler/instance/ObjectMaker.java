package io.kro4j.compiler.instance;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.Scope;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives rendered templates the identity they have in the cluster. */
final class ObjectMaker {
  private static final String METADATA = "metadata";
  private static final String NAME = "name";
  private static final String NAMESPACE = "namespace";

  private final ApiType type;
  private final String instanceNamespace;

  /**
   * A maker for the objects of one node.
   *
   * @param instanceNamespace the namespace of the instance; empty if it has none
   */
  ObjectMaker(ApiType type, String instanceNamespace) {
    this.type = type;
    this.instanceNamespace = instanceNamespace;
  }

  DesiredObject desired(Map<String, @Nullable Object> rendered, int index, int size)
      throws Unresolved {
    Map<String, @Nullable Object> metadata = JsonObjects.of(rendered.get(METADATA));
    if (metadata == null) {
      throw Unresolved.failed(METADATA, "an object needs metadata");
    }
    String name = ObjectNames.name(type, metadata.get(NAME));
    String namespace = namespace(metadata.get(NAMESPACE));
    return new DesiredObject(
        Collections.unmodifiableMap(inNamespace(rendered, metadata, namespace)),
        type,
        namespace,
        name,
        index,
        size);
  }

  Decision.Lookup lookup(Map<String, @Nullable Object> rendered) throws Unresolved {
    DesiredObject object = desired(rendered, 0, 1);
    return new Decision.Lookup(type, object.namespace(), object.name());
  }

  /** No namespace means all of them here. */
  Decision.LookupAll lookupAll(Map<String, @Nullable Object> rendered) throws Unresolved {
    Map<String, @Nullable Object> metadata = JsonObjects.metadata(rendered);
    LabelSelector selector = SelectorReader.read(metadata.get("selector"));
    Object namespace = metadata.get(NAMESPACE);
    return type.scope() == Scope.CLUSTER || namespace == null || namespace.equals("")
        ? new Decision.LookupAll(type, null, selector)
        : new Decision.LookupAll(type, ObjectNames.namespace(namespace), selector);
  }

  private @Nullable String namespace(@Nullable Object written) throws Unresolved {
    if (type.scope() == Scope.CLUSTER) {
      return null;
    }
    if (written != null && !written.equals("")) {
      return ObjectNames.namespace(written);
    }
    if (instanceNamespace.isEmpty()) {
      throw Unresolved.failed(
          METADATA + "." + NAMESPACE, "a namespace is needed, as the instance itself is in none");
    }
    return instanceNamespace;
  }

  private static Map<String, @Nullable Object> inNamespace(
      Map<String, @Nullable Object> rendered,
      Map<String, @Nullable Object> metadata,
      @Nullable String namespace) {
    if (namespace == null
        ? !metadata.containsKey(NAMESPACE)
        : namespace.equals(metadata.get(NAMESPACE))) {
      return rendered;
    }
    Map<String, @Nullable Object> changed = new LinkedHashMap<>();
    // Its place must not depend on what else the template has: renderings are compared.
    changed.put(NAME, metadata.get(NAME));
    if (namespace != null) {
      changed.put(NAMESPACE, namespace);
    }
    metadata.forEach(
        (key, value) -> {
          if (!key.equals(NAMESPACE)) {
            changed.put(key, value);
          }
        });
    return JsonObjects.with(rendered, METADATA, Collections.unmodifiableMap(changed));
  }
}
