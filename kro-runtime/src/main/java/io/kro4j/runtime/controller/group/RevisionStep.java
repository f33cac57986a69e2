package io.kro4j.runtime.controller.group;

import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.cluster.Patch;
import io.kro4j.runtime.revision.GraphRevision;
import io.kro4j.runtime.revision.Retention;
import io.kro4j.runtime.revision.RevisionName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds, adopts, issues and clears away the revisions of a group. */
final class RevisionStep {
  private static final Logger LOG = LoggerFactory.getLogger(RevisionStep.class);

  private final GroupEnvironment environment;

  RevisionStep(GroupEnvironment environment) {
    this.environment = environment;
  }

  /** What came of issuing a revision. */
  sealed interface Issued {
    /** There is a new revision, or one that this process has not heard of yet. */
    record Done() implements Issued {}

    /**
     * There cannot be one.
     *
     * @param message why, for users
     */
    record Impossible(String message) implements Issued {}
  }

  /**
   * The revisions of a group, oldest first. Those of an owner that is no more are adopted.
   *
   * @throws ApiException if one cannot be adopted
   */
  List<GraphRevision> of(LiveGroup group) throws ApiException {
    GroupWorld world = environment.world();
    List<GraphRevision> own =
        world.revisions().of(group.name()).stream()
            .filter(revision -> revision.belongsTo(group.owner(), this::isLive))
            .toList();
    for (GraphRevision revision : own) {
      if (!revision.terminating() && !revision.isControlledBy(group.owner())) {
        adopt(group, revision);
      }
    }
    return own;
  }

  /**
   * Makes a revision of the group's spec.
   *
   * @param latest the newest revision that is known
   * @throws ApiException if the request fails for a reason that may pass
   */
  Issued issue(LiveGroup group, long number, Optional<GraphRevision> latest) throws ApiException {
    if (!environment.world().serves(GroupWorld.REVISION)) {
      return new Issued.Impossible(
          "the CRD " + GroupWorld.REVISION.crdName() + " is not installed");
    }
    long known = latest.map(GraphRevision::number).orElse(0L);
    if (group.lastIssuedRevision() > known && learn(group, group.lastIssuedRevision())) {
      return new Issued.Done();
    }
    Map<String, Object> draft =
        GraphRevision.draft(
            group.owner(),
            number,
            group.generation(),
            group.spec(),
            environment.settings().runtimeVersion());
    try {
      learn(environment.cluster().create(GroupWorld.REVISION, null, draft));
    } catch (ApiException e) {
      if (e.kind() == ApiException.Kind.CONFLICT) {
        return taken(group, number);
      }
      throw e;
    }
    environment.observer().issued(latest.isEmpty() ? "no_revision" : "spec_changed");
    return new Issued.Done();
  }

  /** Deletes what is too old to be kept; that it fails is no reason to stop. */
  void collect(List<GraphRevision> revisions, Set<Long> serving) {
    List<GraphRevision> live = revisions.stream().filter(r -> !r.terminating()).toList();
    int kept = environment.settings().keptRevisions();
    for (GraphRevision revision : Retention.surplus(live, kept, serving)) {
      try {
        environment.cluster().delete(ref(revision.name()), revision.uid()).ifPresent(this::learn);
        environment.observer().collected(true);
      } catch (ApiException e) {
        LOG.warn("An old revision stays revision={} reason={}", revision.name(), e.getMessage());
        environment.observer().collected(false);
        return;
      }
    }
  }

  private Issued taken(LiveGroup group, long number) throws ApiException {
    if (learn(group, number)) {
      return new Issued.Done();
    }
    return new Issued.Impossible(
        "GraphRevision "
            + RevisionName.of(group.name(), number)
            + " belongs to another definition of the name "
            + group.name());
  }

  /** Asks for a revision that this process should know; tells whether the group has it. */
  private boolean learn(LiveGroup group, long number) throws ApiException {
    Optional<Map<String, Object>> object =
        environment.cluster().get(ref(RevisionName.of(group.name(), number)));
    Optional<GraphRevision> revision =
        object
            .flatMap(GraphRevision::read)
            .filter(found -> found.belongsTo(group.owner(), this::isLive));
    if (revision.isEmpty() || object.isEmpty()) {
      return false;
    }
    learn(object.get());
    return true;
  }

  private void learn(Map<String, Object> object) {
    environment.world().offer(GroupWorld.REVISION, object);
    GraphRevision.read(object)
        .ifPresent(revision -> environment.waking().wake(waiter(revision.name())));
  }

  private void adopt(LiveGroup group, GraphRevision revision) throws ApiException {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("uid", revision.uid());
    metadata.put("ownerReferences", revision.adoptedBy(group.owner()));
    environment
        .world()
        .offer(
            GroupWorld.REVISION,
            environment
                .cluster()
                .patch(ref(revision.name()), Patch.merge(Map.of("metadata", metadata))));
  }

  private boolean isLive(String uid) {
    return environment.world().kindOf(uid).isPresent();
  }

  static Waiter waiter(String revision) {
    return new Waiter(GraphRevision.KIND, revision);
  }

  static ObjectRef ref(String revision) {
    return new ObjectRef(GroupWorld.REVISION, null, revision);
  }
}
