package io.kro4j.runtime.controller.group;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.ListQuery;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.cluster.Patch;
import io.kro4j.runtime.cluster.PlainJson;
import io.kro4j.runtime.controller.Outcome;
import io.kro4j.runtime.controller.group.LiveGroup.DeletionPolicy;
import io.kro4j.runtime.crd.CrdWatch;
import io.kro4j.runtime.crd.LiveCrd;
import io.kro4j.runtime.registry.GraphSource;
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

  /**
   * What there is to do before the group may go.
   *
   * @return why it may not go yet, for users; empty if nothing holds it
   * @throws ApiException if a request fails
   */
  Optional<String> holds(LiveGroup group) throws ApiException {
    Optional<LiveCrd> crd = ownCrd(group);
    if (crd.isEmpty()
        || group.deletionPolicy() == DeletionPolicy.LEAVE_INSTANCES
        || !successors(group).isEmpty()) {
      return Optional.empty();
    }
    ApiType type = crd.get().servedType();
    instances.watch(type, group.waiter());
    List<Map<String, Object>> left = environment.cluster().list(ListQuery.of(type)).items();
    if (left.isEmpty()) {
      return Optional.empty();
    }
    if (group.deletionPolicy() == DeletionPolicy.INSTANCES_FIRST) {
      delete(type, left);
      return Optional.of("waiting for " + describe(type, left) + " to be deleted");
    }
    return Optional.of(
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

  private void delete(ApiType type, List<Map<String, Object>> left) throws ApiException {
    for (Map<String, Object> instance : left) {
      Map<String, Object> metadata = PlainJson.object(instance.get("metadata"));
      if (metadata.get("deletionTimestamp") == null) {
        environment
            .cluster()
            .delete(ObjectRef.of(type, instance), PlainJson.text(metadata.get("uid")).orElse(""));
      }
    }
  }

  private static String describe(ApiType type, List<Map<String, Object>> left) {
    List<String> names = new ArrayList<>();
    left.stream()
        .limit(NAMED)
        .map(instance -> ObjectRef.of(type, instance))
        .map(ref -> ref.namespace() == null ? ref.name() : ref.namespace() + "/" + ref.name())
        .forEach(names::add);
    if (left.size() > NAMED) {
      names.add("and " + (left.size() - NAMED) + " more");
    }
    GroupVersionKind gvk = type.gvk();
    return left.size() + " " + gvk.kind() + " (" + String.join(", ", names) + ")";
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
