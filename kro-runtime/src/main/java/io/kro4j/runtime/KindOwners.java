package io.kro4j.runtime;

import io.kro4j.runtime.crd.LiveCrd;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells which kinds of instances are this process's business: those that a definition of a kind
 * defines that it was not told to leave alone. Another controller may serve the others, so their
 * instances are not touched even when nobody here serves them.
 */
final class KindOwners {
  private static final Set<ServedKind> LIVE =
      Set.of(ServedKind.RESOURCE_GROUP, ServedKind.RESOURCE_GRAPH_DEFINITION);

  private final Set<ServedKind> kinds;
  private final Function<String, Optional<String>> kindOf;

  /**
   * The owners of kinds.
   *
   * @param kinds the kinds of definitions that are served
   * @param kindOf the kind of the live group with a uid, whether it is served or not
   */
  KindOwners(Set<ServedKind> kinds, Function<String, Optional<String>> kindOf) {
    this.kinds = Set.copyOf(kinds);
    this.kindOf = kindOf;
  }

  /** Whether the kind of a CRD that comes from a group is this process's business. */
  boolean areOurs(LiveCrd crd) {
    if (crd.ownerUid().isEmpty()) {
      return kinds.contains(ServedKind.COMPILED_GRAPH);
    }
    // Of a group that is gone nobody knows any more of which kind it was.
    return kindOf
        .apply(crd.ownerUid())
        .map(owner -> kinds.stream().anyMatch(kind -> kind.kind().equals(owner)))
        .orElseGet(() -> kinds.containsAll(LIVE));
  }
}
