package io.kro4j.compiler.instance;

import io.kro4j.compiler.graph.ApiType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object that is to be in the cluster.
 *
 * @param json the object without the metadata that {@link ChildMetadata} adds; shares parts with
 *     what was observed and must not be changed
 * @param type its type
 * @param namespace its namespace; null if its type has none
 * @param name its name
 * @param index its place among the objects of the node, from 0
 * @param size how many objects the node has
 */
public record DesiredObject(
    Map<String, @Nullable Object> json,
    ApiType type,
    @Nullable String namespace,
    String name,
    int index,
    int size) {

  /** {@code Kind.group namespace/name}, for messages; equal for the same object in any version. */
  public String identity() {
    return Identities.of(type, namespace, name);
  }
}
