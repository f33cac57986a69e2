package io.kro4j.compiler.instance;

import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.GraphExpression;
import io.kro4j.compiler.graph.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Walks over the graph of one instance, level by level: decides about the nodes of a level, has
 * their objects applied all at once, and observes what came back before the next level. A node that
 * fails or waits holds up only those that depend on it.
 *
 * <p>What applying means is up to the {@link World}: requests to an API server, or taking note.
 *
 * @param <E> what the world throws if the walk cannot go on
 */
public final class LevelWalk<E extends Exception> {
  private final InstanceEvaluation evaluation;
  private final List<List<Node>> levels;
  private final ChildMetadata childMetadata;
  private final World<E> world;

  /**
   * The cluster, or what stands for it.
   *
   * @param <E> what it throws if the walk cannot go on
   */
  public interface World<E extends Exception> {
    /**
     * Makes sure that objects of these types and namespaces are found again; called before they are
     * applied, and in advance for what is certain to come.
     */
    void cover(Collection<GroupKind> kinds, Collection<String> namespaces) throws E;

    /**
     * Begins to apply the objects of a node; none waits for another node of its level.
     *
     * @param obstacle why nothing is to be applied; then that is what is observed of each
     * @return waits for the end, and says what is there
     */
    Supplier<Observation> apply(Node node, List<ChildObject> objects, Optional<String> obstacle);

    /**
     * Has a node decided; may measure it, and hands on what comes of it. Called once in advance and
     * once when it is the node's turn.
     */
    default Decision deciding(Node node, Supplier<Decision> decision) {
      return decision.get();
    }

    /** Is told what is done about a node, when it is its turn. */
    default void decided(Node node, Decision decision) {}

    /** Reads an object of somebody else. */
    Observation lookUp(Node node, Decision.Lookup lookup);

    /** Reads objects of somebody else. */
    Observation lookUp(Node node, Decision.LookupAll lookup);
  }

  /**
   * A walk.
   *
   * @param evaluation the pass that decides
   * @param levels the levels of the graph
   * @param childMetadata what objects of the instance carry
   * @param world what acts
   */
  public LevelWalk(
      InstanceEvaluation evaluation,
      List<List<Node>> levels,
      ChildMetadata childMetadata,
      World<E> world) {
    this.evaluation = evaluation;
    this.levels = levels;
    this.childMetadata = childMetadata;
    this.world = world;
  }

  /**
   * Walks.
   *
   * @throws E if objects could not be covered; nothing that is not covered was applied
   */
  public void run() throws E {
    expect();
    for (List<Node> level : levels) {
      Map<Node, Decision> decisions = new LinkedHashMap<>();
      level.forEach(node -> decisions.put(node, decide(node)));
      decisions.forEach(world::decided);
      cover(decisions.values());
      perform(decisions);
    }
  }

  private Decision decide(Node node) {
    return world.deciding(node, () -> evaluation.decide(node.id()));
  }

  /**
   * Covers at once what is going to be applied as far as it can be told, so that the instance is
   * written once. What depends on observed objects is covered when it is known.
   */
  private void expect() throws E {
    Set<GroupKind> kinds = new LinkedHashSet<>();
    Set<String> namespaces = new LinkedHashSet<>();
    for (List<Node> level : levels) {
      for (Node node : level) {
        Decision decision = decide(node);
        if (decision instanceof Decision.Desired objects) {
          add(objects, kinds, namespaces);
        } else if (decision instanceof Decision.Waiting && isCertain(node)) {
          kinds.add(GroupKind.of(node.type().gvk()));
          literalNamespace(node).ifPresent(namespaces::add);
        }
      }
    }
    world.cover(kinds, namespaces);
  }

  private static boolean isCertain(Node node) {
    return node.isOwned()
        && node.core().includeWhen().stream()
            .map(GraphExpression::references)
            .allMatch(references -> references.stream().allMatch(Variables.SCHEMA::equals));
  }

  private static Optional<String> literalNamespace(Node node) {
    return node.body().fields().get("metadata") instanceof FieldValue.Fields metadata
            && metadata.fields().get("namespace") instanceof FieldValue.Literal literal
            && literal.value() instanceof String namespace
        ? Optional.of(namespace)
        : Optional.empty();
  }

  private void cover(Collection<Decision> decisions) throws E {
    Set<GroupKind> kinds = new LinkedHashSet<>();
    Set<String> namespaces = new LinkedHashSet<>();
    for (Decision decision : decisions) {
      if (decision instanceof Decision.Desired objects) {
        add(objects, kinds, namespaces);
      }
    }
    if (!kinds.isEmpty()) {
      world.cover(kinds, namespaces);
    }
  }

  private static void add(Decision.Desired desired, Set<GroupKind> kinds, Set<String> namespaces) {
    for (DesiredObject object : desired.objects()) {
      kinds.add(GroupKind.of(object.type().gvk()));
      if (object.namespace() != null) {
        namespaces.add(object.namespace());
      }
    }
  }

  private void perform(Map<Node, Decision> decisions) {
    Map<Node, Supplier<Observation>> applying = new LinkedHashMap<>();
    decisions.forEach(
        (node, decision) -> {
          if (decision instanceof Decision.Desired objects) {
            applying.put(node, apply(node, objects));
          } else if (decision instanceof Decision.Lookup lookup) {
            evaluation.observe(node.id(), world.lookUp(node, lookup));
          } else if (decision instanceof Decision.LookupAll lookup) {
            evaluation.observe(node.id(), world.lookUp(node, lookup));
          }
        });
    applying.forEach((node, observed) -> evaluation.observe(node.id(), observed.get()));
  }

  private Supplier<Observation> apply(Node node, Decision.Desired wanted) {
    List<ChildObject> objects = new ArrayList<>();
    for (DesiredObject object : wanted.objects()) {
      objects.add(new ChildObject(object, childMetadata.apply(node, object)));
    }
    return world.apply(node, objects, evaluation.collision(node.id()));
  }
}
