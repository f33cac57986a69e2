package io.kro4j.maven;

import io.kro4j.maven.message.Words;
import io.kro4j.maven.settings.ArtifactName;
import io.kro4j.maven.settings.ReactorModule;
import io.kro4j.maven.settings.Surroundings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * What Maven knows besides a project's own files: its repositories, by the user's settings, and the
 * other projects of the build.
 */
final class MavenSurroundings implements Surroundings {
  private static final Set<String> EMITTING = Set.of("compile", "check", "publish");

  private final MavenSession session;
  private final RepositorySystem repositories;
  private final @Nullable MavenProject project;
  private final String plugin;

  /**
   * The surroundings of a project.
   *
   * @param session the build
   * @param repositories who finds artifacts
   * @param project the project; without a {@code pom.xml} one without a file, or null
   * @param plugin this plugin, as {@code groupId:artifactId}
   */
  MavenSurroundings(
      MavenSession session,
      RepositorySystem repositories,
      @Nullable MavenProject project,
      String plugin) {
    this.session = session;
    this.repositories = repositories;
    this.project = project;
    this.plugin = plugin;
  }

  @Override
  public Resolution resolve(ArtifactName name) {
    List<RemoteRepository> remote =
        project == null ? List.of() : project.getRemoteProjectRepositories();
    ArtifactRequest request =
        new ArtifactRequest(
            new DefaultArtifact(
                name.groupId(),
                name.artifactId(),
                name.classifier(),
                name.extension(),
                name.version()),
            remote,
            null);
    try {
      Artifact found =
          repositories.resolveArtifact(session.getRepositorySession(), request).getArtifact();
      return Resolution.found(found.getFile().toPath(), found.getBaseVersion());
    } catch (ArtifactResolutionException e) {
      return Resolution.failed(reason(e, remote));
    }
  }

  /** Maven's own words differ from version to version; they are for what it alone knows. */
  private String reason(ArtifactResolutionException problem, List<RemoteRepository> remote) {
    Optional<Exception> failure =
        problem.getResults().stream()
            .map(ArtifactResult::getExceptions)
            .flatMap(List::stream)
            .filter(cause -> !(cause instanceof ArtifactNotFoundException))
            .findFirst();
    if (session.isOffline()) {
      return "is not in the local repository, and Maven is offline: let it fetch it once without `-o`";
    }
    if (failure.isPresent()) {
      return "cannot be fetched: " + Words.oneLine(String.valueOf(failure.get().getMessage()));
    }
    String ids = remote.stream().map(RemoteRepository::getId).collect(Collectors.joining(", "));
    return "is in none of the repositories ("
        + ids
        + "); see whether the coordinates are right, and whether a repository is missing";
  }

  @Override
  public Optional<String> declaredVersion(ArtifactName artifact) {
    if (project == null) {
      return Optional.empty();
    }
    @Nullable DependencyManagement management = project.getDependencyManagement();
    return Stream.concat(
            project.getDependencies().stream(),
            management == null ? Stream.of() : management.getDependencies().stream())
        .filter(dependency -> isOf(dependency, artifact))
        .map(Dependency::getVersion)
        .findFirst();
  }

  private static boolean isOf(Dependency dependency, ArtifactName artifact) {
    return artifact.groupId().equals(dependency.getGroupId())
        && artifact.artifactId().equals(dependency.getArtifactId())
        && dependency.getVersion() != null;
  }

  @Override
  public Optional<ReactorModule> self() {
    return Optional.ofNullable(project)
        .filter(own -> own.getFile() != null)
        .map(own -> module(own));
  }

  @Override
  public List<ReactorModule> modules() {
    return session.getAllProjects().stream()
        .filter(other -> other.getFile() != null)
        .map(other -> module(other))
        .toList();
  }

  private ReactorModule module(MavenProject other) {
    MavenSurroundings surroundings = new MavenSurroundings(session, repositories, other, plugin);
    return new ReactorModule(
        other.getGroupId(),
        other.getArtifactId(),
        asking ->
            configurations(other).stream()
                .map(
                    configuration ->
                        new PomParameters(
                            other, configuration.orElse(null), session.getUserProperties()))
                .map(parameters -> parameters.settings(asking, surroundings))
                .toList(),
        emits(other));
  }

  private boolean emits(MavenProject other) {
    @Nullable Plugin named = other.getPlugin(plugin);
    return named != null
        && named.getExecutions().stream()
            .filter(execution -> !"none".equals(execution.getPhase()))
            .flatMap(execution -> execution.getGoals().stream())
            .anyMatch(EMITTING::contains);
  }

  /** That of each execution that compiles; else that of the plugin; else an empty one. */
  private List<Optional<Xpp3Dom>> configurations(MavenProject other) {
    @Nullable Plugin named = other.getPlugin(plugin);
    @Nullable PluginManagement management = other.getPluginManagement();
    if (named == null && management != null) {
      named = management.getPluginsAsMap().get(plugin);
    }
    if (named == null) {
      return List.of(Optional.empty());
    }
    List<PluginExecution> compiling =
        named.getExecutions().stream()
            .filter(execution -> execution.getGoals().contains("compile"))
            .toList();
    return compiling.isEmpty()
        ? List.of(xml(named.getConfiguration()))
        : compiling.stream().map(execution -> xml(execution.getConfiguration())).toList();
  }

  private static Optional<Xpp3Dom> xml(@Nullable Object configuration) {
    return configuration instanceof Xpp3Dom xml ? Optional.of(xml) : Optional.empty();
  }
}
