package io.kro4j.maven;

import io.kro4j.maven.goal.Validate;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Compiles ResourceGroups and says what is wrong with them; writes nothing. */
@Mojo(
    name = "validate",
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    threadSafe = true)
public final class ValidateMojo extends CompilingMojo {
  @Override
  GoalReport run(Settings settings, ProjectFolders folders) throws IOException {
    return new Validate(settings, folders).run();
  }
}
