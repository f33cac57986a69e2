package io.kro4j.compiler.plan;

import io.kro4j.compiler.diff.UnifiedDiff;
import io.kro4j.compiler.schema.SchemaCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Renders the instances of both states and compares the objects that come out. */
public final class InstanceComparison {
  private static final int MOST_LINES = 200;

  private final Plan plan;
  private final StateRenderer before;
  private final StateRenderer after;
  private final Map<String, ApiPlan> apis = new LinkedHashMap<>();
  private final Map<ApiPlan, List<InstancePlan>> found = new HashMap<>();

  private InstanceComparison(Plan plan, StateRenderer before, StateRenderer after) {
    this.plan = plan;
    this.before = before;
    this.after = after;
    for (ApiPlan api : plan.apis()) {
      api.before().ifPresent(type -> apis.put(type.gvk().groupKind(), api));
      api.after().ifPresent(type -> apis.put(type.gvk().groupKind(), api));
    }
  }

  /**
   * A plan with what changes for instances.
   *
   * @param plan the plan without it
   * @param before the state as it was
   * @param after the state as it will be
   * @param files the files in which there may be instances; those of which nothing changes count
   *     only where their API changes
   * @param catalog the types of the objects
   */
  public static Plan compare(
      Plan plan,
      PlanState before,
      PlanState after,
      List<InstanceFile> files,
      SchemaCatalog catalog) {
    InstanceComparison comparison =
        new InstanceComparison(
            plan, new StateRenderer(before, catalog), new StateRenderer(after, catalog));
    comparison.compare(files);
    return comparison.result();
  }

  private void compare(List<InstanceFile> files) {
    Set<String> kinds = apis.keySet();
    List<FoundInstance> old = new ArrayList<>();
    List<FoundInstance> now = new ArrayList<>();
    for (InstanceFile file : files) {
      List<FoundInstance> later =
          file.after().map(source -> FoundInstance.in(source, kinds)).orElse(List.of());
      now.addAll(later);
      old.addAll(
          file.isSame()
              ? later
              : file.before().map(source -> FoundInstance.in(source, kinds)).orElse(List.of()));
    }
    InstancePairs.of(old, now).forEach(this::compare);
  }

  private void compare(InstancePairs.Pair pair) {
    FoundInstance instance = pair.instance();
    ApiPlan api = apis.get(instance.gvk().groupKind());
    if (api == null || (api.change() == ApiPlan.Change.NONE && isSame(pair))) {
      return;
    }
    StateRenderer.Result old =
        pair.before()
            .map(former -> before.render(former, Optional.empty()))
            .orElse(StateRenderer.Result.NOTHING);
    StateRenderer.Result now =
        pair.after()
            .map(later -> after.render(later, old.stored()))
            .orElse(StateRenderer.Result.NOTHING);
    boolean refused = pair.after().isPresent() && now.stored().isEmpty();
    List<String> diff =
        refused ? List.of() : UnifiedDiff.of(old.manifests(), now.manifests(), MOST_LINES);
    List<InstancePlan.Problem> problems = news(old.problems(), now.problems());
    if (!diff.isEmpty() || !problems.isEmpty()) {
      found
          .computeIfAbsent(api, any -> new ArrayList<>())
          .add(
              new InstancePlan(
                  instance.namespace(),
                  instance.name(),
                  change(pair),
                  instance.object().start(),
                  diff,
                  problems));
    }
  }

  /** The problems that there were not before. */
  private static List<InstancePlan.Problem> news(
      List<InstancePlan.Problem> old, List<InstancePlan.Problem> now) {
    return now.stream()
        .filter(
            problem -> old.stream().noneMatch(known -> known.message().equals(problem.message())))
        .toList();
  }

  private static boolean isSame(InstancePairs.Pair pair) {
    return pair.before().isPresent()
        && pair.after().isPresent()
        && pair.before().get().object().toJson().equals(pair.after().get().object().toJson());
  }

  private static InstancePlan.Change change(InstancePairs.Pair pair) {
    if (pair.before().isEmpty()) {
      return InstancePlan.Change.ADDED;
    }
    return pair.after().isEmpty() ? InstancePlan.Change.REMOVED : InstancePlan.Change.CHANGED;
  }

  private Plan result() {
    return new Plan(
        plan.before(),
        plan.after(),
        plan.apis().stream()
            .map(api -> api.withInstances(found.getOrDefault(api, List.of())))
            .toList());
  }
}
