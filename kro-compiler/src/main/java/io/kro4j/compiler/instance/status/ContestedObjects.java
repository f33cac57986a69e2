package io.kro4j.compiler.instance.status;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.NodeStatus;
import io.kro4j.compiler.instance.ObjectStatus;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The objects of an instance that somebody else changes back each time, in the words of its status.
 * They hold up nothing, since they are there; but whoever reads the status must learn that they are
 * not as they should be. The words stay the same as long as the contest lasts, so that it costs no
 * write of the status each time.
 *
 * @param objects the objects, in the order in which they were applied
 */
public record ContestedObjects(Set<Named> objects) {
  /** The reason in the entry of such an object. */
  public static final String REASON = "Contested";

  private static final String MESSAGE =
      "somebody else changes the object back whenever it is applied; it is applied less often";

  /** Copies the objects. */
  public ContestedObjects {
    objects = Collections.unmodifiableSet(new LinkedHashSet<>(objects));
  }

  /**
   * An object.
   *
   * @param type its type
   * @param namespace its namespace; null if it has none
   * @param name its name
   */
  public record Named(ApiType type, @Nullable String namespace, String name) {
    @Override
    public String toString() {
      return type.gvk().kind() + " " + (namespace == null ? "" : namespace + "/") + name;
    }
  }

  /** No objects. */
  public static ContestedObjects none() {
    return new ContestedObjects(Set.of());
  }

  /** The entry of an object, with the reason if it is contested. */
  ObjectStatus mark(ObjectStatus entry) {
    if (entry.name() == null
        || !objects.contains(new Named(entry.type(), entry.namespace(), entry.name()))) {
      return entry;
    }
    NodeStatus node = entry.node();
    String message = node.message().isEmpty() ? MESSAGE : node.message() + "; " + MESSAGE;
    return new ObjectStatus(
        entry.type(),
        entry.namespace(),
        entry.name(),
        new NodeStatus(node.id(), node.state(), REASON, message));
  }

  /** What is to be added to the message of a condition; empty if nothing is contested. */
  String remark() {
    if (objects.isEmpty()) {
      return "";
    }
    String more = objects.size() > 1 ? " and " + (objects.size() - 1) + " more" : "";
    return "; somebody else changes back " + objects.iterator().next() + more;
  }
}
