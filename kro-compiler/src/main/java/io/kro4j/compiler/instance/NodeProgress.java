package io.kro4j.compiler.instance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far one node has come in a pass. Written by the thread that works on the node, read by those
 * that work on its dependents.
 */
final class NodeProgress {
  private final PlannedNode node;
  private volatile @Nullable Decision decision;
  private volatile @Nullable Observed observed;

  /**
   * What is known of the objects of the node.
   *
   * @param objects those that are there, in the order of the desired ones
   * @param each the readiness of each desired object, or of each found one
   * @param readiness the readiness of the node
   */
  record Observed(
      List<Map<String, @Nullable Object>> objects, List<Readiness> each, Readiness readiness) {}

  NodeProgress(PlannedNode node) {
    this.node = node;
  }

  PlannedNode node() {
    return node;
  }

  @Nullable Decision decision() {
    return decision;
  }

  /** Whether asking again cannot give another answer. */
  boolean isSettled() {
    Decision current = decision;
    return current != null && !(current instanceof Decision.Waiting);
  }

  void decided(Decision made) {
    decision = made;
  }

  @Nullable Observed observed() {
    return observed;
  }

  void observed(Observed found) {
    observed = found;
  }

  @Nullable Readiness readiness() {
    Observed current = observed;
    return current == null ? null : current.readiness();
  }

  /** The value of the node's variable, an object or a list of objects; empty if there is none. */
  Optional<Object> value() {
    Observed current = observed;
    if (current == null) {
      return Optional.empty();
    }
    return node.isList()
        ? Optional.of(current.objects())
        : current.objects().stream().findFirst().map(object -> object);
  }
}
