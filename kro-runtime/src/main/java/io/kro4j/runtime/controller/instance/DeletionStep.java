package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.ApplySetInventory;
import io.kro4j.compiler.instance.InstanceMetadata;
import io.kro4j.compiler.instance.InventoryReader;
import io.kro4j.compiler.instance.RememberedInventory;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.apply.Deletion;
import io.kro4j.runtime.apply.Members;
import io.kro4j.runtime.apply.Members.Member;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.cluster.Patch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Deletes what an instance owns, wave by wave, and then lets the instance go. Needs neither graph
 * nor CEL: the inventory says where the objects are, their annotations which goes when.
 */
final class DeletionStep {
  private final Cluster cluster;
  private final Members members;
  private final Deletion deletion;

  DeletionStep(Cluster cluster, Members members, Deletion deletion) {
    this.cluster = cluster;
    this.members = members;
    this.deletion = deletion;
  }

  /** How far a deletion is. */
  sealed interface Progress {
    /** Nothing is left, and the instance is let go. */
    record Gone() implements Progress {}

    /**
     * Objects are going.
     *
     * @param members those that must be gone before others are deleted
     * @param announced whether watches tell when they are gone
     */
    record Waiting(List<Member> members, boolean announced) implements Progress {}

    /**
     * It cannot go on until somebody mends it.
     *
     * @param message why
     */
    record Blocked(String message) implements Progress {}
  }

  /**
   * Goes one step further.
   *
   * @throws ApiException if the API server refuses
   */
  Progress run(ApiType api, Map<String, Object> instance) throws ApiException {
    RememberedInventory remembered = InventoryReader.read(api, instance);
    if (remembered instanceof RememberedInventory.Damaged damaged) {
      return new Progress.Blocked("`" + damaged.key() + "` of the instance " + damaged.message());
    }
    ApplySetInventory inventory =
        remembered instanceof RememberedInventory.Found found
            ? found.inventory()
            : ApplySetInventory.empty(ApplySetInventory.id(api, instance));
    List<Member> left = members.of(inventory.id(), inventory.groupKinds());
    if (left.isEmpty()) {
      release(api, instance);
      return new Progress.Gone();
    }
    List<Member> wave = Deletion.lastWave(left);
    Deletion.Outcome outcome = deletion.delete(wave);
    if (outcome.failure().isPresent()) {
      throw outcome.failure().get();
    }
    // Nothing tells of a member that became another object: it is found by looking again.
    boolean announced = outcome.replaced().isEmpty() && members.areWatched(inventory.groupKinds());
    return new Progress.Waiting(wave, announced);
  }

  /** Takes the finalizer off, unless the instance changed since it was read. */
  private void release(ApiType api, Map<String, Object> instance) throws ApiException {
    Map<String, Object> metadata = PlainJson.object(instance.get("metadata"));
    List<Object> finalizers = PlainJson.list(metadata.get("finalizers"));
    if (!finalizers.contains(InstanceMetadata.FINALIZER)) {
      return;
    }
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("resourceVersion", metadata.get("resourceVersion"));
    change.put(
        "finalizers",
        finalizers.stream().filter(each -> !InstanceMetadata.FINALIZER.equals(each)).toList());
    try {
      cluster.patch(ObjectRef.of(api, instance), Patch.merge(Map.of("metadata", change)));
    } catch (ApiException e) {
      if (e.kind() != ApiException.Kind.NOT_FOUND) {
        throw e;
      }
    }
  }
}
