package io.kro4j.runtime.crd;

import io.kro4j.compiler.instance.KroMetadata;
import io.kro4j.runtime.crd.CrdPlan.Cause;
import io.kro4j.runtime.crd.CrdPlan.Refused;
import io.kro4j.runtime.revision.Owner;
import java.util.Optional;

/**
 * Whose a CRD is. By upstream's rules it is the group's whose name it bears; one of a group of that
 * name that is no more is adopted.
 */
final class CrdConflict {
  private CrdConflict() {}

  /** Why the group may not have the CRD; empty if it may. */
  static Optional<CrdPlan> of(LiveCrd crd, Owner owner, CrdPlan.Rights rights) {
    if (!crd.isOwned()) {
      return refused(Cause.FOREIGN, crd, "CRD already exists and is not owned by KRO");
    }
    if (crd.ownerUid().equals(owner.uid())) {
      return Optional.empty();
    }
    Optional<String> holder = rights.groups().kindOf(crd.ownerUid());
    if (holder.isPresent()) {
      return refused(Cause.TAKEN, crd, ownedBy(holder.get(), crd.ownerName()));
    }
    if (rights.compiledGraph().isPresent()) {
      return refused(Cause.TAKEN, crd, ownedBy("CompiledGraph", rights.compiledGraph().get()));
    }
    if (!crd.ownerName().equals(owner.name())) {
      return refused(
          Cause.TAKEN,
          crd,
          ownedBy("ResourceGraphDefinition", crd.ownerName())
              + ", which does not exist any more; to hand it over, set its label "
              + KroMetadata.GROUP_NAME
              + " to "
              + owner.name());
    }
    return Optional.empty();
  }

  private static String ownedBy(String kind, String name) {
    return "CRD is owned by another " + kind + " " + name;
  }

  private static Optional<CrdPlan> refused(Cause cause, LiveCrd crd, String message) {
    return Optional.of(new Refused(cause, "cannot update CRD " + crd.name() + ": " + message));
  }
}
