package io.kro4j.compiler.plan;

import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds nodes that got another id: a node that is gone and a new one are the same if their objects
 * are, by type, name and namespace, and no other node comes into question. The cluster sees it so
 * too: the object is neither deleted nor made anew.
 */
final class NodeMatching {
  private final List<Node> gone;
  private final List<Node> come;

  private NodeMatching(ResourceGraph before, ResourceGraph after) {
    this.gone = before.nodes().stream().filter(node -> after.node(node.id()).isEmpty()).toList();
    this.come = after.nodes().stream().filter(node -> before.node(node.id()).isEmpty()).toList();
  }

  /** The nodes that got another id. */
  static Renames renames(ResourceGraph before, ResourceGraph after) {
    NodeMatching matching = new NodeMatching(before, after);
    Map<String, String> names = new LinkedHashMap<>();
    for (Node node : matching.gone) {
      matching.successor(node).ifPresent(successor -> names.put(node.id(), successor.id()));
    }
    return new Renames(names);
  }

  private Optional<Node> successor(Node node) {
    List<Node> successors = come.stream().filter(other -> sameObjects(node, other)).toList();
    long rivals = gone.stream().filter(other -> sameObjects(node, other)).count();
    return successors.size() == 1 && rivals == 1
        ? Optional.of(successors.get(0))
        : Optional.empty();
  }

  private static boolean sameObjects(Node left, Node right) {
    NodeBody a = NodeBody.of(left);
    NodeBody b = NodeBody.of(right);
    return a.kind().equals(b.kind())
        && left.type().gvk().groupKind().equals(right.type().gvk().groupKind())
        && identity(a).equals(identity(b));
  }

  private static List<String> identity(NodeBody body) {
    if (!(body.fields().fields().get("metadata") instanceof FieldValue.Fields metadata)) {
      return List.of();
    }
    return List.of(
        text(metadata.fields().get("name")),
        text(metadata.fields().get("namespace")),
        text(metadata.fields().get("selector")));
  }

  private static String text(@Nullable FieldValue value) {
    return value instanceof FieldValue.Computed computed
        ? "${" + computed.expression().text() + "}"
        : String.valueOf(value);
  }
}
