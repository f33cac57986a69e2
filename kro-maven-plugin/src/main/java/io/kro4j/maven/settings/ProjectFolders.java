package io.kro4j.maven.settings;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a goal keeps what is only for its own next run.
 *
 * @param state the folder for it
 * @param cleanedByMaven whether the folder is below the one that {@code mvn clean} deletes and
 *     nobody commits
 * @param execution what tells this run from others of the same goal in the same build
 */
public record ProjectFolders(Path state, boolean cleanedByMaven, String execution) {
  /**
   * The folders where there is no {@code pom.xml}: the state is kept in a hidden one next to the
   * sources.
   *
   * @param base the current folder
   * @param execution the execution
   */
  public static ProjectFolders withoutPom(Path base, String execution) {
    return new ProjectFolders(base.resolve(".kro"), false, execution);
  }

  /**
   * The folder for what a goal makes for people.
   *
   * @param chosen the one that the user wants, if any
   * @param name that of the default in the build folder, which is {@code target} where there is no
   *     {@code pom.xml}
   */
  public Path forPeople(@Nullable File chosen, String name) {
    if (chosen != null) {
      return chosen.toPath();
    }
    return cleanedByMaven
        ? state.resolveSibling(name)
        : state.resolveSibling("target").resolve(name);
  }

  /** The file for the state of one goal in this run. */
  public Path stateFile(String goal) {
    return state.resolve(goal + "-" + execution + ".state");
  }

  /**
   * Makes the folder, and keeps Git away from it where nothing else does.
   *
   * @throws AccessDeniedException if nothing can be written to it
   */
  public void prepare() throws IOException {
    Files.createDirectories(state);
    if (!Files.isWritable(state)) {
      throw new AccessDeniedException(state.toString());
    }
    if (!cleanedByMaven) {
      ChangedFile.write(gitignore(), "*\n");
    }
  }

  /** The file that keeps Git away. */
  Path gitignore() {
    return state.resolve(".gitignore");
  }
}
