package io.kro4j.compiler.plan;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.crd.compat.CrdComparison;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares two states. */
public final class Planner {
  private final PlanState before;
  private final PlanState after;
  private final Map<String, String> removals;

  private Planner(PlanState before, PlanState after, Map<String, String> removals) {
    this.before = before;
    this.after = after;
    this.removals = new TreeMap<>(removals);
  }

  /**
   * What changes from one state to another.
   *
   * @param before the state as it was
   * @param after the state as it will be
   * @param removals the groups that are meant to go, by name, each with the reason
   */
  public static Plan plan(PlanState before, PlanState after, Map<String, String> removals) {
    Planner planner = new Planner(before, after, removals);
    return new Plan(
        before.name(),
        after.name(),
        GroupPairs.of(before.groups(), after.groups()).stream().map(planner::api).toList());
  }

  private ApiPlan api(GroupPairs.Pair pair) {
    if (pair.after().isEmpty()) {
      return removed(pair.before().orElseThrow());
    }
    CompiledGroup now = pair.after().get();
    return pair.before().map(old -> compared(old, now)).orElseGet(() -> added(now));
  }

  private ApiPlan added(CompiledGroup group) {
    boolean unknown = before.broken().contains(group.name());
    return new ApiPlan(
        group.name(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(group.graph().api()),
        unknown ? ApiPlan.Change.UNKNOWN : ApiPlan.Change.ADDED,
        List.of(),
        unknown ? GraphPlan.NONE : GraphComparison.added(group.graph()),
        unknown
            ? RightsPlan.NONE
            : RightsComparison.compare(Optional.empty(), Optional.of(group.graph())),
        List.of(),
        Optional.empty(),
        Waiver.of(Optional.empty(), group));
  }

  private ApiPlan removed(CompiledGroup group) {
    boolean broken = after.broken().contains(group.name());
    String reason = removals.get(group.name());
    Breakage removal =
        new Breakage(
            Breakage.API_REMOVED,
            "the API `" + group.graph().api().gvk() + "` was removed, and with it every instance",
            Optional.empty(),
            Optional.of(group.source().name().span()));
    return new ApiPlan(
        group.name(),
        Optional.empty(),
        Optional.of(group.graph().api()),
        Optional.empty(),
        broken ? ApiPlan.Change.UNKNOWN : ApiPlan.Change.REMOVED,
        List.of(),
        broken ? GraphPlan.NONE : GraphComparison.removed(group.graph()),
        broken
            ? RightsPlan.NONE
            : RightsComparison.compare(Optional.of(group.graph()), Optional.empty()),
        List.of(),
        broken ? Optional.empty() : Optional.of(removal),
        reason == null ? Waiver.none() : Waiver.byParameter(reason));
  }

  private static ApiPlan compared(CompiledGroup old, CompiledGroup now) {
    List<CrdFinding> crd = crd(old, now);
    GraphPlan graph = GraphComparison.compare(old.graph(), now.graph());
    RightsPlan rights =
        RightsComparison.compare(Optional.of(old.graph()), Optional.of(now.graph()));
    boolean renamed = !old.name().equals(now.name());
    boolean same = crd.isEmpty() && graph.isEmpty() && rights.isEmpty() && !renamed;
    return new ApiPlan(
        now.name(),
        renamed ? Optional.of(old.name()) : Optional.empty(),
        Optional.of(old.graph().api()),
        Optional.of(now.graph().api()),
        same ? ApiPlan.Change.NONE : ApiPlan.Change.CHANGED,
        crd,
        graph,
        rights,
        List.of(),
        Optional.empty(),
        Waiver.of(Optional.of(old), now));
  }

  private static List<CrdFinding> crd(CompiledGroup old, CompiledGroup now) {
    return CrdComparison.compare(old.crd().json(), now.crd().json()).stream()
        .map(
            change ->
                new CrdFinding(
                    change,
                    SourcePlaces.of(now.source(), change.path()),
                    SourcePlaces.of(old.source(), change.path())))
        .toList();
  }
}
