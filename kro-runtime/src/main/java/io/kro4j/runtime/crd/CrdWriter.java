package io.kro4j.runtime.crd;

import io.kro4j.compiler.crd.compat.CrdChange;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.cluster.Patch;
import io.kro4j.runtime.revision.Owner;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the CRD of a live group what it shall be, as far as it may. */
public final class CrdWriter {
  private final Cluster cluster;
  private final CrdWatch crds;
  private final String runtimeVersion;

  /**
   * A writer.
   *
   * @param runtimeVersion the version of this runtime, as a label has it
   */
  public CrdWriter(Cluster cluster, CrdWatch crds, String runtimeVersion) {
    this.cluster = cluster;
    this.crds = crds;
    this.runtimeVersion = runtimeVersion;
  }

  /** What came of it. */
  public sealed interface Result {
    /**
     * The API server serves the kind as the CRD says.
     *
     * @param kind the kind
     * @param breaking the changes just made that break; mostly none
     * @param taken why the API server does not serve it under all its names, and what helps, for
     *     users; mostly empty
     */
    record Ready(String kind, List<CrdChange> breaking, Optional<String> taken) implements Result {}

    /**
     * The CRD changes soon by itself, and {@link CrdWatch} tells.
     *
     * @param message what is waited for
     */
    record Waiting(String message) implements Result {}

    /**
     * The CRD is not what it shall be and does not become so by itself.
     *
     * @param message why, for users
     */
    record Refused(String message) implements Result {}
  }

  /**
   * Writes the CRD if it differs.
   *
   * @param name the name of the CRD
   * @param compiled the CRD that the compiler made
   * @param owner the group
   * @param rights what the group may do
   * @throws ApiException if a request fails for a reason that may pass
   */
  public Result write(String name, Map<String, Object> compiled, Owner owner, CrdPlan.Rights rights)
      throws ApiException {
    Optional<LiveCrd> live = cluster.get(CrdWatch.ref(name)).map(LiveCrd::new);
    CrdPlan plan = CrdPlan.of(live, compiled, owner, runtimeVersion, rights);
    if (plan instanceof CrdPlan.Refused refused) {
      return new Result.Refused(refused.message());
    }
    if (plan instanceof CrdPlan.AwaitGone) {
      return new Result.Waiting("CRD " + name + " is being deleted");
    }
    try {
      if (plan instanceof CrdPlan.Create create) {
        return state(cluster.create(CrdWatch.TYPE, null, create.crd()), List.of());
      }
      if (plan instanceof CrdPlan.Update update) {
        Patch patch = Patch.merge(update.patch());
        List<CrdChange> breaking = update.changes().stream().filter(CrdChange::breaking).toList();
        return state(cluster.patch(CrdWatch.ref(name), patch), breaking);
      }
      return state(live.orElseThrow().json(), List.of());
    } catch (ApiException e) {
      if (e.kind() == ApiException.Kind.INVALID) {
        return new Result.Refused("the API server refuses CRD " + name + ": " + e.getMessage());
      }
      throw e;
    }
  }

  private Result state(Map<String, Object> json, List<CrdChange> breaking) {
    crds.offer(json);
    LiveCrd crd = new LiveCrd(json);
    Optional<String> taken =
        TakenNames.of(crd, crds::all)
            .map(why -> "names of CRD " + crd.name() + " are taken: " + why);
    if (crd.isEstablished()) {
      return new Result.Ready(crd.acceptedKind(), breaking, taken);
    }
    return taken
        .<Result>map(Result.Refused::new)
        .orElseGet(() -> new Result.Waiting("CRD " + crd.name() + " is not established yet"));
  }
}
