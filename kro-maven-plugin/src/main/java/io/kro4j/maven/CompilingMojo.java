package io.kro4j.maven;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The parameters of every goal that compiles, and the way its report reaches Maven. */
abstract class CompilingMojo extends AbstractMojo {
  private static final String DEFAULT_SOURCES = "src/main/kro";

  /**
   * The ResourceGroups to compile. Each entry is a file, a folder (all <code>.yaml</code> and
   * <code>.yml</code> files below it) or an Ant pattern such as <code>groups/web-*.yaml</code>;
   * relative ones start at the project's folder. The default is <code>src/main/kro</code>.
   */
  @Parameter(property = "kro.sources")
  private @Nullable List<String> sources;

  /** Ant patterns, relative to the project's folder, of files that are no input. */
  @Parameter(property = "kro.excludes")
  private @Nullable List<String> excludes;

  /**
   * CRDs of further kinds that the groups use. Each entry is a file, a folder (all <code>.yaml
   * </code>, <code>.yml</code> and <code>.json</code> files below it) or an Ant pattern.
   */
  @Parameter(property = "kro.crds")
  private @Nullable List<String> crds;

  /**
   * OpenAPI v3 documents with further kinds that the groups use, as a Kubernetes API server serves
   * them below <code>/openapi/v3</code>. Entries are as in <code>crds</code>.
   */
  @Parameter(property = "kro.openapi")
  private @Nullable List<String> openapi;

  /**
   * The Kubernetes version whose built-in kinds the groups use, such as <code>1.36</code>. The
   * default is the newest version that the compiler knows.
   */
  @Parameter(property = "kro.kubernetesVersion")
  private @Nullable String kubernetesVersion;

  /**
   * Feature gates, each <code>name=true</code> or <code>name=false</code>; they must be those of
   * the controller that runs the groups. The gate <code>CELOmitFunction</code> lets templates call
   * <code>omit()</code>.
   */
  @Parameter(property = "kro.featureGates")
  private @Nullable List<String> featureGates;

  /** How many dimensions a <code>forEach</code> may have; must be the controller's limit. */
  @Parameter(property = "kro.maxForEachDimensions", defaultValue = "10")
  private int maxForEachDimensions;

  /** How many groups are compiled at once; 0 for one for each processor. */
  @Parameter(property = "kro.threads", defaultValue = "0")
  private int threads;

  /** Whether a warning fails the build. */
  @Parameter(property = "kro.failOnWarning", defaultValue = "false")
  private boolean failOnWarning;

  /** The folder that <code>kro:compile</code> writes to. Files below it are never input. */
  @Parameter(property = "kro.output", defaultValue = "${basedir}/manifests")
  private File output;

  /** Whether to do nothing. */
  @Parameter(property = "kro.skip", defaultValue = "false")
  private boolean skip;

  /** The project's folder, or the current one where there is no <code>pom.xml</code>. */
  @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
  private File basedir;

  /** The folder where Maven was called. */
  @Parameter(defaultValue = "${session.executionRootDirectory}", readonly = true, required = true)
  private File root;

  @Parameter(defaultValue = "${project}", readonly = true)
  private @Nullable MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
  private PluginDescriptor plugin;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Skipped, because kro.skip is set");
      return;
    }
    MavenReport log = new MavenReport(getLog());
    if (!FileFinder.isPath(output.getPath())) {
      log.add(Message.error(Words.noPath("output", output.getPath())));
      throw new MojoFailureException("1 wrong parameter");
    }
    Settings settings = settings();
    try {
      FilteredFolders.of(project).warnings(settings).forEach(log::add);
      String name = execution.getExecutionId();
      log.add(run(settings, ProjectFolders.of(project, basedir.toPath(), name)));
    } catch (IOException | UncheckedIOException e) {
      throw new MojoExecutionException("Cannot read or write a file: " + e, e);
    }
  }

  /**
   * Does the goal's work.
   *
   * @param settings the parameters
   * @param folders where the build keeps its own files
   * @throws IOException if a file cannot be read or written
   */
  abstract Report run(Settings settings, ProjectFolders folders) throws IOException;

  private Settings settings() {
    List<String> given = orEmpty(sources);
    Path base = basedir.toPath().toAbsolutePath().normalize();
    return new Settings(
        base,
        root.toPath().toAbsolutePath().normalize(),
        given.isEmpty() ? List.of(DEFAULT_SOURCES) : given,
        given.isEmpty(),
        orEmpty(excludes),
        orEmpty(crds),
        orEmpty(openapi),
        kubernetesVersion == null ? "" : kubernetesVersion,
        orEmpty(featureGates),
        maxForEachDimensions,
        threads,
        failOnWarning,
        base.resolve(output.toPath()).normalize(),
        MavenCommands.of(session, execution, plugin));
  }

  private static List<String> orEmpty(@Nullable List<String> parameter) {
    return parameter == null ? List.of() : parameter;
  }
}
