package io.kro4j.runtime.crd;

import io.kro4j.compiler.instance.GroupKind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who is to be told when something happens to the CRD of a kind: those who need a kind that the
 * cluster lacks, and those whose kind has a CRD that is another's. Safe for concurrent use.
 *
 * @param <W> who waits; has equals and hashCode
 */
public final class AwaitedKinds<W> {
  private final Map<W, Set<GroupKind>> kinds = new LinkedHashMap<>();
  private final Map<GroupKind, Set<W>> waiting = new LinkedHashMap<>();

  /** Lets someone wait for these kinds from now on, and for no others. */
  public synchronized void await(W waiter, Set<GroupKind> awaited) {
    Set<GroupKind> before = kinds.getOrDefault(waiter, Set.of());
    for (GroupKind kind : before) {
      Set<W> others = waiting.get(kind);
      if (others != null && others.remove(waiter) && others.isEmpty()) {
        waiting.remove(kind);
      }
    }
    if (awaited.isEmpty()) {
      kinds.remove(waiter);
      return;
    }
    kinds.put(waiter, new HashSet<>(awaited));
    awaited.forEach(kind -> waiting.computeIfAbsent(kind, k -> new LinkedHashSet<>()).add(waiter));
  }

  /** Who waits for a kind. */
  public synchronized Set<W> of(GroupKind kind) {
    return Set.copyOf(waiting.getOrDefault(kind, Set.of()));
  }
}
