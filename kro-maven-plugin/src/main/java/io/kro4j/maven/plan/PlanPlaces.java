package io.kro4j.maven.plan;

import io.kro4j.compiler.plan.ApiPlan;
import io.kro4j.compiler.plan.Breakage;
import io.kro4j.compiler.plan.CrdFinding;
import io.kro4j.compiler.plan.Plan;
import io.kro4j.compiler.plan.Waiver;
import io.kro4j.maven.message.ShownPaths;

/**
 * The places of a plan. Files of a project are named from its own folder while they are compiled; a
 * plan is about a whole repository, and names them from its top, as it does those with instances.
 */
final class PlanPlaces {
  private final ShownPaths paths;

  /**
   * Places of a project.
   *
   * @param prefix the path from the top of the repository to the project's folder, empty or ending
   *     in a slash
   */
  PlanPlaces(String prefix) {
    this.paths = new ShownPaths(prefix);
  }

  /** The same plan with the places in the repository. */
  Plan rename(Plan plan) {
    return new Plan(plan.before(), plan.after(), plan.apis().stream().map(this::rename).toList());
  }

  private ApiPlan rename(ApiPlan api) {
    return new ApiPlan(
        api.group(),
        api.formerGroup(),
        api.before(),
        api.after(),
        api.change(),
        api.crd().stream().map(this::rename).toList(),
        api.graph(),
        api.rights(),
        api.instances(),
        api.removal().map(this::rename),
        rename(api.waiver()));
  }

  private CrdFinding rename(CrdFinding finding) {
    return new CrdFinding(
        finding.change(), paths.rename(finding.place()), paths.rename(finding.before()));
  }

  private Breakage rename(Breakage breakage) {
    return new Breakage(
        breakage.rule(),
        breakage.message(),
        breakage.place().map(paths::rename),
        breakage.before().map(paths::rename));
  }

  private Waiver rename(Waiver waiver) {
    return new Waiver(waiver.kind(), waiver.text(), waiver.place().map(paths::rename));
  }
}
