package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.GraphExpression;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.instance.ChildMetadata;
import io.kro4j.compiler.instance.Decision;
import io.kro4j.compiler.instance.DesiredObject;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.compiler.instance.InstanceEvaluation;
import io.kro4j.compiler.instance.Observation;
import io.kro4j.runtime.apply.AppliedObjects;
import io.kro4j.runtime.apply.ApplyOutcome;
import io.kro4j.runtime.apply.ChildApplier;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.cluster.PlainJson;
import io.kro4j.runtime.controller.instance.Routes.Reference;
import io.kro4j.runtime.watch.CachedObject;
import io.kro4j.runtime.watch.ObjectCache;
import io.kro4j.runtime.watch.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Walks over the graph of one instance, level by level: decides about the nodes of a level, applies
 * their objects all at once, and observes what came back before the next level. A node that fails
 * or waits holds up only those that depend on it.
 */
final class LevelPass {
  private final InstanceEvaluation evaluation;
  private final List<List<Node>> levels;
  private final KindWatches watches;
  private final ChildApplier applier;
  private final ChildMetadata childMetadata;
  private final AppliedObjects memory;
  private final MetadataStep metadata;
  private final ReferenceListener references;
  private final NodeObserver nodes;
  private final Map<String, Long> nanos = new HashMap<>();
  private final Set<ObjectRef> desired = new LinkedHashSet<>();
  private final List<ApiException> refusals = new ArrayList<>();
  private Duration calm = Duration.ZERO;
  private boolean isBlocked;

  /** Is told of references before the object is looked up, so that no change is missed. */
  interface ReferenceListener {
    void refers(Reference reference);
  }

  LevelPass(
      InstanceEvaluation evaluation,
      List<List<Node>> levels,
      KindWatches watches,
      ChildApplier applier,
      ChildMetadata childMetadata,
      AppliedObjects memory,
      MetadataStep metadata,
      ReferenceListener references,
      NodeObserver nodes) {
    this.evaluation = evaluation;
    this.levels = levels;
    this.watches = watches;
    this.applier = applier;
    this.childMetadata = childMetadata;
    this.memory = memory;
    this.metadata = metadata;
    this.references = references;
    this.nodes = nodes;
  }

  /**
   * Walks.
   *
   * @throws ApiException if the instance's own metadata cannot be written; nothing that the
   *     inventory does not cover was applied
   */
  void run() throws ApiException {
    expectInventory();
    for (List<Node> level : levels) {
      List<Decided> decisions =
          level.stream().map(node -> new Decided(node, decide(node))).toList();
      decisions.forEach(this::count);
      coverInventory(decisions);
      perform(decisions);
    }
  }

  private record Decided(Node node, Decision decision) {}

  private record Applying(Node node, List<CompletableFuture<ApplyOutcome>> outcomes) {}

  private Decision decide(Node node) {
    long begin = System.nanoTime();
    Decision decision = evaluation.decide(node.id());
    nanos.merge(node.id(), System.nanoTime() - begin, Long::sum);
    return decision;
  }

  private void count(Decided decided) {
    nodes.decided(
        decided.decision() instanceof Decision.Failed,
        Duration.ofNanos(nanos.getOrDefault(decided.node().id(), 0L)));
  }

  /** The objects that are to exist, applied or not. */
  Set<ObjectRef> desired() {
    return desired;
  }

  /** What the API server refused. */
  List<ApiException> refusals() {
    return refusals;
  }

  /** When to look again at objects that others change back; zero if there are none. */
  Duration calm() {
    return calm;
  }

  /** Whether an object that another owner has is wanted; nothing tells when it is let go. */
  boolean isBlocked() {
    return isBlocked;
  }

  /**
   * Covers at once what the pass is going to apply as far as it can be told, so that the instance
   * is written once. What depends on observed objects is covered when it is known.
   */
  private void expectInventory() throws ApiException {
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
    metadata.cover(kinds, namespaces);
  }

  private static boolean isCertain(Node node) {
    return node.isOwned()
        && node.core().includeWhen().stream()
            .map(GraphExpression::references)
            .allMatch(references -> references.stream().allMatch("schema"::equals));
  }

  private static Optional<String> literalNamespace(Node node) {
    return node.body().fields().get("metadata") instanceof FieldValue.Fields metadata
            && metadata.fields().get("namespace") instanceof FieldValue.Literal literal
            && literal.value() instanceof String namespace
        ? Optional.of(namespace)
        : Optional.empty();
  }

