package io.kro4j.runtime.controller.group;

import io.kro4j.runtime.revision.GraphRevision;
import io.kro4j.runtime.revision.RevisionState;
import io.kro4j.runtime.revision.RevisionState.Stage;
import io.kro4j.runtime.revision.SpecHash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The revisions in the cluster by their groups, and how far this process is with each. Revisions
 * are told apart by uid: one made anew under an old name is another. Safe for concurrent use.
 */
final class KnownRevisions {
  private final Map<String, Map<String, GraphRevision>> byGroup = new LinkedHashMap<>();
  private final Map<String, GraphRevision> byName = new LinkedHashMap<>();
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private record Entry(RevisionState state, @Nullable CompiledDefinition compiled) {}

  /** A revision is in the cluster, or changed. */
  synchronized void put(GraphRevision revision) {
    remove(revision.name());
    byName.put(revision.name(), revision);
    byGroup
        .computeIfAbsent(revision.group(), group -> new LinkedHashMap<>())
        .put(revision.name(), revision);
  }

  /** A revision is no more. */
  synchronized Optional<GraphRevision> remove(String name) {
    GraphRevision known = byName.remove(name);
    if (known == null) {
      return Optional.empty();
    }
    Map<String, GraphRevision> siblings = byGroup.get(known.group());
    if (siblings != null) {
      siblings.remove(name);
      if (siblings.isEmpty()) {
        byGroup.remove(known.group());
      }
    }
    return Optional.of(known);
  }

  /** The revision of a name. */
  synchronized Optional<GraphRevision> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The revisions of all groups of a name, oldest first. */
  synchronized List<GraphRevision> of(String group) {
    Collection<GraphRevision> known = byGroup.getOrDefault(group, Map.of()).values();
    List<GraphRevision> revisions = new ArrayList<>(known);
    revisions.sort(Comparator.comparingLong(GraphRevision::number));
    return revisions;
  }

  /** How far this process is with a revision; empty if it has not begun. */
  synchronized Optional<RevisionState> state(GraphRevision revision) {
    return Optional.ofNullable(entries.get(revision.uid())).map(Entry::state);
  }

  /** What a revision compiled to, if it is active. */
  synchronized Optional<CompiledDefinition.Sound> active(GraphRevision revision) {
    Entry entry = entries.get(revision.uid());
    return entry != null && entry.compiled() instanceof CompiledDefinition.Sound sound
        ? Optional.of(sound)
        : Optional.empty();
  }

  /** Why a revision does not compile, if it does not. */
  synchronized Optional<String> failure(GraphRevision revision) {
    Entry entry = entries.get(revision.uid());
    return entry != null && entry.compiled() instanceof CompiledDefinition.Unsound unsound
        ? Optional.of(unsound.message())
        : Optional.empty();
  }

  /** A revision is being compiled; nothing changes if it was compiled before. */
  synchronized void pending(GraphRevision revision) {
    entries.computeIfAbsent(revision.uid(), uid -> entry(revision, Stage.PENDING, null));
  }

  /** A revision compiled, and its status says so. */
  synchronized void activate(GraphRevision revision, CompiledDefinition.Sound compiled) {
    entries.put(revision.uid(), entry(revision, Stage.ACTIVE, compiled));
  }

  /** A revision does not compile. */
  synchronized void fail(GraphRevision revision, CompiledDefinition.Unsound why) {
    entries.put(revision.uid(), entry(revision, Stage.FAILED, why));
  }

  /**
   * Forgets how far this process is with a revision.
   *
   * @return whether it had begun
   */
  synchronized boolean evict(GraphRevision revision) {
    return entries.remove(revision.uid()) != null;
  }

  /** How many revisions are at each stage, for metrics. */
  synchronized Map<Stage, Integer> count() {
    Map<Stage, Integer> count = new LinkedHashMap<>();
    for (Stage stage : Stage.values()) {
      count.put(stage, 0);
    }
    entries.values().forEach(entry -> count.merge(entry.state().stage(), 1, Integer::sum));
    return count;
  }

  private static Entry entry(
      GraphRevision revision, Stage stage, @Nullable CompiledDefinition compiled) {
    return new Entry(new RevisionState(SpecHash.of(revision.spec()), stage), compiled);
  }
}
