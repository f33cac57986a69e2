package io.kro4j.maven.message;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says which file or folder a goal may not read or write, and what its user can do. */
public final class Refusal {
  private Refusal() {}

  /**
   * What a goal reports that met a file that it may not read or write.
   *
   * @param root the folder where Maven was called
   * @param problem what was thrown
   * @return empty if it is no refusal of the operating system
   */
  public static Optional<GoalReport> report(Path root, Exception problem) {
    Throwable cause = problem instanceof UncheckedIOException ? problem.getCause() : problem;
    if (cause instanceof AccessDeniedException denied) {
      return Optional.of(denied(root, path(denied)));
    }
    if (cause instanceof FileSystemException other && other.getReason() != null) {
      String shown = shown(root, path(other));
      return Optional.of(
          report(
              shown + " cannot be read or written: " + Words.oneLine(other.getReason()),
              "mend that, or name another place",
              "no way to read or write " + shown));
    }
    return Optional.empty();
  }

  /** Of a move it is the place to move to: what is moved is a file of ours. */
  private static Path path(FileSystemException problem) {
    @Nullable String to = problem.getOtherFile();
    return Path.of(to == null ? Objects.requireNonNullElse(problem.getFile(), "") : to)
        .toAbsolutePath();
  }

  private static GoalReport denied(Path root, Path path) {
    Path refused = refused(path);
    String shown = shown(root, refused);
    String doing = Files.isReadable(refused) ? "write" : "read";
    return report(
        shown + " may not be " + (doing.equals("read") ? doing : "written") + " by this user",
        "give the user who runs Maven the right to, or name another place",
        "no right to " + doing + " " + shown);
  }

  /**
   * The file or folder that lacks a right: that which was asked for, or the nearest that it is in,
   * as new files need the right to write the folder.
   */
  private static Path refused(Path path) {
    @Nullable Path there = path;
    while (there != null && (!Files.exists(there, LinkOption.NOFOLLOW_LINKS) || isFree(there))) {
      there = there.getParent();
    }
    return there == null ? path : there;
  }

  private static boolean isFree(Path path) {
    return Files.isReadable(path)
        && Files.isWritable(path)
        && (!Files.isDirectory(path) || Files.isExecutable(path));
  }

  private static GoalReport report(String message, String help, String failure) {
    return GoalReport.failed(
        List.of(Message.error(message), Message.error("help: " + help)), failure);
  }

  private static String shown(Path root, Path path) {
    String shown = ShownPaths.shown(root, path);
    return "`" + Words.oneLine(shown.equals(".") ? path.toString() : shown) + "`";
  }
}
