package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import io.kro4j.compiler.instance.ApplySetInventory;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.runtime.apply.Deletion;
import io.kro4j.runtime.apply.Members;
import io.kro4j.runtime.apply.Members.Member;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.ObjectRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what an instance owns and its graph does not want any more, dependents first, and takes
 * it off the inventory. Runs only after a pass in which nothing was left undecided: what waits may
 * want its object again.
 */
final class PruneStep {
  private final Members members;
  private final Deletion deletion;
  private final Map<String, Integer> positions = new HashMap<>();

  PruneStep(Members members, Deletion deletion, ResourceGraph graph) {
    this.members = members;
    this.deletion = deletion;
    for (Node node : graph.nodes()) {
      positions.put(node.id(), positions.size());
    }
  }

  /** What came of it. */
  enum Outcome {
    /** Nothing is left to prune. */
    CLEAN,
    /** What was to be pruned is gone or going. */
    PRUNED,
    /** An object became another one in the meantime; the next pass decides about it. */
    REPLACED
  }

  /** The version does not count: an object is the same in all versions of its type. */
  private record Identity(GroupKind kind, @Nullable String namespace, String name) {
    private static Identity of(ObjectRef ref) {
      return new Identity(GroupKind.of(ref.type().gvk()), ref.namespace(), ref.name());
    }
  }

  /**
   * Prunes.
   *
   * @param desired what is to exist
   * @throws ApiException if objects cannot be found or deleted
   */
  Outcome run(Set<ObjectRef> desired, MetadataStep metadata) throws ApiException {
    ApplySetInventory inventory = metadata.inventory();
    Set<Identity> wanted = desired.stream().map(Identity::of).collect(Collectors.toSet());
    List<Member> orphans =
        members.of(inventory.id(), inventory.groupKinds()).stream()
            .filter(member -> !wanted.contains(Identity.of(member.ref())))
            .toList();
    for (List<Member> wave : wavesOf(orphans)) {
      Deletion.Outcome outcome = deletion.delete(wave);
      if (outcome.failure().isPresent()) {
        throw outcome.failure().get();
      }
      if (!outcome.replaced().isEmpty()) {
        return Outcome.REPLACED;
      }
    }
    shrink(desired, metadata);
    return orphans.isEmpty() ? Outcome.CLEAN : Outcome.PRUNED;
  }

  /** Those of nodes that the graph does not know first, then from the end of the graph. */
  private Iterable<List<Member>> wavesOf(List<Member> orphans) {
    SortedMap<Integer, List<Member>> waves = new TreeMap<>();
    for (Member orphan : orphans) {
      int wave = -positions.getOrDefault(orphan.node(), Integer.MAX_VALUE);
      waves.computeIfAbsent(wave, key -> new ArrayList<>()).add(orphan);
    }
    return waves.values();
  }

  private static void shrink(Set<ObjectRef> desired, MetadataStep metadata) throws ApiException {
    Set<GroupKind> kinds = new LinkedHashSet<>();
    Set<String> namespaces = new LinkedHashSet<>();
    for (ObjectRef ref : desired) {
      kinds.add(GroupKind.of(ref.type().gvk()));
      if (ref.namespace() != null) {
        namespaces.add(ref.namespace());
      }
    }
    metadata.shrinkTo(kinds, namespaces);
  }
}
