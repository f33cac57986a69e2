package io.kro4j.compiler.render;

import io.kro4j.compiler.instance.NodeStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the runtime would do with one instance in one pass.
 *
 * @param group the name of its group
 * @param instance the instance afterwards, with what the runtime writes on it and its status
 * @param levels the nodes by level: those of a level depend only on nodes of the levels before it
 * @param pruned the objects that the instance owns, and that would be deleted
 * @param objects what would be in the cluster afterwards, besides the instance
 * @param unmatched observed objects that no node has anything to do with
 */
public record Rendering(
    String group,
    Map<String, @Nullable Object> instance,
    List<List<RenderedNode>> levels,
    List<Map<String, @Nullable Object>> pruned,
    List<Map<String, @Nullable Object>> objects,
    List<ObservedObject> unmatched) {
  /** Copies the lists. */
  public Rendering {
    levels = levels.stream().map(List::copyOf).toList();
    pruned = List.copyOf(pruned);
    objects = List.copyOf(objects);
    unmatched = List.copyOf(unmatched);
  }

  /**
   * One node.
   *
   * @param status how far it is, and why no further
   * @param manifests the objects as they would be applied, in order; empty if it is excluded,
   *     waits, fails, or belongs to somebody else
   */
  public record RenderedNode(NodeStatus status, List<Map<String, @Nullable Object>> manifests) {
    /** Copies the list. */
    public RenderedNode {
      manifests = List.copyOf(manifests);
    }

    /** The id of the node. */
    public String id() {
      return status.id();
    }
  }

  /** All nodes, level by level. */
  public List<RenderedNode> nodes() {
    return levels.stream().flatMap(List::stream).toList();
  }

  /** All objects that would be applied, level by level. */
  public List<Map<String, @Nullable Object>> manifests() {
    return nodes().stream().flatMap(node -> node.manifests().stream()).toList();
  }
}
