package io.kro4j.compiler.plan;

import io.kro4j.compiler.diagnostics.DiagnosticId;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan as lines for a terminal. {@code !} marks what breaks, {@code +} what comes, {@code -} what
 * goes, {@code ~} what changes.
 */
public final class PlanText {
  private static final int MOST_INSTANCES = 20;

  private final List<String> lines = new ArrayList<>();

  private PlanText() {}

  /** The lines of a plan; APIs of which nothing changes have none. */
  public static List<String> of(Plan plan) {
    PlanText text = new PlanText();
    plan.apis().stream().filter(api -> !api.isEmpty()).forEach(text::api);
    return List.copyOf(text.lines);
  }

  /**
   * A line for each API with breaking changes that nobody gave a reason for: how to give one. The
   * changes themselves are among the lines of the plan, and in {@link PlanFindings}.
   */
  public static List<String> complaints(Plan plan) {
    List<String> complaints = new ArrayList<>();
    for (ApiPlan api : plan.apis()) {
      if (!api.breakages().isEmpty() && !api.waiver().waives()) {
        String count = PlanWords.count(api.breakages().size(), "breaking change");
        String id = " [" + DiagnosticId.PLAN_BREAKING_CHANGE.code() + "]";
        complaints.add(PlanWords.title(api) + ": " + count + "; " + PlanWords.waiver(api) + id);
      }
    }
    return complaints;
  }

  /** What changes of an API and does not break, without what the API is called. */
  static List<String> details(ApiPlan api) {
    PlanText text = new PlanText();
    for (CrdFinding finding : api.crd()) {
      if (!finding.breaking()) {
        text.lines.add("  ~ " + breakage(finding.breakage()));
      }
    }
    text.graph(api.graph());
    text.rights(api.rights());
    return text.lines;
  }

  private void api(ApiPlan api) {
    lines.add(PlanWords.title(api) + ": " + PlanWords.summary(api));
    api.removal().ifPresent(removal -> lines.add("  ! " + breakage(removal)));
    crd(api);
    graph(api.graph());
    rights(api.rights());
    instances(api.instances());
    if (!api.breakages().isEmpty() && api.waiver().waives()) {
      lines.add("  breaking changes, " + PlanWords.waiver(api));
    }
  }

  private void crd(ApiPlan api) {
    if (api.crd().isEmpty()) {
      return;
    }
    lines.add("  CRD " + api.api().crdName());
    for (CrdFinding finding : api.crd()) {
      lines.add("    " + (finding.breaking() ? "! " : "~ ") + breakage(finding.breakage()));
    }
  }

  private static String breakage(Breakage breakage) {
    String place =
        breakage
            .place()
            .map(PlanWords::place)
            .or(() -> breakage.before().map(before -> PlanWords.place(before) + " before"))
            .map(text -> text + ": ")
            .orElse("");
    return place + PlanWords.flat(breakage.message()) + " [" + breakage.rule() + "]";
  }

  private void graph(GraphPlan graph) {
    if (graph.isEmpty()) {
      return;
    }
    lines.add("  graph");
    graph.added().forEach(node -> lines.add("    + node " + node.id() + ", " + node.type().gvk()));
    graph
        .removed()
        .forEach(node -> lines.add("    - node " + node.id() + ", " + node.type().gvk()));
    graph
        .renamed()
        .forEach(names -> lines.add("    ~ node " + names.from() + " is now " + names.to()));
    for (GraphPlan.NodeChange node : graph.changed()) {
      lines.add("    ~ node " + node.id());
      node.fields().forEach(field -> lines.add("        " + PlanWords.field(field)));
    }
    graph
        .order()
        .ifPresent(
            order -> {
              lines.add("    ~ order");
              lines.add("        " + PlanWords.order(order.before()) + " →");
              lines.add("        " + PlanWords.order(order.after()));
            });
    graph.status().forEach(field -> lines.add("    ~ " + PlanWords.field(field)));
    graph.settings().forEach(field -> lines.add("    ~ controller " + PlanWords.field(field)));
  }

  private void rights(RightsPlan rights) {
    if (rights.isEmpty()) {
      return;
    }
    lines.add("  rights of the controller");
    rights.gained().forEach(right -> lines.add("    + " + PlanWords.right(right)));
    rights.lost().forEach(right -> lines.add("    - " + PlanWords.right(right)));
    rights.newNotes().forEach(note -> lines.add("    + " + note));
  }

  private void instances(List<InstancePlan> instances) {
    if (instances.isEmpty()) {
      return;
    }
    lines.add("  instances");
    instances.stream().limit(MOST_INSTANCES).forEach(this::instance);
    int more = instances.size() - MOST_INSTANCES;
    if (more > 0) {
      lines.add("    and " + PlanWords.count(more, "more instance"));
    }
  }

  /** What comes or goes as a whole has no need of a diff. */
  private void instance(InstancePlan instance) {
    lines.add("    " + PlanWords.instance(instance));
    instance.problems().forEach(problem -> lines.add("      ! " + PlanWords.problem(problem)));
    if (instance.change() == InstancePlan.Change.CHANGED) {
      instance.diff().forEach(line -> lines.add("      " + line));
    }
  }
}
