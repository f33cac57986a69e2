package io.kro4j.compiler.plan;

import java.util.List;

/**
 * What changes from one state to another.
 *
 * @param before what the one state is called
 * @param after what the other state is called
 * @param apis an entry for each API of either state, by the name of its group
 */
public record Plan(PlanState.Name before, PlanState.Name after, List<ApiPlan> apis) {
  /** Copies the list. */
  public Plan {
    apis = List.copyOf(apis);
  }

  /** Whether anything changes at all. */
  public boolean isEmpty() {
    return apis.stream().allMatch(ApiPlan::isEmpty);
  }

  /** The breaking changes that nobody gave a reason for. */
  public List<Breakage> unwaived() {
    return apis.stream()
        .filter(api -> !api.waiver().waives())
        .flatMap(api -> api.breakages().stream())
        .toList();
  }

  /** The breaking changes that somebody gave a reason for. */
  public List<Breakage> waived() {
    return apis.stream()
        .filter(api -> api.waiver().waives())
        .flatMap(api -> api.breakages().stream())
        .toList();
  }
}
