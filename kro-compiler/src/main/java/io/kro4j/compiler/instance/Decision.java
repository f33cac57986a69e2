package io.kro4j.compiler.instance;

import io.kro4j.compiler.graph.ApiType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about a node now. Messages are one sentence without a final full stop and do
 * not name the node; see {@link NodeStatus#explanation()}.
 */
public sealed interface Decision {
  /**
   * The node does not exist for this instance.
   *
   * @param message why
   * @param by the excluded node that it depends on; empty if its own {@code includeWhen} says so
   */
  record Excluded(String message, Optional<String> by) implements Decision {}

  /**
   * Nothing can be done yet. The node is to be left as it is.
   *
   * @param message why
   * @param missing the path of what is missing, such as {@code schema.spec.size}; empty if it is
   *     not a field
   * @param node the node that has to be ready first; empty if it is none
   */
  record Waiting(String message, Optional<String> missing, Optional<String> node)
      implements Decision {}

  /**
   * Nothing can be done until the instance or the graph changes.
   *
   * @param message why, with the place in the node and the expression
   */
  record Failed(String message) implements Decision {}

  /**
   * These objects, and no others, are to exist for the node.
   *
   * @param objects the objects in order; empty for a collection over nothing
   */
  record Desired(List<DesiredObject> objects) implements Decision {
    /** Copies the list. */
    public Desired {
      objects = List.copyOf(objects);
    }
  }

  /**
   * An object of somebody else is to be read.
   *
   * @param type its type
   * @param namespace its namespace; null if its type has none
   * @param name its name
   */
  record Lookup(ApiType type, @Nullable String namespace, String name) implements Decision {}

  /**
   * Objects of somebody else are to be read.
   *
   * @param type their type
   * @param namespace their namespace; null for all namespaces, or if their type has none
   * @param selector their labels
   */
  record LookupAll(ApiType type, @Nullable String namespace, LabelSelector selector)
      implements Decision {}
}
