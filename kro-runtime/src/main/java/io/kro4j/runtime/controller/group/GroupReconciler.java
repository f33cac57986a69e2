package io.kro4j.runtime.controller.group;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.controller.ObjectKey;
import io.kro4j.runtime.controller.Outcome;
import io.kro4j.runtime.controller.Reconciler;
import io.kro4j.runtime.crd.LiveCrd;
import io.kro4j.runtime.registry.GraphSource;
import io.kro4j.runtime.registry.ServedGraph;
import io.kro4j.runtime.revision.GraphRevision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Brings one live group to where it should be:
 *
 * <ol>
 *   <li>a group that is gone is forgotten, one that is deleted goes once nothing needs it;
 *   <li>the finalizer is put on it;
 *   <li>its revisions are found, and what is to be done about them is decided;
 *   <li>a spec that no revision has is compiled, and if it is sound a revision is issued;
 *   <li>the newest revision serves, once the CRD is the one of its graph;
 *   <li>revisions that are too old go;
 *   <li>the status is written, if it says anything new.
 * </ol>
 */
final class GroupReconciler implements Reconciler {
  private final ApiType type;
  private final GroupEnvironment environment;
  private final RevisionStep revisions;
  private final ServingStep serving;
  private final DecisionStep decision;
  private final DeletionStep deletion;
  private final GroupStatusWriter status;

  /** A reconciler of groups of a kind. */
  GroupReconciler(ApiType type, GroupEnvironment environment, InstanceWatch instances) {
    this.type = type;
    this.environment = environment;
    this.revisions = new RevisionStep(environment);
    this.serving = new ServingStep(environment);
    this.decision = new DecisionStep(environment, revisions, serving);
    this.deletion = new DeletionStep(environment, instances);
    this.status =
        new GroupStatusWriter(
            environment.cluster(),
            environment.world(),
            environment.events(),
            environment.observer());
  }

  @Override
  public Outcome reconcile(ObjectKey key) {
    Optional<LiveGroup> group = environment.world().find(type, key.name());
    if (group.isEmpty()) {
      forget(key.name());
      return Outcome.done();
    }
    try {
      return group.get().isDeleting() ? delete(group.get()) : run(group.get());
    } catch (ApiException e) {
      return new Outcome.Retry(
          String.valueOf(e.getMessage()), e.retryAfter().orElse(Duration.ZERO));
    }
  }

  private Outcome run(LiveGroup found) throws ApiException {
    withdrawPredecessor(found);
    LiveGroup group = hold(found);
    GroupPass pass = new GroupPass(group, environment.now());
    Outcome outcome;
    try {
      List<GraphRevision> own = revisions.of(group);
      outcome = decision.take(pass, own);
      revisions.collect(own, Set.of(serving.servingRevision(group)));
    } catch (ApiException e) {
      if (e.isTransient() || e.kind() == ApiException.Kind.CONFLICT) {
        throw e;
      }
      pass.revisionsFailed(String.valueOf(e.getMessage()));
      outcome = Outcome.retry(String.valueOf(e.getMessage()));
    }
    status.write(pass);
    return outcome;
  }

  private LiveGroup hold(LiveGroup group) throws ApiException {
    if (group.isHeld()) {
      return group;
    }
    List<String> finalizers = new ArrayList<>(group.finalizers());
    finalizers.add(LiveGroup.FINALIZER);
    LiveGroup held =
        new LiveGroup(
            type,
            environment.cluster().patch(group.ref(), DeletionStep.finalizers(group, finalizers)));
    environment.world().offer(type, held.json());
    return held;
  }

  private Outcome delete(LiveGroup group) throws ApiException {
    if (!group.isHeld()) {
      forget(group.name());
      return Outcome.done();
    }
    DeletionStep.Hold hold = deletion.hold(group);
    if (hold instanceof DeletionStep.Hold.Free) {
      return deletion.release(group);
    }
    if (hold instanceof DeletionStep.Hold.Instances instances) {
      sayInstancesRemain(group, instances.message());
      return Outcome.done();
    }
    if (hold instanceof DeletionStep.Hold.Refused refused) {
      sayInstancesRemain(group, refused.message());
      return Outcome.retry(refused.message());
    }
    return Outcome.again(environment.settings().progressDelay());
  }

  private void sayInstancesRemain(LiveGroup group, String message) throws ApiException {
    GroupPass pass = new GroupPass(group, environment.now());
    Optional<LiveCrd> crd = environment.crds().find(group.instanceKind());
    serving.keepServing(pass, crd.map(LiveCrd::name).orElse(""), revisions.of(group));
    pass.instancesRemain(message);
    status.write(pass);
  }

  /** The object is gone, whoever took it away. */
  private void forget(String name) {
    environment.awaited().await(waiter(name), Set.of());
    environment.compiler().forget(name);
    deletion.forget(waiter(name));
    withdraw(source -> source.name().equals(name));
  }

  /** A group of the same name that was there before is no more, even if nobody saw it go. */
  private void withdrawPredecessor(LiveGroup group) {
    withdraw(source -> source.name().equals(group.name()) && !source.uid().equals(group.uid()));
  }

  private void withdraw(Predicate<GraphSource> gone) {
    environment.registry().all().values().stream()
        .map(ServedGraph::source)
        .filter(source -> source.kind().equals(type.gvk().kind()) && gone.test(source))
        .flatMap(source -> environment.registry().withdraw(source).stream())
        .map(rival -> new Waiter(rival.kind(), rival.name()))
        .forEach(environment.waking()::wake);
  }

  private Waiter waiter(String name) {
    return new Waiter(type.gvk().kind(), name);
  }
}
