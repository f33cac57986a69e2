package io.kro4j.runtime.controller.group;

import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.compiler.instance.status.Condition;
import io.kro4j.compiler.instance.status.ConditionSet;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.Patch;
import io.kro4j.runtime.controller.ObjectKey;
import io.kro4j.runtime.controller.Outcome;
import io.kro4j.runtime.controller.Reconciler;
import io.kro4j.runtime.revision.GraphRevision;
import io.kro4j.runtime.status.StatusPatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings one revision to where it should be:
 *
 * <ol>
 *   <li>one that is deleted is forgotten and let go;
 *   <li>the finalizer is put on it;
 *   <li>its snapshot is compiled, unless a newer revision serves in its place;
 *   <li>the status is written;
 *   <li>only then may it serve, and its group is woken.
 * </ol>
 */
final class RevisionReconciler implements Reconciler {
  private static final String VERIFIED = "GraphVerified";

  private final GroupEnvironment environment;
  private final Set<String> kinds;
  private final KnownRevisions known;

  /**
   * A reconciler of revisions.
   *
   * @param kinds the kinds of groups that are looked after; revisions of others are somebody else's
   */
  RevisionReconciler(GroupEnvironment environment, Set<String> kinds) {
    this.environment = environment;
    this.kinds = kinds;
    this.known = environment.world().revisions();
  }

  @Override
  public Outcome reconcile(ObjectKey key) {
    Optional<Map<String, Object>> object =
        environment.world().object(GroupWorld.REVISION, key.name());
    Optional<GraphRevision> revision = object.flatMap(GraphRevision::read);
    if (object.isEmpty() || revision.isEmpty()) {
      known.remove(key.name()).ifPresent(this::forget);
      environment.awaited().await(RevisionStep.waiter(key.name()), Set.of());
      return Outcome.done();
    }
    known.put(revision.get());
    if (!isOurs(revision.get())) {
      return Outcome.done();
    }
    try {
      return revision.get().terminating()
          ? release(revision.get())
          : run(revision.get(), object.get());
    } catch (ApiException e) {
      return new Outcome.Retry(
          String.valueOf(e.getMessage()), e.retryAfter().orElse(Duration.ZERO));
    }
  }

  private boolean isOurs(GraphRevision revision) {
    Set<String> owners = revision.ownerKinds();
    return owners.isEmpty() || owners.stream().anyMatch(kinds::contains);
  }

  private Outcome release(GraphRevision revision) throws ApiException {
    if (revision.isHeld()) {
      List<String> others =
          revision.finalizers().stream()
              .filter(name -> !name.equals(GraphRevision.FINALIZER))
              .toList();
      try {
        patch(revision, others);
      } catch (ApiException e) {
        if (e.kind() != ApiException.Kind.NOT_FOUND) {
          throw e;
        }
      }
    }
    forget(revision);
    return Outcome.done();
  }

  private Outcome run(GraphRevision revision, Map<String, Object> object) throws ApiException {
    if (!revision.isHeld()) {
      List<String> finalizers = new ArrayList<>(revision.finalizers());
      finalizers.add(GraphRevision.FINALIZER);
      environment.world().offer(GroupWorld.REVISION, patch(revision, finalizers));
    }
    boolean judged = condition(object).isPresent();
    if (known.active(revision).isPresent() || (judged && !isNewest(revision))) {
      return Outcome.done();
    }
    known.pending(revision);
    CompiledDefinition compiled = compile(revision);
    writeStatus(object, compiled);
    if (compiled instanceof CompiledDefinition.Sound sound) {
      known.activate(revision, sound);
    } else {
      known.fail(revision, (CompiledDefinition.Unsound) compiled);
    }
    wakeGroups(revision);
    return awaitTypes(revision, compiled);
  }

  private CompiledDefinition compile(GraphRevision revision) throws ApiException {
    Definition definition = Definition.of(revision.group(), Map.of(), revision.spec());
    long start = environment.nanoTime().getAsLong();
    CompiledDefinition compiled =
        isNewest(revision)
            ? environment.compiler().compile(definition)
            : environment.compiler().compileOnce(definition);
    environment
        .observer()
        .compiled(
            compiled instanceof CompiledDefinition.Sound,
            Duration.ofNanos(environment.nanoTime().getAsLong() - start));
    return compiled;
  }

  private void writeStatus(Map<String, Object> object, CompiledDefinition compiled)
      throws ApiException {
    Map<String, Object> metadata = PlainJson.object(object.get("metadata"));
    Map<String, Object> before = PlainJson.object(object.get("status"));
    Map<String, @Nullable Object> after = new LinkedHashMap<>(before);
    ConditionSet conditions =
        new ConditionSet(
            GroupPass.READY,
            List.of(VERIFIED),
            Condition.listOf(before),
            metadata.get("generation") instanceof Number number ? number.longValue() : 0,
            environment.now());
    if (compiled instanceof CompiledDefinition.Sound sound) {
      conditions.holds(VERIFIED, "Verified", "graph revision compiled and verified");
      GroupStatus.putGraph(after, sound.graph().graph());
    } else if (compiled instanceof CompiledDefinition.Unsound unsound) {
      conditions.fails(VERIFIED, "InvalidGraph", unsound.message());
      GroupStatus.removeGraph(after);
    }
    GroupStatus.putConditions(after, conditions.list());
    Optional<Map<String, @Nullable Object>> patch = StatusPatch.between(before, after);
    if (patch.isEmpty()) {
      return;
    }
    String name = PlainJson.text(metadata.get("name")).orElse("");
    try {
      environment
          .world()
          .offer(
              GroupWorld.REVISION,
              environment.cluster().patch(RevisionStep.ref(name), GroupStatus.patch(patch.get())));
    } catch (ApiException e) {
      environment.observer().revisionStatusFailed();
      throw e;
    }
  }

  private Outcome awaitTypes(GraphRevision revision, CompiledDefinition compiled) {
    Set<GroupKind> kinds =
        compiled instanceof CompiledDefinition.Unsound unsound
            ? unsound.missing().stream().map(GroupKind::of).collect(Collectors.toSet())
            : Set.of();
    environment.awaited().await(RevisionStep.waiter(revision.name()), kinds);
    return kinds.isEmpty() ? Outcome.done() : Outcome.again(environment.settings().recheck());
  }

  private void forget(GraphRevision revision) {
    if (known.evict(revision)) {
      environment.observer().evicted();
    }
    wakeGroups(revision);
  }

  /** Groups of both kinds may have the name. */
  private void wakeGroups(GraphRevision revision) {
    GroupWorld.GROUPS.forEach(
        type -> environment.waking().wake(new Waiter(type.gvk().kind(), revision.group())));
  }

  private boolean isNewest(GraphRevision revision) {
    return known.of(revision.group()).stream()
        .noneMatch(other -> !other.terminating() && other.number() > revision.number());
  }

  private static Optional<Condition> condition(Map<String, Object> object) {
    return Condition.listOf(PlainJson.object(object.get("status"))).stream()
        .filter(condition -> condition.type().equals(VERIFIED))
        .findFirst();
  }

  private Map<String, Object> patch(GraphRevision revision, List<String> finalizers)
      throws ApiException {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("uid", revision.uid());
    metadata.put("finalizers", finalizers);
    return environment
        .cluster()
        .patch(RevisionStep.ref(revision.name()), Patch.merge(Map.of("metadata", metadata)));
  }
}
