package io.kro4j.maven;

import io.kro4j.maven.goal.Compile;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Compiles ResourceGroups and writes what comes out, to be committed: CRDs, CompiledGraphs, RBAC
 * and a kustomization. Nothing is written if anything is wrong, and no file whose content is the
 * same. Files of an earlier run that no longer come out are removed; other files are left alone.
 */
@Mojo(
    name = "compile",
    defaultPhase = LifecyclePhase.GENERATE_RESOURCES,
    requiresProject = false,
    threadSafe = true)
public final class CompileMojo extends CompilingMojo {
  /**
   * Whether a file that had to be written or removed fails the build, after that was done. For CI,
   * where everything that comes out is expected to be committed already.
   */
  @Parameter(property = "kro.failOnChange", defaultValue = "false")
  private boolean failOnChange;

  /**
   * Whether files are replaced that are where a file is to be written and that this plugin did not
   * write, or that were changed since.
   */
  @Parameter(property = "kro.overwrite", defaultValue = "false")
  private boolean overwrite;

  @Override
  GoalReport run(Settings settings, ProjectFolders folders) throws IOException {
    Compile.Writing writing = new Compile.Writing(overwrite, failOnChange);
    return new Compile(settings, folders, writing).run();
  }
}
