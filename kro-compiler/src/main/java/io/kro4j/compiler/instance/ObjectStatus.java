package io.kro4j.compiler.instance;

import io.kro4j.compiler.graph.ApiType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code status.resources}: one object, or a node of which no object is known.
 *
 * @param type the type of the object
 * @param namespace its namespace; null if it has none or is not known
 * @param name its name; null if it is not known
 * @param node the node it belongs to, with the state of this object
 */
public record ObjectStatus(
    ApiType type, @Nullable String namespace, @Nullable String name, NodeStatus node) {

  /** The entry as the instance's CRD has it, without what is empty. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", node.id());
    json.put("apiVersion", type.gvk().apiVersion());
    json.put("kind", type.gvk().kind());
    put(json, "namespace", namespace);
    put(json, "name", name);
    json.put("state", node.state().name());
    put(json, "reason", node.reason());
    put(json, "message", node.message());
    return json;
  }

  private static void put(Map<String, Object> json, String field, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      json.put(field, value);
    }
  }
}
