package io.kro4j.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Where a goal keeps what is only for its own next run.
 *
 * @param state the folder for it
 * @param cleanedByMaven whether the folder is below the one that {@code mvn clean} deletes and
 *     nobody commits
 */
record ProjectFolders(Path state, boolean cleanedByMaven) {

  /**
   * The folders of a project. Without a {@code pom.xml} Maven makes up a project that has no file
   * and no folders; then the state is kept in a hidden folder next to the sources.
   */
  static ProjectFolders of(@Nullable MavenProject project, Path base) {
    if (project == null || project.getFile() == null) {
      return new ProjectFolders(base.resolve(".kro"), false);
    }
    Path target = project.getBasedir().toPath().resolve(project.getBuild().getDirectory());
    return new ProjectFolders(target.resolve("kro"), true);
  }

  /** The file for the state of one goal. */
  Path stateFile(String goal) {
    return state.resolve(goal + ".state");
  }

  /** Makes the folder, and keeps Git away from it where nothing else does. */
  void prepare() throws IOException {
    Files.createDirectories(state);
    if (!cleanedByMaven) {
      Files.writeString(gitignore(), "*\n");
    }
  }

  /** The file that keeps Git away. */
  Path gitignore() {
    return state.resolve(".gitignore");
  }
}
