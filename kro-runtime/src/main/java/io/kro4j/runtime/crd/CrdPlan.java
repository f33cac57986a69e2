package io.kro4j.runtime.crd;

import io.kro4j.compiler.crd.compat.CrdChange;
import io.kro4j.compiler.crd.compat.CrdComparison;
import io.kro4j.runtime.revision.Owner;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be done about the CRD of a live group. */
public sealed interface CrdPlan {
  /** Nothing: the CRD is what it shall be. */
  record Keep() implements CrdPlan {}

  /**
   * There is no CRD yet.
   *
   * @param crd the CRD to create
   */
  record Create(Map<String, Object> crd) implements CrdPlan {}

  /**
   * The CRD is another one.
   *
   * @param patch the merge patch that changes it
   * @param changes what changes
   */
  record Update(Map<String, Object> patch, List<CrdChange> changes) implements CrdPlan {}

  /** The CRD is being deleted; it can be created once it is gone. */
  record AwaitGone() implements CrdPlan {}

  /**
   * The CRD stays as it is.
   *
   * @param cause why
   * @param message one sentence for users
   */
  record Refused(Cause cause, String message) implements CrdPlan {}

  /** Why a CRD may not be changed. */
  enum Cause {
    /** It is not kro's. */
    FOREIGN,
    /** It is another group's. */
    TAKEN,
    /** Objects or clients that work with the old one may fail with the new one. */
    BREAKING
  }

  /**
   * What a group may do.
   *
   * @param breakingChanges whether it may make changes that break
   * @param compiledGraph the compiled graph of the same kind, whose CRD comes from Git, if there is
   *     one
   * @param groups the groups in the cluster, to tell owners that are no more
   */
  record Rights(boolean breakingChanges, Optional<String> compiledGraph, LiveGroups groups) {}

  /** The live groups in the cluster. */
  interface LiveGroups {
    /** The kind of the group with a uid; empty if there is none. */
    Optional<String> kindOf(String uid);
  }

  /**
   * Decides.
   *
   * @param live the CRD in the cluster, if there is one
   * @param compiled the CRD that the compiler made
   * @param owner the group
   * @param runtimeVersion the version of this runtime, as a label has it
   * @param rights what the group may do
   */
  static CrdPlan of(
      Optional<LiveCrd> live,
      Map<String, Object> compiled,
      Owner owner,
      String runtimeVersion,
      Rights rights) {
    Map<String, Object> desired = GroupCrd.of(compiled, owner, runtimeVersion);
    if (live.isEmpty()) {
      return new Create(desired);
    }
    LiveCrd crd = live.get();
    Optional<CrdPlan> conflict = CrdConflict.of(crd, owner, rights);
    if (conflict.isPresent()) {
      return conflict.get();
    }
    if (crd.isTerminating()) {
      return new AwaitGone();
    }
    List<CrdChange> changes = CrdComparison.compare(crd.json(), desired);
    if (changes.isEmpty() && !crd.hasConversion()) {
      return new Keep();
    }
    String breaking = CrdComparison.summary(changes);
    if (!breaking.isEmpty() && !rights.breakingChanges()) {
      return new Refused(
          Cause.BREAKING,
          "cannot update CRD " + crd.name() + ": breaking changes detected: " + breaking);
    }
    return new Update(GroupCrd.patch(desired, crd.resourceVersion()), changes);
  }

  /**
   * Whether the CRD in the cluster is the one of a graph, whoever it belongs to. So the graph that
   * served before a change of the CRD was refused is found again after a restart.
   *
   * @param live the CRD in the cluster
   * @param compiled the CRD of the graph
   */
  static boolean fits(LiveCrd live, Map<String, Object> compiled) {
    return CrdComparison.compare(live.json(), compiled).stream()
        .allMatch(
            change ->
                change.path().startsWith("labels.") || change.path().startsWith("annotations."));
  }
}
