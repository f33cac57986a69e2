package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.instance.ChildMetadata;
import io.kro4j.compiler.instance.InstanceEvaluation;
import io.kro4j.compiler.instance.LevelWalk;
import io.kro4j.compiler.instance.RememberedInventory;
import io.kro4j.compiler.instance.Suspension;
import io.kro4j.compiler.instance.status.PassFindings;
import io.kro4j.compiler.instance.status.PassFindings.Pruning;
import io.kro4j.runtime.apply.ChildApplier;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.ApiException.Kind;
import io.kro4j.runtime.controller.Outcome;
import io.kro4j.runtime.controller.instance.Routes.Reference;
import io.kro4j.runtime.registry.ServedGraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One pass over one instance that is there to stay. */
final class InstancePass {
  private final InstanceEnvironment environment;
  private final KindWatches watches;
  private final ServedGraph served;
  private final InstanceKey key;
  private final Map<String, Object> instance;
  private final InstanceMemory memory;
  private final Set<Reference> references = new HashSet<>();

  InstancePass(
      InstanceEnvironment environment,
      KindWatches watches,
      ServedGraph served,
      InstanceKey key,
      Map<String, Object> instance,
      InstanceMemory memory) {
    this.environment = environment;
    this.watches = watches;
    this.served = served;
    this.key = key;
    this.instance = instance;
    this.memory = memory;
  }

  /**
   * Runs the pass.
   *
   * @throws ApiException if it cannot go on; the next one begins anew
   */
  Outcome run() throws ApiException {
    MetadataStep metadata =
        new MetadataStep(
            environment.cluster(),
            watches.instances(),
            served.api(),
            instance,
            served.source(),
            environment.settings().version());
    Outcome outcome = run(metadata);
    return metadata.isOvertaken(watches, key) ? Outcome.atOnce() : outcome;
  }

  private Outcome run(MetadataStep metadata) throws ApiException {
    if (metadata.remembered() instanceof RememberedInventory.Damaged damaged) {
      String why = "`" + damaged.key() + "` of the instance " + damaged.message();
      write(PassFindings.unmanaged(why));
      return Outcome.done();
    }
    InstanceEvaluation evaluation = evaluation();
    ClusterWorld world = world(metadata);
    ChildMetadata childMetadata =
        ChildMetadata.of(served.api(), instance, environment.settings().version());
    boolean suspended = Suspension.isRequested(instance);
    try {
      if (suspended) {
        metadata.cover(Set.of(), Set.of());
      } else {
        new LevelWalk<>(evaluation, served.graph().levels(), childMetadata, world).run();
      }
    } catch (ApiException e) {
      return unmanaged(e);
    }
    if (suspended) {
      write(PassFindings.suspended(evaluation));
      return Outcome.done();
    }
    environment.routes().retain(key, references);
    memory.applied().retain(world.desired());
    List<ApiException> refusals = new ArrayList<>(world.refusals());
    Optional<Pruning> pruning = prune(evaluation, world, metadata, refusals);
    write(PassFindings.evaluated(evaluation, pruning, world.contested()));
    Outcome next = next(refusals, world.isBlocked(), pruning.isPresent());
    return next instanceof Outcome.Done ? Outcome.again(world.calm()) : next;
  }

  /** Says on the instance what it lacks, unless the same request may well succeed later. */
  private Outcome unmanaged(ApiException e) throws ApiException {
    if (e.isTransient() || e.kind() == Kind.CONFLICT || e.kind() == Kind.NOT_FOUND) {
      throw e;
    }
    write(PassFindings.unmanaged("its metadata cannot be written: " + e.getMessage()));
    return next(List.of(e), false, false);
  }

  private InstanceEvaluation evaluation() {
    return served
        .graph()
        .evaluate(instance, environment.settings().evaluationUntil(environment.nanoTime()));
  }

  private ClusterWorld world(MetadataStep metadata) {
    return new ClusterWorld(
        watches,
        new ChildApplier(environment.cluster(), environment.nanoTime()),
        memory.applied(),
        metadata,
        reference -> {
          references.add(reference);
          environment.routes().refer(key, reference);
        },
        environment.nodes());
  }

  /** What is still in the way of having pruned everything. */
  private Optional<Pruning> prune(
      InstanceEvaluation evaluation,
      ClusterWorld world,
      MetadataStep metadata,
      List<ApiException> refusals) {
    if (!evaluation.isDecided() || !refusals.isEmpty()) {
      return Optional.empty();
    }
    PruneStep step =
        new PruneStep(
            environment.members(watches::members), environment.deletion(), served.graph().graph());
    try {
      return step.run(world.desired(), metadata) == PruneStep.Outcome.REPLACED
          ? Optional.of(new Pruning("an object to be pruned was replaced by another one", false))
          : Optional.empty();
    } catch (ApiException e) {
      refusals.add(e);
      return Optional.of(
          new Pruning("what is not wanted any more cannot be deleted: " + e.getMessage(), true));
    }
  }

  private void write(PassFindings findings) throws ApiException {
    Set<String> authorFields = served.graph().graph().status().fields().keySet();
    environment.statusWriter().write(watches, authorFields, instance, findings);
  }

  private Outcome next(List<ApiException> refusals, boolean isBlocked, boolean isToBePruned) {
    Duration requeue = environment.settings().requeue();
    if (refusals.isEmpty() && !isBlocked) {
      memory.forgetRefusals();
      return isToBePruned ? Outcome.again(requeue) : Outcome.done();
    }
    for (ApiException refusal : refusals) {
      if (refusal.isTransient() || refusal.kind() == Kind.CONFLICT) {
        return new Outcome.Retry(
            String.valueOf(refusal.getMessage()), refusal.retryAfter().orElse(Duration.ZERO));
      }
    }
    return Outcome.again(memory.waitAfterRefusal(requeue));
  }
}
