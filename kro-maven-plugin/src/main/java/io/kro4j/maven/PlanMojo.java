package io.kro4j.maven;

import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.plan.PlanChanges;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Says what changes from one Git state to another: of each API its CRD, its graph and the rights of
 * the controller, of each instance in the repository its objects. A breaking change without a
 * reason fails the build.
 */
@Mojo(
    name = "plan",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class PlanMojo extends CompilingMojo {
  private static final List<String> ALL_YAML = List.of("**/*.yaml", "**/*.yml");

  /**
   * What to start from: a branch, tag or commit. The default is the commit where the work began:
   * the one that it has in common with the main branch.
   */
  @Parameter(property = "kro.base")
  private @Nullable String base;

  /** What to compare with it: a branch, tag or commit. The default is the working tree. */
  @Parameter(property = "kro.head")
  private @Nullable String head;

  /**
   * The files with instances, in the whole repository: Ant patterns from its top. What is in them
   * and is no instance does not matter. The default is all <code>.yaml</code> and <code>.yml</code>
   * files.
   */
  @Parameter(property = "kro.instances")
  private @Nullable List<String> instances;

  /**
   * Groups that are meant to be removed, each <code>name=reason</code>: what is gone cannot say
   * itself why.
   */
  @Parameter(property = "kro.removals")
  private @Nullable List<String> removals;

  /** Whether a breaking change without a reason is an error; it is a warning if not. */
  @Parameter(property = "kro.failOnBreaking", defaultValue = "true")
  private boolean failOnBreaking;

  @Override
  GoalReport run(Settings settings, ProjectFolders folders) throws IOException {
    List<String> chosen = orEmpty(instances);
    PlanChanges.Request request =
        new PlanChanges.Request(
            base == null ? "" : base,
            head == null ? "" : head,
            chosen.isEmpty() ? ALL_YAML : chosen,
            orEmpty(removals),
            failOnBreaking);
    return new PlanChanges(settings, settings.reporting().folder(), request).run();
  }
}
