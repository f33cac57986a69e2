package io.kro4j.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Where a goal keeps what is only for its own next run.
 *
 * @param state the folder for it
 * @param cleanedByMaven whether the folder is below the one that {@code mvn clean} deletes and
 *     nobody commits
 * @param execution what tells this run from others of the same goal in the same build
 */
record ProjectFolders(Path state, boolean cleanedByMaven, String execution) {

  /**
   * The folders of a project. Without a {@code pom.xml} Maven makes up a project that has no file
   * and no folders; then the state is kept in a hidden folder next to the sources.
   */
  static ProjectFolders of(@Nullable MavenProject project, Path base, String execution) {
    if (project == null || project.getFile() == null) {
      return new ProjectFolders(base.resolve(".kro"), false, execution);
    }
    Path target = project.getBasedir().toPath().resolve(project.getBuild().getDirectory());
    return new ProjectFolders(target.resolve("kro"), true, execution);
  }

  /**
   * The folder for what a goal makes for people.
   *
   * @param chosen the one that the user wants, if any
   * @param name that of the default in the build folder, which is {@code target} where there is no
   *     {@code pom.xml}
   */
  Path forPeople(@Nullable File chosen, String name) {
    if (chosen != null) {
      return chosen.toPath();
    }
    return cleanedByMaven
        ? state.resolveSibling(name)
        : state.resolveSibling("target").resolve(name);
  }

  /** The file for the state of one goal in this run. */
  Path stateFile(String goal) {
    return state.resolve(goal + "-" + execution + ".state");
  }

  /**
   * What any goal found out in a run of the same key and what files came of it, if it is known.
   *
   * @param inputs what the key was made of
   */
  Optional<CompileState> remembered(String key, Inputs inputs) throws IOException {
    return inputs.mistakes().isEmpty() ? CompileState.find(state, key, inputs) : Optional.empty();
  }

  /**
   * Keeps what a goal found out that is not expected to write anything: only where Git does not see
   * it, or where another goal has made the folder.
   */
  void remember(CompileState found, Path file) throws IOException {
    if (cleanedByMaven || Files.isDirectory(state)) {
      found.write(file);
    }
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
