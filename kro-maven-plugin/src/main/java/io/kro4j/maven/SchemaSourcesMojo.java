package io.kro4j.maven;

import io.kro4j.maven.settings.SchemaParameters;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** The parameters that say where the types of resources come from. */
abstract class SchemaSourcesMojo extends AbstractMojo {
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
   * Maven artifacts with CRDs of further kinds that the groups use: jars or zips, of which all
   * <code>.yaml</code>, <code>.yml</code> and <code>.json</code> files with CRDs are read. Each
   * entry is <code>groupId:artifactId[:extension[:classifier]]:version</code>, as <code>-Dartifact
   * </code> of <code>dependency:get</code> has it. The extension is <code>jar</code> if it is left
   * out. Without a version, <code>groupId:artifactId</code> or <code>groupId:artifactId:zip:</code>
   * , that of the project's dependency or dependency management is taken.
   */
  @Parameter(property = "kro.schemaArtifacts")
  private @Nullable List<String> schemaArtifacts;

  /**
   * Modules of the same build whose groups define kinds that these groups use, each <code>
   * artifactId</code> or <code>groupId:artifactId</code>. Their sources are read, so that the order
   * in which Maven builds the modules does not matter.
   */
  @Parameter(property = "kro.modules")
  private @Nullable List<String> modules;

  /**
   * The Kubernetes version whose built-in kinds the groups use, such as <code>1.36</code>. The
   * default is that of the lock, or else the newest version that the compiler knows.
   */
  @Parameter(property = "kro.kubernetesVersion")
  private @Nullable String kubernetesVersion;

  /**
   * The lock, which <code>kro:lock</code> writes. If it is there, every goal that compiles fails if
   * the groups are checked against anything else than it says.
   */
  @Parameter(property = "kro.lockFile", defaultValue = "${basedir}/kro.lock")
  private File lockFile;

  /** Who finds artifacts. */
  @Inject private RepositorySystem repositories;

  /** The parameters. */
  final SchemaParameters schemas(
      Path base, MavenSession session, @Nullable MavenProject project, String plugin) {
    return new SchemaParameters(
        orEmpty(crds),
        orEmpty(openapi),
        orEmpty(schemaArtifacts),
        orEmpty(modules),
        kubernetesVersion == null ? "" : kubernetesVersion,
        base.resolve(lockFile.toPath()).normalize(),
        new MavenSurroundings(session, repositories, project, plugin));
  }

  /**
   * The elements of a list that may not be given. Maven makes null of an empty one, such as what
   * follows the last comma of {@code -Dkro.sources=groups,}.
   */
  static List<String> orEmpty(@Nullable List<String> parameter) {
    return parameter == null
        ? List.of()
        : parameter.stream().flatMap(Stream::ofNullable).filter(text -> !text.isBlank()).toList();
  }
}
