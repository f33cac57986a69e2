package io.kro4j.maven;

import io.kro4j.maven.goal.ApiPages;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Settings;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a page of Markdown for the users of each API that the groups define: its fields with
 * types, defaults and rules, its status, a picture of what an instance becomes, and the rights that
 * takes.
 */
@Mojo(name = "docs", requiresProject = false, threadSafe = true)
public final class DocsMojo extends CompilingMojo {
  /** The name of a group among the sources. The default is all of them. */
  @Parameter(property = "group")
  private @Nullable String group;

  /**
   * The folder for the pages, each named after its group. The default is <code>kro-docs</code> in
   * the build folder.
   */
  @Parameter(property = "kro.docs.output")
  private @Nullable File pages;

  @Override
  GoalReport run(Settings settings, ProjectFolders folders) throws IOException {
    return ApiPages.write(settings, group, folders.forPeople(pages, "kro-docs"));
  }
}
