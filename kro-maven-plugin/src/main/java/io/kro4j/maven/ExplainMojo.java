package io.kro4j.maven;

import io.kro4j.maven.goal.ExplainDiagnostic;
import io.kro4j.maven.goal.ExplainGroup;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Explains a diagnostic (<code>-Did=expression.unknown-field</code>) or what a group compiles to (
 * <code>-Dgroup=web-application</code>). Without either it lists all diagnostics.
 */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public final class ExplainMojo extends CompilingMojo {
  /** The id of a diagnostic, as messages show it in brackets. */
  @Parameter(property = "id")
  private @Nullable String id;

  /** The name of a group among the sources. */
  @Parameter(property = "group")
  private @Nullable String group;

  @Override
  GoalReport run(Settings settings, ProjectFolders folders) throws IOException {
    if (group != null) {
      return ExplainGroup.run(settings, group);
    }
    return id == null
        ? ExplainDiagnostic.list()
        : ExplainDiagnostic.explain(id, settings.commands().call());
  }
}
