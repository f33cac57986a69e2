package io.kro4j.maven;

import io.kro4j.maven.git.Access;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.publish.Publish;
import io.kro4j.maven.publish.PublishRequest;
import io.kro4j.maven.publish.ServerAccess;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Compiles ResourceGroups and commits what comes out to a branch of a Git repository, this one or
 * another, which Argo CD or Flux reads. Nothing to do makes no commit; a branch that is not there
 * is made; what others push meanwhile is built upon, and never overwritten.
 */
@Mojo(
    name = "publish",
    defaultPhase = LifecyclePhase.DEPLOY,
    requiresProject = false,
    threadSafe = true)
public final class PublishMojo extends CompilingMojo {
  /** The repository to publish to: an address or a path. The default is the remote "origin". */
  @Parameter(property = "kro.publish.repository")
  private @Nullable String repository;

  /** The branch to publish to. */
  @Parameter(property = "kro.publish.branch")
  private @Nullable String branch;

  /**
   * The folder in that branch, which only this project publishes to; <code>.</code> for the top.
   * The default is the <code>artifactId</code>.
   */
  @Parameter(property = "kro.publish.path")
  private @Nullable String path;

  /** The first line of the commit's message. */
  @Parameter(property = "kro.publish.subject")
  private @Nullable String subject;

  /** Who makes the commit, <code>Name &lt;address&gt;</code>. The default is whom Git knows. */
  @Parameter(property = "kro.publish.author")
  private @Nullable String author;

  /** Whether the commit is signed. The default is what Git is configured to do. */
  @Parameter(property = "kro.publish.sign")
  private @Nullable Boolean sign;

  /**
   * The id of the server in Maven's settings that has the user and password for https, or the key
   * and passphrase for ssh. Without it the environment variables <code>KRO_GIT_USERNAME</code> and
   * <code>KRO_GIT_TOKEN</code> are looked at.
   */
  @Parameter(property = "kro.publish.server")
  private @Nullable String server;

  /** Whether to say what would be published instead of publishing it. */
  @Parameter(property = "kro.dryRun", defaultValue = "false")
  private boolean dryRun;

  /** Whether sources may be published that are not committed; the commit says so then. */
  @Parameter(property = "kro.publish.allowDirty", defaultValue = "false")
  private boolean allowDirty;

  /**
   * Whether files are replaced that are where a file is to be written and that this plugin did not
   * publish, or that were changed since.
   */
  @Parameter(property = "kro.overwrite", defaultValue = "false")
  private boolean overwrite;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession mavenSession;

  private final SettingsDecrypter decrypter;

  /** Called by Maven. */
  @Inject
  public PublishMojo(SettingsDecrypter decrypter) {
    this.decrypter = decrypter;
  }

  @Override
  GoalReport run(Settings settings, ProjectFolders folders) throws IOException {
    PublishRequest request =
        new PublishRequest(
            orEmpty(repository),
            orEmpty(branch),
            folder(folders),
            orEmpty(subject),
            orEmpty(author),
            Optional.ofNullable(sign),
            dryRun,
            allowDirty,
            overwrite,
            access());
    return new Publish(settings, folders, request, () -> {}).run();
  }

  private String folder(ProjectFolders folders) {
    if (path != null) {
      return path;
    }
    return folders.cleanedByMaven() ? mavenSession.getCurrentProject().getArtifactId() : "";
  }

  private ServerAccess access() {
    if (server != null) {
      return MavenServers.access(server, mavenSession.getSettings(), decrypter);
    }
    Access access =
        new Access(
            Optional.ofNullable(System.getenv("KRO_GIT_USERNAME")),
            Optional.ofNullable(System.getenv("KRO_GIT_TOKEN")),
            Optional.empty(),
            Optional.empty());
    return new ServerAccess(access, List.of());
  }

  private static String orEmpty(@Nullable String parameter) {
    return parameter == null ? "" : parameter;
  }
}
