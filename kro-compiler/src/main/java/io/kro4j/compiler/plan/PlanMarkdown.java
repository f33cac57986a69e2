package io.kro4j.compiler.plan;

import java.util.List;

/**
 * A plan as Markdown for a pull request: a table of the APIs, and below it what changes of each.
 * Whatever comes from files stands in code, so that nothing in it is taken for Markdown.
 */
public final class PlanMarkdown {
  /** A comment of a pull request must not be longer than 65,536 characters. */
  private static final int MOST_INSTANCES = 20;

  private final StringBuilder text = new StringBuilder();

  private PlanMarkdown() {}

  /** The text; ends with a line feed. */
  public static String of(Plan plan) {
    PlanMarkdown markdown = new PlanMarkdown();
    markdown.head(plan);
    plan.apis().stream().filter(api -> !api.isEmpty()).forEach(markdown::api);
    return markdown.text.toString();
  }

  private void head(Plan plan) {
    line("## Plan: from " + code(plan.before().text()) + " to " + code(plan.after().text()));
    line("");
    if (plan.isEmpty()) {
      line("Nothing changes.");
      return;
    }
    int breaking = plan.unwaived().size();
    int waived = plan.waived().size();
    line(
        breaking == 0 && waived == 0
            ? "Nothing breaks."
            : PlanWords.count(breaking, "breaking change")
                + " without a reason, "
                + waived
                + " with one.");
    line("");
    line("| API | group | | CRD | graph | rights | instances |");
    line("|---|---|---|---|---|---|---|");
    plan.apis().stream().filter(api -> !api.isEmpty()).forEach(this::row);
  }

  private void row(ApiPlan api) {
    line(
        "| "
            + String.join(
                " | ",
                code(api.api().gvk().toString()),
                code(api.group()),
                PlanWords.summary(api),
                number(api.crd().size()),
                number(changes(api.graph())),
                number(api.rights().gained().size() + api.rights().lost().size()),
                number(api.instances().size()))
            + " |");
  }

  private static int changes(GraphPlan graph) {
    return graph.added().size()
        + graph.removed().size()
        + graph.renamed().size()
        + graph.changed().size()
        + (graph.order().isPresent() ? 1 : 0)
        + graph.status().size()
        + graph.settings().size();
  }

  private static String number(int changes) {
    return changes == 0 ? "" : Integer.toString(changes);
  }

  private void api(ApiPlan api) {
    line("");
    line("### " + code(api.api().gvk().toString()));
    if (!api.breakages().isEmpty()) {
      line("");
      api.breakages().forEach(this::breakage);
      line("");
      line("> " + plain(PlanWords.waiver(api)));
    }
    List<String> rest = PlanText.details(api);
    if (!rest.isEmpty()) {
      line("");
      line("```diff");
      // Colours go by the first character.
      rest.forEach(line -> line(line.replaceFirst("^( +)([-+]) ", "$2$1 ")));
      line("```");
    }
    api.instances().stream().limit(MOST_INSTANCES).forEach(this::instance);
    int more = api.instances().size() - MOST_INSTANCES;
    if (more > 0) {
      line("");
      line("And " + PlanWords.count(more, "more instance") + ".");
    }
  }

  private void instance(InstancePlan instance) {
    line("");
    line("<details><summary>" + html(PlanWords.instance(instance)) + "</summary>");
    line("");
    instance.problems().forEach(problem -> line("- " + plain(PlanWords.problem(problem))));
    if (!instance.diff().isEmpty()) {
      line("");
      line("````diff");
      // A line of the diff begins with its mark, so none of them closes the block.
      instance.diff().forEach(this::line);
      line("````");
    }
    line("");
    line("</details>");
  }

  private static String html(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void breakage(Breakage breakage) {
    String place =
        breakage
            .place()
            .map(span -> code(PlanWords.place(span)) + ": ")
            .or(() -> breakage.before().map(span -> code(PlanWords.place(span)) + " before: "))
            .orElse("");
    line(
        "- **breaks** "
            + place
            + plain(PlanWords.flat(breakage.message()))
            + " ("
            + breakage.rule()
            + ")");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** A text in which only code, in back ticks, has a meaning. */
  private static String plain(String message) {
    return message.replaceAll("[<>|*_\\[\\]#\\\\](?=(?:[^`]*`[^`]*`)*[^`]*$)", "\\\\$0");
  }

  private static String code(String value) {
    return "`" + value.replace('`', '\'').replace("|", "\\|") + "`";
  }
}
