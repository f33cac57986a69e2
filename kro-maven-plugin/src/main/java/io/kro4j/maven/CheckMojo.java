package io.kro4j.maven;

import io.kro4j.maven.goal.Check;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Fails if the output folder does not hold what <code>kro:compile</code> would write: files that
 * are old, missing, changed by hand, or somebody else's. It says which, shows what would change and
 * which command mends it, and changes nothing.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class CheckMojo extends CompilingMojo {
  @Override
  GoalReport run(Settings settings, ProjectFolders folders) throws IOException {
    return new Check(settings, folders).run();
  }
}
