package io.kro4j.compiler.plan;

import io.kro4j.compiler.graph.ApiType;
import java.util.List;
import java.util.Optional;

/**
 * What changes of one API.
 *
 * @param group the name of its group, after the change if it is still there
 * @param formerGroup the name that the group had, if it was renamed
 * @param before the API as it was; empty if it is new, or did not compile
 * @param after the API as it will be; empty if it is removed
 * @param change the change in one word
 * @param crd the changes of its CRD
 * @param graph the changes of the graph behind it
 * @param rights the changes of what the controller may do
 * @param instances what changes for instances
 * @param removal that the API goes, as a breaking change
 * @param waiver what the group says of breaking changes
 */
public record ApiPlan(
    String group,
    Optional<String> formerGroup,
    Optional<ApiType> before,
    Optional<ApiType> after,
    Change change,
    List<CrdFinding> crd,
    GraphPlan graph,
    RightsPlan rights,
    List<InstancePlan> instances,
    Optional<Breakage> removal,
    Waiver waiver) {

  /** What becomes of an API. */
  public enum Change {
    /** It is new. */
    ADDED("added"),
    /** It goes. */
    REMOVED("removed"),
    /** Something of it changes. */
    CHANGED("changed"),
    /** Nothing of it changes. */
    NONE("unchanged"),
    /** It did not compile before, so that nobody can say. */
    UNKNOWN("unknown");

    private final String text;

    Change(String text) {
      this.text = text;
    }

    /** The word that reports use. */
    public String text() {
      return text;
    }
  }

  /** Copies the lists. */
  public ApiPlan {
    crd = List.copyOf(crd);
    instances = List.copyOf(instances);
  }

  /** The same with what changes for instances. */
  ApiPlan withInstances(List<InstancePlan> instances) {
    return new ApiPlan(
        group, formerGroup, before, after, change, crd, graph, rights, instances, removal, waiver);
  }

  /** Whether nothing changes, neither of the API nor for instances. */
  public boolean isEmpty() {
    return change == Change.NONE && instances.isEmpty();
  }

  /** The API: as it will be, or else as it was. */
  public ApiType api() {
    return after.or(() -> before).orElseThrow();
  }

  /** All that may break objects or clients, whether or not the group waives it. */
  public List<Breakage> breakages() {
    return removal.isPresent()
        ? List.of(removal.get())
        : crd.stream().filter(CrdFinding::breaking).map(CrdFinding::breakage).toList();
  }
}
