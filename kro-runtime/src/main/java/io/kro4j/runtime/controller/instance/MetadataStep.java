package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.ApplySetInventory;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.compiler.instance.InstanceLabels;
import io.kro4j.compiler.instance.InstanceMetadata;
import io.kro4j.compiler.instance.InventoryReader;
import io.kro4j.compiler.instance.RememberedInventory;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.cluster.FieldManager;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.registry.GraphSource;
import io.kro4j.runtime.watch.Subscription;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps finalizer, labels and ApplySet inventory of one instance. They are written in one request,
 * before anything is applied that the inventory does not name yet: whatever happens afterwards, all
 * children are found again.
 */
final class MetadataStep {
  private static final FieldManager MANAGER = FieldManager.of("kro.run/applyset-parent");

  private final Cluster cluster;
  private final Subscription instances;
  private final ApiType api;
  private final Map<String, String> labels;
  private final String version;
  private final RememberedInventory remembered;
  private Map<String, Object> instance;
  private ApplySetInventory inventory;
  private boolean sound;
  private boolean isOvertaken;

  /**
   * The metadata of one instance in one pass.
   *
   * @param group where the graph of the instance comes from
   * @param version the version of the runtime
   */
  MetadataStep(
      Cluster cluster,
      Subscription instances,
      ApiType api,
      Map<String, Object> instance,
      GraphSource group,
      String version) {
    this.cluster = cluster;
    this.instances = instances;
    this.api = api;
    this.version = version;
    this.instance = instance;
    this.labels = InstanceLabels.of(group.name(), group.uid(), version);
    this.remembered = InventoryReader.read(api, instance);
    this.inventory =
        remembered instanceof RememberedInventory.Found found
            ? found.inventory()
            : ApplySetInventory.empty(ApplySetInventory.id(api, instance));
  }

  /** What the instance carried when the pass began. */
  RememberedInventory remembered() {
    return remembered;
  }

  /** Whether others changed the instance since it was read. */
  boolean isOvertaken(KindWatches watches, InstanceKey key) {
    return isOvertaken || !Marks.of(instance).hold(watches, key);
  }

  /** What the instance carries now. */
  ApplySetInventory inventory() {
    return inventory;
  }

  /**
   * Makes sure that the inventory covers objects, and that finalizer and labels are there.
   *
   * @throws ApiException if they cannot be written; then nothing may be applied
   */
  void cover(Collection<GroupKind> kinds, Collection<String> namespaces) throws ApiException {
    write(inventory.union(ApplySetInventory.of(api, instance, kinds, namespaces)));
  }

  /**
   * Makes the inventory cover nothing but these objects.
   *
   * @throws ApiException if it cannot be written; the larger one does no harm
   */
  void shrinkTo(Collection<GroupKind> kinds, Collection<String> namespaces) throws ApiException {
    write(ApplySetInventory.of(api, instance, kinds, namespaces));
  }

  private void write(ApplySetInventory wanted) throws ApiException {
    if (sound && wanted.equals(inventory)) {
      return;
    }
    inventory = wanted;
    InstanceMetadata metadata = InstanceMetadata.of(labels, wanted, version);
    if (metadata.isOn(instance)) {
      sound = true;
      return;
    }
    ObjectRef ref = ObjectRef.of(api, instance);
    Map<String, Object> wantedObject = object(ref, metadata);
    Map<String, Object> written =
        Cluster.await(instances.write(ref, () -> cluster.applyAsync(ref, wantedObject, MANAGER)));
    isOvertaken |= !Marks.of(written).ofOthers().equals(Marks.of(instance).ofOthers());
    instance = written;
    sound = true;
  }

  private Map<String, Object> object(ObjectRef ref, InstanceMetadata wanted) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", ref.name());
    if (ref.namespace() != null) {
      metadata.put("namespace", ref.namespace());
    }
    // With the uid nothing is created if the instance was deleted in the meantime.
    metadata.put("uid", String.valueOf(PlainJson.at(instance, "metadata", "uid")));
    metadata.putAll(wanted.fields());
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", api.gvk().apiVersion());
    object.put("kind", api.gvk().kind());
    object.put("metadata", metadata);
    return object;
  }
}