  private void coverInventory(List<Decided> decisions) throws ApiException {
    Set<GroupKind> kinds = new LinkedHashSet<>();
    Set<String> namespaces = new LinkedHashSet<>();
    for (Decided decided : decisions) {
      if (decided.decision() instanceof Decision.Desired objects) {
        add(objects, kinds, namespaces);
      }
    }
    if (!kinds.isEmpty()) {
      metadata.cover(kinds, namespaces);
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

  private void perform(List<Decided> decisions) {
    List<Applying> all = new ArrayList<>();
    for (Decided decided : decisions) {
      Node node = decided.node();
      if (decided.decision() instanceof Decision.Desired objects) {
        all.add(new Applying(node, apply(node, objects)));
      } else if (decided.decision() instanceof Decision.Lookup lookup) {
        lookUp(node, lookup);
      } else if (decided.decision() instanceof Decision.LookupAll lookup) {
        lookUp(node, lookup);
      }
    }
    for (Applying applying : all) {
      evaluation.observe(applying.node().id(), observation(applying.outcomes()));
    }
  }

  private List<CompletableFuture<ApplyOutcome>> apply(Node node, Decision.Desired wanted) {
    wanted.objects().forEach(object -> desired.add(ref(object)));
    Subscription objects = watches.owned(node.type());
    Optional<String> problem =
        evaluation.collision(node.id()).or(() -> KindWatches.problem(objects));
    List<CompletableFuture<ApplyOutcome>> outcomes = new ArrayList<>();
    for (DesiredObject object : wanted.objects()) {
      outcomes.add(
          problem.isPresent()
              ? CompletableFuture.completedFuture(new ApplyOutcome.Barred(problem.get()))
              : applier.apply(ref(object), childMetadata.apply(node, object), objects, memory));
    }
    return outcomes;
  }

  private static ObjectRef ref(DesiredObject object) {
    return new ObjectRef(object.type(), object.namespace(), object.name());
  }

  private Observation observation(List<CompletableFuture<ApplyOutcome>> futures) {
    List<Map<String, Object>> objects = new ArrayList<>();
    Map<Integer, String> failures = new LinkedHashMap<>();
    for (int i = 0; i < futures.size(); i++) {
      ApplyOutcome outcome = futures.get(i).join();
      objects.add(outcome.live());
      int index = i;
      outcome.problem().ifPresent(problem -> failures.put(index, problem));
      note(outcome);
    }
    return new Observation(objects, failures);
  }

  private void note(ApplyOutcome outcome) {
    if (outcome instanceof ApplyOutcome.Refused refused) {
      refusals.add(refused.cause());
    } else if (outcome instanceof ApplyOutcome.Foreign) {
      isBlocked = true;
    } else if (outcome instanceof ApplyOutcome.Contested contested) {
      boolean isFirst = calm.isZero() || contested.remaining().compareTo(calm) < 0;
      calm = isFirst ? contested.remaining() : calm;
    }
  }

  private void lookUp(Node node, Decision.Lookup lookup) {
    references.refers(new Reference.Named(lookup.type(), lookup.namespace(), lookup.name()));
    Subscription objects = watches.external(lookup.type());
    Observation observation =
        objects
            .cache()
            .get(lookup.namespace(), lookup.name())
            .map(object -> Observation.of(object.json()))
            .orElseGet(Observation::absent);
    evaluation.observe(
        node.id(),
        KindWatches.problem(objects)
            .map(problem -> observation.withFailure(0, problem))
            .orElse(observation));
  }

  private void lookUp(Node node, Decision.LookupAll lookup) {
    references.refers(new Reference.Selected(lookup.type(), lookup.namespace(), lookup.selector()));
    Subscription objects = watches.external(lookup.type());
    ObjectCache cache = objects.cache();
    List<Map<String, Object>> selected = new ArrayList<>();
    for (CachedObject object :
        lookup.namespace() == null ? cache.all() : cache.inNamespace(lookup.namespace())) {
      Map<String, Object> json = object.json();
      if (lookup.selector().matches(PlainJson.object(PlainJson.at(json, "metadata", "labels")))) {
        selected.add(json);
      }
    }
    Observation observation = Observation.of(selected);
    evaluation.observe(
        node.id(),
        KindWatches.problem(objects)
            .map(problem -> observation.withFailure(0, problem))
            .orElse(observation));
  }
}
