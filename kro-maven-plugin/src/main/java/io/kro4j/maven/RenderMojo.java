package io.kro4j.maven;

import io.kro4j.maven.goal.Render;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Settings;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows what the runtime would do with instances: the objects it would apply, level by level, what
 * waits and for what, and the status it would write. Needs no cluster.
 */
@Mojo(name = "render", requiresProject = false, threadSafe = true)
public final class RenderMojo extends CompilingMojo {
  /**
   * Files with instances. Each entry is a file of which every document is an instance, or a folder
   * or an Ant pattern, in whose files other documents are passed over. Without any an instance is
   * made up for each group, with the required fields only.
   */
  @Parameter(property = "kro.instance")
  private @Nullable List<String> instances;

  /**
   * Objects as they are in the cluster, with their status, as <code>kubectl get -o yaml</code>
   * writes them: files, folders, Ant patterns.
   */
  @Parameter(property = "kro.observed")
  private @Nullable List<String> observed;

  /**
   * Whether objects come back as they were applied, with what was observed of them on top. With
   * <code>false</code> only what was observed is there, and what depends on other objects waits.
   */
  @Parameter(property = "kro.simulate", defaultValue = "true")
  private boolean simulate;

  /** The folder for what comes out; without it that goes to the standard output. */
  @Parameter(property = "kro.renderOutput")
  private @Nullable File renderOutput;

  /** The version of the runtime, which it writes into a label of all objects. */
  @Parameter(property = "kro.runtimeVersion", defaultValue = "${plugin.version}")
  private String runtimeVersion;

  @Override
  GoalReport run(Settings settings, ProjectFolders folders) throws IOException {
    Path folder =
        renderOutput == null
            ? null
            : settings.base().resolve(renderOutput.toPath()).toAbsolutePath().normalize();
    Render render =
        new Render(settings, orEmpty(instances), orEmpty(observed), simulate, runtimeVersion);
    return render.run(folder, standardOutput());
  }

  /** What comes out is for other programs: a log marks its lines. */
  @SuppressWarnings("SystemOut")
  private static PrintStream standardOutput() {
    return System.out;
  }
}
