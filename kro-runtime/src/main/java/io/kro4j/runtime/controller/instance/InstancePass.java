package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.instance.ChildMetadata;
import io.kro4j.compiler.instance.InstanceEvaluation;
import io.kro4j.compiler.instance.NodeStatus;
import io.kro4j.compiler.instance.NodeStatus.State;
import io.kro4j.compiler.instance.RememberedInventory;
import io.kro4j.runtime.apply.ChildApplier;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.controller.Outcome;
import io.kro4j.runtime.controller.instance.Routes.Reference;
import io.kro4j.runtime.registry.ServedGraph;
import java.time.Duration;
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
  private final List<List<Node>> levels;
  private final InstanceKey key;
  private final Map<String, Object> instance;
  private final InstanceMemory memory;
  private final Set<Reference> references = new HashSet<>();

  InstancePass(
      InstanceEnvironment environment,
      KindWatches watches,
      ServedGraph served,
      List<List<Node>> levels,
      InstanceKey key,
      Map<String, Object> instance,
      InstanceMemory memory) {
    this.environment = environment;
    this.watches = watches;
    this.served = served;
    this.levels = levels;
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
    if (metadata.remembered() instanceof RememberedInventory.Damaged damaged) {
      String why = "`" + damaged.key() + "` of the instance " + damaged.message();
      write(PassFindings.unmanaged(why));
      return Outcome.done();
    }
    InstanceEvaluation evaluation = evaluation();
    if (Suspension.isRequested(instance)) {
      metadata.cover(Set.of(), Set.of());
      write(PassFindings.suspended(evaluation));
      return Outcome.done();
    }
    LevelPass pass = levelPass(evaluation, metadata);
    pass.run();
    environment.routes().retain(key, references);
    memory.applied().retain(pass.desired());
    Optional<String> pruning = prune(evaluation, pass, metadata);
    write(PassFindings.evaluated(evaluation, pruning));
    return next(pass, pruning);
  }

  private InstanceEvaluation evaluation() {
    return served
        .graph()
        .evaluate(instance, environment.settings().evaluationUntil(environment.nanoTime()));
  }

  private LevelPass levelPass(InstanceEvaluation evaluation, MetadataStep metadata) {
    return new LevelPass(
        evaluation,
        levels,
        watches,
        new ChildApplier(environment.cluster()),
        ChildMetadata.of(served.api(), instance, environment.settings().version()),
        memory.applied(),
        metadata,
        reference -> {
          references.add(reference);
          environment.routes().refer(key, reference);
        });
  }

  /** What is still in the way of having pruned everything. */
  private Optional<String> prune(
      InstanceEvaluation evaluation, LevelPass pass, MetadataStep metadata) throws ApiException {
    boolean undecided =
        evaluation.states().stream()
            .map(NodeStatus::state)
            .anyMatch(state -> state == State.ERROR || state == State.IN_PROGRESS);
    if (undecided || !pass.refusals().isEmpty()) {
      return Optional.empty();
    }
    PruneStep.Outcome outcome =
        new PruneStep(
                environment.members(watches::members),
                environment.deletion(),
                served.graph().graph())
            .run(pass.desired(), metadata);
    return outcome == PruneStep.Outcome.REPLACED
        ? Optional.of("an object to be pruned was replaced by another one")
        : Optional.empty();
  }

  private void write(PassFindings findings) throws ApiException {
    Set<String> authorFields = served.graph().graph().status().fields().keySet();
    environment.statusWriter().write(watches, authorFields, instance, findings);
  }

  private Outcome next(LevelPass pass, Optional<String> pruning) {
    Duration requeue = environment.settings().requeue();
    if (pass.refusals().isEmpty()) {
      memory.forgetRefusals();
      return pruning.isPresent() ? Outcome.again(requeue) : Outcome.done();
    }
    for (ApiException refusal : pass.refusals()) {
      if (refusal.isTransient() || refusal.kind() == ApiException.Kind.CONFLICT) {
        return new Outcome.Retry(
            String.valueOf(refusal.getMessage()), refusal.retryAfter().orElse(Duration.ZERO));
      }
    }
    return Outcome.again(memory.waitAfterRefusal(requeue));
  }
}
