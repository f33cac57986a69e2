package io.kro4j.runtime.controller.group;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.ListQuery;
import io.kro4j.runtime.cluster.Patch;
import io.kro4j.runtime.controller.Outcome;
import io.kro4j.runtime.controller.group.LiveGroup.DeletionPolicy;
import io.kro4j.runtime.crd.CrdWatch;
import io.kro4j.runtime.crd.LiveCrd;
import io.kro4j.runtime.registry.GraphSource;
import io.kro4j.runtime.watch.CachedObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a group go once its instances are gone. Upstream lets it go at once, and then nobody is left
 * to delete what the instances own.
 */
final class DeletionStep {
  private static final int NAMED = 3;

  private final GroupEnvironment environment;
  private final InstanceWatch instances;

  DeletionStep(GroupEnvironment environment, InstanceWatch instances) {
    this.environment = environment;
    this.instances = instances;
  }

  /** What holds a group that is deleted. */
  sealed interface Hold {
    /** Nothing. */
    record Free() implements Hold {}

    /** Nobody knows yet whether there are instances; the group is woken. */
    record Unknown() implements Hold {}

    /**
     * Instances are there, and the group is woken when one is gone.
     *
     * @param message which, for users
     */
    record Instances(String message) implements Hold {}

    /**
     * Instances are there and the API server refuses to delete them, which nothing announces the
     * end of.
     *
     * @param message which, and why, for users
     */
    record Refused(String message) implements Hold {}
  }

  /**
   * Finds out what holds a group, and deletes its instances if it says so.
   *
   * @throws ApiException if a request fails
   */
  Hold hold(LiveGroup group) throws ApiException {
    Optional<LiveCrd> crd = ownCrd(group);
    if (crd.isEmpty()
        || group.deletionPolicy() == DeletionPolicy.LEAVE_INSTANCES
        || !successors(group).isEmpty()) {
      return new Hold.Free();
    }
    ApiType type = crd.get().servedType();
    Optional<List<CachedObject>> known = instances.of(type, group.waiter());
    if (known.isEmpty()) {
      Optional<String> obstacle = instances.obstacle(group.waiter());
      return obstacle.isPresent()
          ? new Hold.Instances("instances cannot be looked for: " + obstacle.get())
          : new Hold.Unknown();
    }
    List<CachedObject> left = known.get();
    if (left.isEmpty()) {
      // The cache may be a moment behind, and nobody looks after an instance that is overlooked.
      return environment.cluster().list(ListQuery.of(type)).items().isEmpty()
          ? new Hold.Free()
          : new Hold.Unknown();
    }
    if (group.deletionPolicy() == DeletionPolicy.INSTANCES_FIRST) {
      return delete(type, left);
    }
    return new Hold.Instances(
        "deleted, but "
            + describe(type, left)
            + (left.size() == 1 ? " exists" : " exist")
            + ": delete them, or set the annotation kro4j.io/deletion-policy to instances-first to"
            + " have them deleted or to leave-instances to leave them without a controller");
  }

  /**
   * Lets the group go.
   *
   * @throws ApiException if a request fails
   */
  Outcome release(LiveGroup group) throws ApiException {
    Optional<LiveCrd> crd = ownCrd(group);
    boolean succeeded = !successors(group).isEmpty();
    List<GraphSource> rivals = environment.registry().withdraw(group.source());
    forget(group.waiter());
    if (crd.isPresent() && environment.settings().deletesCrds() && !succeeded) {
      environment.cluster().delete(CrdWatch.ref(crd.get().name()), crd.get().uid());
    }
    removeFinalizer(group);
    environment.awaited().await(group.waiter(), Set.of());
    environment.compiler().forget(group.name());
    rivals.forEach(rival -> environment.waking().wake(new Waiter(rival.kind(), rival.name())));
    environment
        .observer()
        .deleted(group.name(), Duration.between(group.deletedAt(), environment.clock().instant()));
    return Outcome.done();
  }

  /** The group is gone, and waits for its instances no more. */
  void forget(Waiter group) {
    instances.forget(group);
  }

  /** Others that serve the kind as soon as this group does not; then nothing is stranded. */
  private List<GraphSource> successors(LiveGroup group) {
    GroupKind kind = group.instanceKind();
    return environment
        .registry()
        .servedBy(group.source())
        .map(served -> environment.registry().rivals(kind))
        .orElse(List.of());
  }

  private Optional<LiveCrd> ownCrd(LiveGroup group) {
    return environment
        .crds()
        .find(group.instanceKind())
        .filter(LiveCrd::isOwned)
        .filter(crd -> crd.ownerUid().equals(group.uid()));
  }

  private Hold delete(ApiType type, List<CachedObject> left) throws ApiException {
    for (CachedObject instance : left) {
      if (!instance.isDeleting()) {
        try {
          environment.cluster().delete(instance.ref(), instance.uid());
        } catch (ApiException e) {
          if (e.isTransient() || e.kind() == ApiException.Kind.CONFLICT) {
            throw e;
          }
          return new Hold.Refused(describe(type, left) + " cannot be deleted: " + e.getMessage());
        }
      }
    }
    return new Hold.Instances("waiting for " + describe(type, left) + " to be deleted");
  }

  private static String describe(ApiType type, List<CachedObject> left) {
    List<String> names = new ArrayList<>();
    left.stream()
        .limit(NAMED)
        .map(CachedObject::ref)
        .map(ref -> ref.namespace() == null ? ref.name() : ref.namespace() + "/" + ref.name())
        .forEach(names::add);
    if (left.size() > NAMED) {
      names.add("and " + (left.size() - NAMED) + " more");
    }
    return left.size() + " " + type.gvk().kind() + " (" + String.join(", ", names) + ")";
  }

  private void removeFinalizer(LiveGroup group) throws ApiException {
    List<String> others =
        group.finalizers().stream().filter(name -> !name.equals(LiveGroup.FINALIZER)).toList();
    try {
      environment.cluster().patch(group.ref(), finalizers(group, others));
    } catch (ApiException e) {
      if (e.kind() != ApiException.Kind.NOT_FOUND) {
        throw e;
      }
    }
  }

  /** The patch that gives the group these finalizers, unless it changed meanwhile. */
  static Patch finalizers(LiveGroup group, List<String> finalizers) {
    return Patch.merge(
        Map.of(
            "metadata",
            Map.of(
                "uid",
                group.uid(),
                "resourceVersion",
                group.resourceVersion(),
                "finalizers",
                finalizers)));
  }
}
