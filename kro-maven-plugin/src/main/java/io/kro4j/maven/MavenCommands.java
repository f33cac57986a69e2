package io.kro4j.maven;

import io.kro4j.maven.message.ShownPaths;
import io.kro4j.maven.settings.Commands;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a Maven session how this plugin was called, so that it can say how to call it again.
 */
final class MavenCommands {
  private static final String COMMAND_LINE = "default-cli";

  /** Properties that decide about a run and not about what comes out. */
  private static final Set<String> OF_THE_RUN =
      Set.of(
          "kro.base",
          "kro.dryRun",
          "kro.failOn",
          "kro.failOnBreaking",
          "kro.failOnChange",
          "kro.head",
          "kro.overwrite",
          "kro.pages",
          "kro.removals",
          "kro.reports",
          "kro.reportsFolder",
          "kro.skip",
          "kro.threads");

  private static final String PUBLISHING = "kro.publish.";

  private final MavenSession session;
  private final MojoExecution execution;

  private MavenCommands(MavenSession session, MojoExecution execution) {
    this.session = session;
    this.execution = execution;
  }

  /** How the goal that runs now was called. */
  static Commands of(MavenSession session, MojoExecution execution, PluginDescriptor plugin) {
    MavenCommands read = new MavenCommands(session, execution);
    return new Commands(
        read.call(plugin),
        read.options(),
        read.execution(),
        read.properties(),
        read.folder(),
        read.passesModules());
  }

  /** The prefix {@code kro} is known only where the project in which Maven was called names us. */
  private String call(PluginDescriptor plugin) {
    String key = plugin.getPluginLookupKey();
    MavenProject called = session.getTopLevelProject();
    return called != null && called.getFile() != null && names(called, key)
        ? "mvn " + plugin.getGoalPrefix() + ":"
        : "mvn " + key + ":" + plugin.getVersion() + ":";
  }

  private static boolean names(MavenProject project, String key) {
    return project.getPlugin(key) != null
        || (project.getPluginManagement() != null
            && project.getPluginManagement().getPluginsAsMap().containsKey(key));
  }

  private List<String> options() {
    List<String> options = new ArrayList<>();
    @Nullable File pom = session.getRequest().getPom();
    if (pom != null && !pom.toPath().normalize().equals(folder().resolve("pom.xml"))) {
      options.add("-f");
      options.add(ShownPaths.shown(folder(), pom.toPath()));
    }
    // Not the top level project of the session: with -pl that is the first one that was named.
    MavenProject current = session.getCurrentProject();
    if (pom != null
        && current != null
        && current.getFile() != null
        && !current.getFile().toPath().normalize().equals(pom.toPath().normalize())) {
      options.add("-pl");
      options.add(current.getGroupId() + ":" + current.getArtifactId());
    }
    List<String> profiles = session.getRequest().getActiveProfiles();
    if (!profiles.isEmpty()) {
      options.add("-P");
      options.add(String.join(",", new TreeSet<>(profiles)));
    }
    return options;
  }

  /** An execution without settings of its own is as well called without its name. */
  private String execution() {
    String id = execution.getExecutionId();
    @Nullable Plugin plugin = execution.getPlugin();
    @Nullable PluginExecution named = plugin == null ? null : plugin.getExecutionsAsMap().get(id);
    boolean plain =
        id.equals(COMMAND_LINE)
            || named == null
            || named.getConfiguration() == null
            || named.getConfiguration().equals(plugin.getConfiguration());
    return plain ? "" : id;
  }

  private List<String> properties() {
    Properties given = session.getUserProperties();
    return new TreeSet<>(given.stringPropertyNames())
        .stream()
            .filter(name -> name.startsWith("kro.") && !name.startsWith(PUBLISHING))
            .filter(name -> !OF_THE_RUN.contains(name))
            .map(name -> name + "=" + given.getProperty(name))
            .toList();
  }

  /** Maven runs a goal that is called by its name in one project if it works without any. */
  private boolean passesModules() {
    return execution.getSource() == MojoExecution.Source.CLI && session.getProjects().size() > 1;
  }

  private Path folder() {
    return Path.of(System.getProperty("user.dir")).toAbsolutePath().normalize();
  }
}
