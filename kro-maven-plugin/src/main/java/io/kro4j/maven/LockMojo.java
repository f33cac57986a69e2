package io.kro4j.maven;

import io.kro4j.maven.goal.LockWriting;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Writes the lock: what the ResourceGroups are checked against, with digests. From then on every
 * goal that compiles fails if that is something else. A lock that says it all already is left
 * alone.
 */
@Mojo(name = "lock", requiresProject = false, threadSafe = true)
public final class LockMojo extends CompilingMojo {
  @Override
  GoalReport run(Settings settings, ProjectFolders folders) throws IOException {
    return new LockWriting(settings).run();
  }
}
