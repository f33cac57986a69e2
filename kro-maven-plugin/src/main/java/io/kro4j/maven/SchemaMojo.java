package io.kro4j.maven;

import io.kro4j.maven.goal.Schemas;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Settings;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON Schemas for editors and validators: of <code>ResourceGroup</code> and <code>
 * ResourceGraphDefinition</code> files, and of the instances of every group among the sources.
 */
@Mojo(name = "schema", requiresProject = false, threadSafe = true)
public final class SchemaMojo extends CompilingMojo {
  /**
   * The folder for the schemas, each in <code>group/kind_version.json</code> below it. The default
   * is <code>kro-schemas</code> in the build folder.
   */
  @Parameter(property = "kro.schema.output")
  private @Nullable File schemas;

  @Override
  GoalReport run(Settings settings, ProjectFolders folders) throws IOException {
    return Schemas.write(settings, folders.forPeople(schemas, "kro-schemas"));
  }
}
