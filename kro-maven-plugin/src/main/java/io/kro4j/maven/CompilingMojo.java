package io.kro4j.maven;

import io.kro4j.compiler.report.RunReport;
import io.kro4j.maven.goal.ExplainDiagnostic;
import io.kro4j.maven.input.FileFinder;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.message.Refusal;
import io.kro4j.maven.message.Words;
import io.kro4j.maven.settings.GlueParameters;
import io.kro4j.maven.settings.Obstacles;
import io.kro4j.maven.settings.Policy;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Reporting;
import io.kro4j.maven.settings.Settings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/** The parameters of every goal that compiles, and the way its report reaches Maven. */
abstract class CompilingMojo extends SchemaSourcesMojo {
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

  /**
   * What fails the build: an <code>error</code>, a <code>warning</code> too, or <code>never</code>
   * anything that is found, so that a later step can decide by the documents. Wrong parameters fail
   * it always.
   */
  @Parameter(property = "kro.failOn", defaultValue = "error")
  private String failOn;

  /**
   * The severity of findings that weigh more than usual, by their ids: <code>
   * &lt;lint.hard-coded-namespace>error&lt;/lint.hard-coded-namespace></code>.
   */
  @Parameter private @Nullable Map<String, String> severities;

  /** The same on the command line, each <code>id=severity</code>. */
  @Parameter(property = "kro.severities")
  private @Nullable List<String> severitiesOfTheCommandLine;

  /**
   * Which documents to write about what was found: <code>json</code>, <code>sarif</code>, <code>
   * junit</code>, <code>markdown</code>, separated by commas. They are written also if the build
   * fails.
   */
  @Parameter(property = "kro.reports")
  private @Nullable List<String> reports;

  /** The folder of these documents. The default is <code>kro-reports</code> in the build folder. */
  @Parameter(property = "kro.reportsFolder")
  private @Nullable File reportsFolder;

  /**
   * The address of the folder where the pages of the findings are online, for links in documents.
   */
  @Parameter(property = "kro.pages")
  private @Nullable String pages;

  /** The folder that <code>kro:compile</code> writes to. Files below it are never input. */
  @Parameter(property = "kro.output", defaultValue = "${basedir}/manifests")
  private File output;

  /**
   * The tools that bring the output to a cluster: <code>argocd</code>, <code>flux</code>. For each
   * the objects are annotated and files are written with which the tool is set up; see
   * docs/gitops.md.
   */
  @Parameter(property = "kro.glue")
  private @Nullable List<String> glue;

  /** How the objects are named that <code>glue</code> makes for the tools. */
  @Parameter(property = "kro.glue.name", defaultValue = "kro-apis")
  private String glueName;

  /**
   * The output folder in the repository, for <code>glue</code>. The default is found from the
   * folder with <code>.git</code>.
   */
  @Parameter(property = "kro.glue.path")
  private @Nullable String gluePath;

  /**
   * The folder of the instances in the repository, for <code>glue</code>. The default is the folder
   * <code>instances</code> beside the output folder.
   */
  @Parameter(property = "kro.glue.instances")
  private @Nullable String glueInstances;

  /** The URL of the repository, for <code>glue</code> with Argo CD. */
  @Parameter(property = "kro.glue.repository")
  private @Nullable String glueRepository;

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

