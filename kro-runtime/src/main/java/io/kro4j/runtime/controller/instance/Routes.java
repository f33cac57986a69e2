package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.LabelSelector;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which instances are to be woken by an object: the one that it is part of, and those that refer to
 * it by name or by labels. Safe for concurrent use.
 */
final class Routes {
  private final Map<String, InstanceKey> owners = new HashMap<>();
  private final Map<InstanceKey, Set<Reference>> references = new HashMap<>();
  private final Map<Reference.Named, Set<InstanceKey>> byName = new HashMap<>();
  private final Map<ApiType, Map<Reference.Selected, Set<InstanceKey>>> byLabels = new HashMap<>();

  /** What an instance refers to without owning it. */
  sealed interface Reference {
    /**
     * One object.
     *
     * @param namespace null if the type has none
     */
    record Named(ApiType type, @Nullable String namespace, String name) implements Reference {}

    /**
     * All objects with certain labels.
     *
     * @param namespace null for all namespaces
     */
    record Selected(ApiType type, @Nullable String namespace, LabelSelector selector)
        implements Reference {
      private boolean takes(@Nullable String place, Map<String, ?> labels) {
        return (namespace == null || namespace.equals(place)) && selector.matches(labels);
      }
    }
  }

  /** Routes the members of an ApplySet to its instance. */
  synchronized void own(String applySetId, InstanceKey instance) {
    owners.put(applySetId, instance);
  }

  /** Adds to what an instance refers to. */
  synchronized void refer(InstanceKey instance, Reference reference) {
    if (references.computeIfAbsent(instance, key -> new HashSet<>()).add(reference)) {
      index(reference).add(instance);
    }
  }

  /** Forgets what an instance refers to, but for these. */
  synchronized void retain(InstanceKey instance, Collection<Reference> kept) {
    Set<Reference> known = references.getOrDefault(instance, Set.of());
    for (Reference reference : List.copyOf(known)) {
      if (!kept.contains(reference)) {
        known.remove(reference);
        unindex(reference, instance);
      }
    }
    if (known.isEmpty()) {
      references.remove(instance);
    }
  }

  /** Forgets an instance. */
  synchronized void forget(String applySetId, InstanceKey instance) {
    owners.remove(applySetId);
    retain(instance, Set.of());
  }

  /** The instance that an ApplySet belongs to; null if it is not known. */
  synchronized @Nullable InstanceKey owner(String applySetId) {
    return owners.get(applySetId);
  }

  /** The instances that refer to an object, by its name or by its labels. */
  synchronized Set<InstanceKey> referring(
      ApiType type, @Nullable String namespace, String name, Map<String, ?> labels) {
    Set<InstanceKey> found =
        new LinkedHashSet<>(
            byName.getOrDefault(new Reference.Named(type, namespace, name), Set.of()));
    byLabels
        .getOrDefault(type, Map.of())
        .forEach(
            (selected, instances) -> {
              if (selected.takes(namespace, labels)) {
                found.addAll(instances);
              }
            });
    return found;
  }

  private Set<InstanceKey> index(Reference reference) {
    if (reference instanceof Reference.Named named) {
      return byName.computeIfAbsent(named, key -> new LinkedHashSet<>());
    }
    Reference.Selected selected = (Reference.Selected) reference;
    return byLabels
        .computeIfAbsent(selected.type(), type -> new HashMap<>())
        .computeIfAbsent(selected, key -> new LinkedHashSet<>());
  }

  private void unindex(Reference reference, InstanceKey instance) {
    Set<InstanceKey> instances = index(reference);
    instances.remove(instance);
    if (!instances.isEmpty()) {
      return;
    }
    if (reference instanceof Reference.Selected selected) {
      byLabels.getOrDefault(selected.type(), new HashMap<>()).remove(selected);
    } else {
      byName.remove(reference);
    }
  }
}
