package io.kro4j.maven;

import io.kro4j.maven.goal.Drafts;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Settings;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the draft of a ResourceGroup that makes the objects of given manifests: names become those
 * of the instance, references between the objects become expressions, and images, replicas, hosts
 * and storage become fields of the schema.
 */
@Mojo(name = "init", requiresProject = false, threadSafe = true)
public final class InitMojo extends CompilingMojo {
  /** The manifests of one application. Entries are as in <code>sources</code>. */
  @Parameter(property = "kro.init.manifests", required = true)
  private List<String> manifests;

  /**
   * The name of the group, from which the kind is made. The default is what the manifests have in
   * common in their names.
   */
  @Parameter(property = "kro.init.name")
  private @Nullable String name;

  /** The API group of the new kind. The default is <code>kro.run</code>. */
  @Parameter(property = "kro.init.apiGroup")
  private @Nullable String apiGroup;

  /** The folder for the draft. */
  @Parameter(
      property = "kro.init.output",
      defaultValue = "${basedir}/src/main/kro",
      required = true)
  private File drafts;

  @Override
  GoalReport run(Settings settings, ProjectFolders folders) throws IOException {
    Drafts.Wish wish =
        new Drafts.Wish(
            orEmpty(manifests), Optional.ofNullable(name), Optional.ofNullable(apiGroup));
    return new Drafts(settings, wish, drafts.toPath()).run();
  }
}
