package io.kro4j.compiler.instance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one instance: {@link #decide} about a node once its dependencies are observed, do
 * what it says, {@link #observe} what came of it; the dependents come next. At any time {@link
 * #resources}, {@link #status} and {@link #conditions} tell how far the pass has come.
 *
 * <p>Nodes that do not depend on each other may be worked on by different threads.
 */
public final class InstanceEvaluation {
  private final InstanceGraph graph;
  private final Instance instance;
  private final EvaluationOptions options;
  private final Map<String, NodeProgress> nodes = new LinkedHashMap<>();
  private final Claims claims = new Claims();

  InstanceEvaluation(
      InstanceGraph graph,
      Map<String, ? extends @Nullable Object> instance,
      EvaluationOptions options) {
    this.graph = graph;
    this.instance = Instance.of(graph.graph().api(), instance);
    this.options = options;
    graph.nodes().forEach((id, node) -> nodes.put(id, new NodeProgress(node)));
  }

  /**
   * What is to be done about a node, as far as its dependencies have been observed. The answer may
   * be another one the next time if it is {@link Decision.Waiting}, and is kept otherwise.
   *
   * @param node the id of a node of the graph
   */
  public Decision decide(String node) {
    NodeProgress progress = progress(node);
    synchronized (progress) {
      Decision known = progress.decision();
      if (known != null && progress.isSettled()) {
        return known;
      }
      Decision decision = decide(progress.node());
      if (decision instanceof Decision.Desired desired) {
        claims.add(progress.node(), desired);
      }
      progress.decided(decision);
      return decision;
    }
  }

  private Decision decide(PlannedNode node) {
    return new Decider(
            node,
            nodes,
            new Evaluator(options, variables(node.node().dependencies())),
            new ObjectMaker(node.node().type(), instance.namespace()),
            options.maxCollectionSize())
        .decide();
  }

  /**
   * Whether another node renders an object of this node, and goes first: the one with fewer nodes
   * above it, and among those the one that stands first in the order of the graph. The answer is
   * complete once all nodes that may collide are decided. The caller does not apply the objects,
   * but observes them as failed with the message.
   *
   * @param node the id of a node of the graph
   * @return a message that names the object and the other node; empty if nothing collides
   */
  public Optional<String> collision(String node) {
    NodeProgress progress = progress(node);
    return progress.decision() instanceof Decision.Desired desired
        ? claims.collision(progress.node(), desired)
        : Optional.empty();
  }

  /**
   * Takes note of what the cluster has for a node; what was noted before is forgotten.
   *
   * @param node the id of a node that is to be applied or looked up
   * @param observation what is there, which nobody changes meanwhile
   * @throws IllegalStateException if the decision about the node is another one
   * @throws IllegalArgumentException if it is not as many objects as are desired
   */
  public Readiness observe(String node, Observation observation) {
    NodeProgress progress = progress(node);
    synchronized (progress) {
      Decision decision = progress.decision();
      if (decision == null) {
        throw new IllegalStateException("node `" + node + "` is not decided");
      }
      NodeProgress.Observed observed =
          new ReadinessCheck(progress.node(), options).check(decision, observation);
      progress.observed(observed);
      return observed.readiness();
    }
  }

  /**
   * How far a node has come.
   *
   * @param node the id of a node of the graph
   */
  public NodeStatus state(String node) {
    return StatusOfNodes.of(progress(node));
  }

  /** How far the nodes have come, in the order of the graph. */
  public List<NodeStatus> states() {
    return nodes.values().stream().map(StatusOfNodes::of).toList();
  }

  /**
   * Whether all nodes are decided and none failed: then what the instance owns and does not want is
   * known, and may be deleted. What waits may want its object again.
   */
  public boolean isDecided() {
    return states().stream()
        .map(NodeStatus::state)
        .noneMatch(
            state -> state == NodeStatus.State.ERROR || state == NodeStatus.State.IN_PROGRESS);
  }

  /** An entry for each owned object, and for each node of which no object is known. */
  public List<ObjectStatus> resources() {
    List<ObjectStatus> resources = new ArrayList<>();
    nodes.values().forEach(node -> resources.addAll(StatusOfNodes.objects(node)));
    return resources;
  }

  /**
   * The author's status fields as far as the nodes have been observed. {@code state} and {@code
   * conditions} are never among them; all other fields that an author declares are the author's.
   */
  public StatusFields status() {
    return new StatusRenderer(new Evaluator(options, variables(nodes.keySet())))
        .render(graph.status());
  }

  /**
   * The author's status conditions as far as the nodes have been observed.
   *
   * @return empty if the author declares none: then the built-in ones are written
   */
  public Optional<AuthorConditions> conditions(ConditionInputs inputs) {
    if (graph.conditions().isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> variables = variables(nodes.keySet());
    variables.put(
        Variables.SCHEMA,
        JsonObjects.with(instance.json(), "status", Map.of("conditions", inputs.builtIn())));
    Evaluator evaluator = new Evaluator(options, variables);
    return Optional.of(new ConditionsEvaluator(evaluator, inputs).evaluate(graph.conditions()));
  }

  private Map<String, Object> variables(Iterable<String> ids) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(Variables.SCHEMA, instance.json());
    for (String id : ids) {
      progress(id).value().ifPresent(value -> variables.put(id, value));
    }
    return variables;
  }

  private NodeProgress progress(String node) {
    NodeProgress progress = nodes.get(node);
    if (progress == null) {
      throw new IllegalArgumentException("the graph has no node `" + node + "`");
    }
    return progress;
  }
}
