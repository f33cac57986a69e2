package io.kro4j.compiler.instance;

import io.kro4j.compiler.expression.Evaluation;
import io.kro4j.compiler.graph.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides about one node, in upstream's order: exclusion that comes from a dependency, the node's
 * own {@code includeWhen}, dependencies that are not ready, the template.
 */
final class Decider {
  private final PlannedNode node;
  private final Map<String, NodeProgress> others;
  private final Evaluator evaluator;
  private final ObjectMaker maker;
  private final int maxCollectionSize;

  Decider(
      PlannedNode node,
      Map<String, NodeProgress> others,
      Evaluator evaluator,
      ObjectMaker maker,
      int maxCollectionSize) {
    this.node = node;
    this.others = others;
    this.evaluator = evaluator;
    this.maker = maker;
    this.maxCollectionSize = maxCollectionSize;
  }

  Decision decide() {
    Optional<Decision> excluded = excludedByDependency();
    if (excluded.isPresent()) {
      return excluded.get();
    }
    try {
      Optional<Decision> undecided = includeWhen();
      if (undecided.isPresent()) {
        return undecided.get();
      }
      requireReady(node.node().dependencies());
      return resolve();
    } catch (Unresolved e) {
      return e.decision();
    }
  }

  private Optional<Decision> excludedByDependency() {
    return node.node().dependencies().stream()
        .filter(dependency -> progress(dependency).decision() instanceof Decision.Excluded)
        .findFirst()
        .map(
            dependency ->
                new Decision.Excluded(
                    "depends on node `" + dependency + "`, which is excluded",
                    Optional.of(dependency)));
  }

  /**
   * Why the node is not included, or not yet. One condition that does not hold settles it, even if
   * others cannot be told yet.
   */
  private Optional<Decision> includeWhen() {
    Optional<Decision> unsettled = Optional.empty();
    for (int i = 0; i < node.includeWhen().size(); i++) {
      PlannedExpression condition = node.includeWhen().get(i);
      try {
        if (!holds("includeWhen[" + i + "]", condition)) {
          String message = "`includeWhen` does not hold: `" + condition.text() + "`";
          return Optional.of(new Decision.Excluded(message, Optional.empty()));
        }
      } catch (Unresolved e) {
        unsettled = unsettled.isEmpty() ? Optional.of(e.decision()) : unsettled;
      }
    }
    return unsettled;
  }

  private boolean holds(String place, PlannedExpression condition) throws Unresolved {
    requireReady(condition.references().stream().filter(others::containsKey).toList());
    Evaluation evaluation = evaluator.evaluate(condition);
    if (evaluation instanceof Evaluation.Pending pending && condition.readsInstanceOnly()) {
      throw Unresolved.failed(place, condition, Evaluator.explain(pending));
    }
    Object value = Evaluator.value(place, condition, evaluation);
    if (value == null) {
      return false;
    }
    if (value instanceof Boolean holds) {
      return holds;
    }
    throw Unresolved.failed(place, condition, "`" + value + "` is not true or false");
  }

  private void requireReady(List<String> nodes) throws Unresolved {
    for (String each : nodes) {
      if (!(progress(each).readiness() instanceof Readiness.Ready)) {
        throw Unresolved.waitingFor(each);
      }
    }
  }

  private Decision resolve() throws Unresolved {
    if (node.node() instanceof Node.Collection) {
      return new Decision.Desired(
          new CollectionExpander(node, evaluator, maxCollectionSize).expand(maker));
    }
    Map<String, @Nullable Object> object = TemplateRenderer.of(evaluator).object(node.template());
    if (node.node() instanceof Node.External) {
      return maker.lookup(object);
    }
    return node.node() instanceof Node.ExternalCollection
        ? maker.lookupAll(object)
        : new Decision.Desired(List.of(maker.desired(object, 0, 1)));
  }

  private NodeProgress progress(String id) {
    NodeProgress progress = others.get(id);
    if (progress == null) {
      throw new IllegalStateException("the planner knows all nodes, but not `" + id + "`");
    }
    return progress;
  }
}