  /** The editor's side of the build. */
  @Inject private BuildContext buildContext;

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
      UnknownProperties.warnings(
              session.getUserProperties().stringPropertyNames(),
              () -> UnknownProperties.known(plugin))
          .forEach(log::add);
      FilteredFolders.of(project).warnings(settings).forEach(log::add);
      finish(settings, log, run(settings, folders()));
    } catch (FileAlreadyExistsException inTheWay) {
      log.add(Message.error(Obstacles.isFile(settings, Path.of(inTheWay.getFile()))));
      log.add(Message.error("help: move it away, or name another folder"));
      throw new MojoFailureException("1 file in the way");
    } catch (IOException | UncheckedIOException e) {
      Optional<GoalReport> refusal = Refusal.report(settings.root(), e);
      if (refusal.isEmpty()) {
        throw new MojoExecutionException("Cannot read or write a file: " + e, e);
      }
      log.add(refusal.get());
    }
  }

  private void finish(Settings settings, MavenReport log, GoalReport report)
      throws IOException, MojoFailureException {
    Optional<RunReport> found = report.found();
    if (found.isPresent()) {
      EditorMarkers.show(buildContext, found.get(), settings);
      write(settings, log, report, found.get());
    }
    boolean goesOn =
        found.isPresent()
            && found.get().mistakes().isEmpty()
            && found.get().errors() > 0
            && settings.policy().failOn() == Policy.FailOn.NEVER;
    log.add(goesOn ? report.lenient() : report);
  }

  /** What was done is said also if the documents about it cannot be written. */
  private static void write(Settings settings, MavenReport log, GoalReport report, RunReport found)
      throws IOException {
    try {
      settings.reporting().write(found);
    } catch (IOException e) {
      report.messages().forEach(log::add);
      throw e;
    }
  }

  /**
   * Does the goal's work.
   *
   * @param settings the parameters
   * @param folders where the build keeps its own files
   * @throws IOException if a file cannot be read or written
   */
  abstract GoalReport run(Settings settings, ProjectFolders folders) throws IOException;

  /** Without a <code>pom.xml</code> Maven makes up a project that has no file and no folders. */
  private ProjectFolders folders() {
    String name = execution.getExecutionId();
    if (project == null || project.getFile() == null) {
      return ProjectFolders.withoutPom(basedir.toPath(), name);
    }
    Path target = project.getBasedir().toPath().resolve(project.getBuild().getDirectory());
    return new ProjectFolders(target.resolve("kro"), true, name);
  }

  private Settings settings() {
    List<String> given = orEmpty(sources);
    Path base = basedir.toPath().toAbsolutePath().normalize();
    return new Settings(
        base,
        root.toPath().toAbsolutePath().normalize(),
        given.isEmpty() ? Settings.DEFAULT_SOURCES : given,
        given.isEmpty(),
        orEmpty(excludes),
        schemas(base, session, project, plugin.getPluginLookupKey()),
        orEmpty(featureGates),
        maxForEachDimensions,
        threads,
        Policy.of(failOn, severities()),
        base.resolve(output.toPath()).normalize(),
        glue(base),
        MavenCommands.of(session, execution, plugin),
        reporting(base),
        new ProgressLog(System::nanoTime, getLog()::info));
  }

  private Map<String, String> severities() {
    Map<String, String> all = new TreeMap<>();
    if (severities != null) {
      severities.forEach((id, word) -> all.put(id, word == null ? "" : word.strip()));
    }
    for (String entry : orEmpty(severitiesOfTheCommandLine)) {
      int equals = entry.indexOf('=');
      String id = equals < 0 ? entry : entry.substring(0, equals);
      all.put(id.strip(), equals < 0 ? "" : entry.substring(equals + 1).strip());
    }
    return all;
  }

  private Reporting reporting(Path base) {
    Path build =
        project == null || project.getFile() == null
            ? base.resolve("target")
            : base.resolve(project.getBuild().getDirectory());
    Path folder =
        reportsFolder == null ? build.resolve("kro-reports") : base.resolve(reportsFolder.toPath());
    RunReport.Tool tool =
        new RunReport.Tool(
            plugin.getVersion(),
            ExplainDiagnostic::bundledPage,
            Optional.ofNullable(pages).map(url -> url.endsWith("/") ? url : url + "/"));
    return new Reporting(orEmpty(reports), folder, execution.getExecutionId(), tool);
  }

  private GlueParameters glue(Path base) {
    Path folder = base.resolve(output.toPath()).normalize();
    return new GlueParameters(
        orEmpty(glue),
        glueName,
        gluePath == null ? GlueParameters.inRepository(base, folder) : gluePath,
        glueInstances == null ? "" : glueInstances,
        glueRepository == null ? "" : glueRepository);
  }
}
