package io.kro4j.compiler.render;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.instance.ChildObject;
import io.kro4j.compiler.instance.Decision;
import io.kro4j.compiler.instance.DesiredObject;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.compiler.instance.KroMetadata;
import io.kro4j.compiler.instance.LevelWalk;
import io.kro4j.compiler.instance.ObjectOwner;
import io.kro4j.compiler.instance.Observation;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.compiler.schema.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands for the cluster: what was observed, and what is applied to it. An object that is applied
 * comes back as it was applied, with what was observed of it; without simulation only what was
 * observed is there.
 */
final class SimulatedCluster implements LevelWalk.World<RuntimeException> {
  private final LiveObjects live;
  private final Map<String, Map<String, Object>> statuses;
  private final boolean simulate;
  private final Map<ObjectName, Map<String, @Nullable Object>> objects = new LinkedHashMap<>();
  private final Set<ObjectName> used = new LinkedHashSet<>();
  private final Map<String, List<ChildObject>> applied = new HashMap<>();
  private final Set<ObjectName> desired = new LinkedHashSet<>();
  private final Set<GroupKind> kinds = new LinkedHashSet<>();
  private final Set<String> namespaces = new LinkedHashSet<>();
  private boolean refused;

  /**
   * A cluster.
   *
   * @param observed the objects in it
   * @param statuses for nodes by their id: the status that their objects get when they are applied
   * @param types the types of the graph: objects of a namespaced one that do not say theirs are in
   *     the instance's namespace
   */
  SimulatedCluster(
      List<ObservedObject> observed,
      Collection<ApiType> types,
      String namespace,
      LiveObjects live,
      Map<String, Map<String, Object>> statuses,
      boolean simulate) {
    this.live = live;
    this.statuses = statuses;
    this.simulate = simulate;
    Map<GroupKind, ApiType> byKind = new HashMap<>();
    types.forEach(type -> byKind.put(GroupKind.of(type.gvk()), type));
    for (ObservedObject object : observed) {
      ApiType type = byKind.get(ObjectName.type(object.json()));
      Map<String, @Nullable Object> json = object.json();
      if (type != null && type.scope() == Scope.NAMESPACED) {
        json = LiveObjects.inNamespace(json, namespace);
      }
      objects.put(name(type, json), json);
    }
  }

  private static ObjectName name(
      @Nullable ApiType type, Map<String, ? extends @Nullable Object> json) {
    return type == null
        ? new ObjectName(
            ObjectName.type(json),
            PlainJson.text(PlainJson.at(json, "metadata", "namespace")).orElse(""),
            PlainJson.text(PlainJson.at(json, "metadata", "name")).orElse(""))
        : ObjectName.of(type, json);
  }

  @Override
  public void cover(Collection<GroupKind> moreKinds, Collection<String> moreNamespaces) {
    kinds.addAll(moreKinds);
    namespaces.addAll(moreNamespaces);
  }

  @Override
  public Supplier<Observation> apply(
      Node node, List<ChildObject> wanted, Optional<String> obstacle) {
    wanted.forEach(object -> desired.add(name(object)));
    if (obstacle.isEmpty()) {
      applied.put(node.id(), wanted);
    }
    List<@Nullable Map<String, @Nullable Object>> found = new ArrayList<>();
    Map<Integer, String> failures = new LinkedHashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      ChildObject object = wanted.get(i);
      Map<String, @Nullable Object> before = find(name(object));
      Optional<String> problem =
          obstacle.or(
              () ->
                  Optional.ofNullable(before)
                      .flatMap(json -> ObjectOwner.obstacle(json, object.json())));
      if (problem.isPresent()) {
        failures.put(i, problem.get());
        found.add(null);
        refused = true;
      } else {
        found.add(apply(node, object, before));
      }
    }
    return () -> new Observation(found, failures);
  }

  private @Nullable Map<String, @Nullable Object> apply(
      Node node, ChildObject object, @Nullable Map<String, @Nullable Object> before) {
    boolean deleting =
        before != null && PlainJson.at(before, "metadata", "deletionTimestamp") != null;
    if (deleting || (before == null && !simulate)) {
      return before;
    }
    Map<String, @Nullable Object> after = live.applied(object, before);
    if (statuses.containsKey(node.id())) {
      after.put("status", statuses.get(node.id()));
    }
    objects.put(name(object), after);
    return after;
  }

  private static ObjectName name(ChildObject object) {
    DesiredObject desired = object.desired();
    return ObjectName.of(desired.type(), desired.namespace(), desired.name());
  }

  private @Nullable Map<String, @Nullable Object> find(ObjectName name) {
    used.add(name);
    return objects.get(name);
  }

  @Override
  public Observation lookUp(Node node, Decision.Lookup lookup) {
    Map<String, @Nullable Object> found =
        find(ObjectName.of(lookup.type(), lookup.namespace(), lookup.name()));
    return found == null ? Observation.absent() : Observation.of(found);
  }

  @Override
  public Observation lookUp(Node node, Decision.LookupAll lookup) {
    List<Map<String, @Nullable Object>> selected = new ArrayList<>();
    GroupKind type = GroupKind.of(lookup.type().gvk());
    objects.forEach(
        (name, object) -> {
          boolean inNamespace =
              lookup.namespace() == null || lookup.namespace().equals(name.namespace());
          if (name.type().equals(type)
              && inNamespace
              && lookup
                  .selector()
                  .matches(PlainJson.object(PlainJson.at(object, "metadata", "labels")))) {
            used.add(name);
            selected.add(object);
          }
        });
    return Observation.of(selected);
  }

  /**
   * Deletes what an instance owns and does not want.
   *
   * @param applySet the id of its ApplySet
   * @return what was deleted
   */
  List<Map<String, @Nullable Object>> prune(String applySet) {
    List<Map<String, @Nullable Object>> pruned = new ArrayList<>();
    for (ObjectName name : List.copyOf(objects.keySet())) {
      Map<String, @Nullable Object> object = objects.getOrDefault(name, Map.of());
      Object owner = PlainJson.at(object, "metadata", "labels", KroMetadata.PART_OF);
      if (applySet.equals(owner) && !desired.contains(name)) {
        used.add(name);
        objects.remove(name);
        pruned.add(object);
      }
    }
    return pruned;
  }

  /** The objects that were applied for a node; none if something stood in the way. */
  List<ChildObject> applied(String node) {
    return applied.getOrDefault(node, List.of());
  }

  /** Whether an object could not be applied. */
  boolean refused() {
    return refused;
  }

  /** The types of what is applied. */
  Set<GroupKind> kinds() {
    return kinds;
  }

  /** The namespaces of what is applied. */
  Set<String> namespaces() {
    return namespaces;
  }

  /** What is in the cluster now. */
  List<Map<String, @Nullable Object>> objects() {
    return List.copyOf(objects.values());
  }

  /** Whether anything asked for an object that was observed. */
  boolean isUsed(ObservedObject object, String namespace) {
    GroupKind type = ObjectName.type(object.json());
    String name = PlainJson.text(PlainJson.at(object.json(), "metadata", "name")).orElse("");
    Optional<String> own = PlainJson.text(PlainJson.at(object.json(), "metadata", "namespace"));
    return used.contains(new ObjectName(type, own.orElse(namespace), name))
        || used.contains(new ObjectName(type, "", name));
  }
}
