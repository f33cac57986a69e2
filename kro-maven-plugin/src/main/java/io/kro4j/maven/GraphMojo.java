package io.kro4j.maven;

import io.kro4j.maven.goal.Graphs;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Settings;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Draws the graphs of groups: which objects an instance becomes, and which of them read which. Each
 * picture is a file that is named after its group.
 */
@Mojo(name = "graph", requiresProject = false, threadSafe = true)
public final class GraphMojo extends CompilingMojo {
  /** The name of a group among the sources. The default is all of them. */
  @Parameter(property = "group")
  private @Nullable String group;

  /**
   * What to draw: <code>mermaid</code> (for Markdown, <code>.mmd</code>), <code>dot</code> (for
   * Graphviz) or <code>svg</code> (a picture that browsers show). The default is all of them.
   */
  @Parameter(property = "kro.graph.formats")
  private @Nullable List<String> formats;

  /** The folder for the pictures. The default is <code>kro-graphs</code> in the build folder. */
  @Parameter(property = "kro.graph.output")
  private @Nullable File graphs;

  @Override
  GoalReport run(Settings settings, ProjectFolders folders) throws IOException {
    return new Graphs(settings, group, orEmpty(formats), folders.forPeople(graphs, "kro-graphs"))
        .run();
  }
}
