package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.instance.ChildObject;
import io.kro4j.compiler.instance.Decision;
import io.kro4j.compiler.instance.DesiredObject;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.compiler.instance.LevelWalk;
import io.kro4j.compiler.instance.Observation;
import io.kro4j.compiler.instance.status.ContestedObjects;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.apply.AppliedObjects;
import io.kro4j.runtime.apply.ApplyOutcome;
import io.kro4j.runtime.apply.ChildApplier;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.controller.instance.Routes.Reference;
import io.kro4j.runtime.watch.CachedObject;
import io.kro4j.runtime.watch.ObjectCache;
import io.kro4j.runtime.watch.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What a pass over an instance does in the cluster, and what came of it. */
final class ClusterWorld implements LevelWalk.World<ApiException> {
  private final KindWatches watches;
  private final ChildApplier applier;
  private final AppliedObjects memory;
  private final MetadataStep metadata;
  private final ReferenceListener references;
  private final Set<ObjectRef> desired = new LinkedHashSet<>();
  private final List<ApiException> refusals = new ArrayList<>();
  private final NodeObserver nodes;
  private final Map<String, Long> nanos = new HashMap<>();
  private final Set<ContestedObjects.Named> contested = new LinkedHashSet<>();
  private Duration calm = Duration.ZERO;
  private boolean isBlocked;

  /** Is told of references before the object is looked up, so that no change is missed. */
  interface ReferenceListener {
    void refers(Reference reference);
  }

  ClusterWorld(
      KindWatches watches,
      ChildApplier applier,
      AppliedObjects memory,
      MetadataStep metadata,
      ReferenceListener references,
      NodeObserver nodes) {
    this.watches = watches;
    this.applier = applier;
    this.memory = memory;
    this.metadata = metadata;
    this.references = references;
    this.nodes = nodes;
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

  /** The objects that are there and that others change back. */
  ContestedObjects contested() {
    return new ContestedObjects(contested);
  }

  @Override
  public Decision deciding(Node node, Supplier<Decision> decision) {
    long begin = System.nanoTime();
    Decision decided = decision.get();
    nanos.merge(node.id(), System.nanoTime() - begin, Long::sum);
    return decided;
  }

  @Override
  public void decided(Node node, Decision decision) {
    nodes.decided(
        decision instanceof Decision.Failed, Duration.ofNanos(nanos.getOrDefault(node.id(), 0L)));
  }

  @Override
  public void cover(Collection<GroupKind> kinds, Collection<String> namespaces)
      throws ApiException {
    metadata.cover(kinds, namespaces);
  }

  @Override
  public Supplier<Observation> apply(
      Node node, List<ChildObject> wanted, Optional<String> obstacle) {
    wanted.forEach(object -> desired.add(ref(object.desired())));
    Subscription objects = watches.owned(node.type());
    Optional<String> problem = obstacle.or(() -> KindWatches.problem(objects));
    List<CompletableFuture<ApplyOutcome>> outcomes = new ArrayList<>();
    for (ChildObject object : wanted) {
      outcomes.add(
          problem.isPresent()
              ? CompletableFuture.completedFuture(new ApplyOutcome.Barred(problem.get()))
              : applier.apply(ref(object.desired()), object.json(), objects, memory));
    }
    return () -> observation(outcomes);
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
    } else if (outcome instanceof ApplyOutcome.Contested rivalry) {
      boolean isFirst = calm.isZero() || rivalry.remaining().compareTo(calm) < 0;
      calm = isFirst ? rivalry.remaining() : calm;
      if (rivalry.found().isPresent()) {
        ObjectRef object = rivalry.object();
        contested.add(new ContestedObjects.Named(object.type(), object.namespace(), object.name()));
      }
    }
  }

  @Override
  public Observation lookUp(Node node, Decision.Lookup lookup) {
    references.refers(new Reference.Named(lookup.type(), lookup.namespace(), lookup.name()));
    Subscription objects = watches.external(lookup.type());
    Observation observation =
        objects
            .cache()
            .get(lookup.namespace(), lookup.name())
            .map(object -> Observation.of(object.json()))
            .orElseGet(Observation::absent);
    return KindWatches.problem(objects)
        .map(problem -> observation.withFailure(0, problem))
        .orElse(observation);
  }

  @Override
  public Observation lookUp(Node node, Decision.LookupAll lookup) {
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
    return KindWatches.problem(objects)
        .map(problem -> observation.withFailure(0, problem))
        .orElse(observation);
  }
}
