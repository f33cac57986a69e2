package io.kro4j.maven.settings;

import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.message.ShownPaths;
import io.kro4j.maven.message.Words;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files where folders are to be, and folders where files are to be. They are looked for before any
 * work is done; what the operating system says of them later names no parameter.
 */
public final class Obstacles {
  private Obstacles() {}

  /** What a goal reports that cannot write because of them; empty if nothing is in the way. */
  public static Optional<GoalReport> report(
      Settings settings, ProjectFolders folders, Path stateFile) {
    return mistake(settings, "output", settings.output())
        .map(message -> GoalReport.mistaken(List.of(Message.error(message))))
        .or(() -> ofState(settings, folders, stateFile));
  }

  /** What is wrong with a parameter that names a folder, if it names none. */
  public static Optional<String> mistake(Settings settings, String parameter, Path folder) {
    return onTheWayTo(folder)
        .map(
            file -> "parameter `" + parameter + "`: " + isFile(settings, file) + "; name a folder");
  }

  /** What a goal reports that cannot keep its state; empty if nothing is in the way. */
  public static Optional<GoalReport> ofState(
      Settings settings, ProjectFolders folders, Path stateFile) {
    return inState(settings, folders, stateFile)
        .map(reason -> reason + ", and this goal keeps its state there; move it away")
        .map(message -> GoalReport.failed(List.of(Message.error(message)), "1 file in the way"));
  }

  private static Optional<String> inState(
      Settings settings, ProjectFolders folders, Path stateFile) {
    return onTheWayTo(folders.state())
        .map(file -> isFile(settings, file))
        .or(
            () ->
                Stream.of(stateFile, folders.gitignore())
                    .filter(file -> exists(file) && !Files.isRegularFile(file))
                    .findFirst()
                    .map(file -> "`" + shown(settings, file) + "` is no regular file"));
  }

  /** The folder itself, or one that it is in, if that is no folder. */
  public static Optional<Path> onTheWayTo(Path folder) {
    @Nullable Path path = folder.toAbsolutePath().normalize();
    while (path != null && !exists(path)) {
      path = path.getParent();
    }
    return Optional.ofNullable(path).filter(existing -> !Files.isDirectory(existing));
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Says that there is a file where a folder is to be. */
  public static String isFile(Settings settings, Path file) {
    return "`" + shown(settings, file) + "` is a file, no folder";
  }

  private static String shown(Settings settings, Path path) {
    return Words.oneLine(ShownPaths.shown(settings.root(), path));
  }
}
