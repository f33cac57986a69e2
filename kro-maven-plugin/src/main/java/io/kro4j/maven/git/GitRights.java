package io.kro4j.maven.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/**
 * Whether this user may read and write the files of repositories. They are asked beforehand: JGit
 * takes a repository that it may not read for none or for an empty one, and logs stack traces.
 */
final class GitRights {
  private static final String GIT = ".git";
  private static final String OBJECTS = "objects";

  /** What nothing works without. */
  private static final List<String> PARTS =
      List.of("", "HEAD", "config", "index", "refs", OBJECTS, OBJECTS + "/pack");

  private GitRights() {}

  /**
   * Looks at the repository that a folder is in, if it is in one.
   *
   * @throws AccessDeniedException if a part of it cannot be read
   */
  static void requireReading(Path folder) throws IOException {
    @Nullable Path top = folder.toAbsolutePath().normalize();
    while (top != null && !Files.exists(top.resolve(GIT), LinkOption.NOFOLLOW_LINKS)) {
      top = top.getParent();
    }
    if (top != null) {
      requireReadingParts(top.resolve(GIT));
    }
  }

  private static void requireReadingParts(Path repository) throws IOException {
    for (String part : PARTS) {
      Path file = repository.resolve(part);
      boolean isClosed = Files.isDirectory(file) && !Files.isExecutable(file);
      if (Files.exists(file) && (isClosed || !Files.isReadable(file))) {
        throw new AccessDeniedException(file.toString());
      }
    }
  }

  /**
   * Looks at a repository that may be a folder of this machine.
   *
   * @throws AccessDeniedException if it is one, and nothing can be added to it
   */
  static void requireWriting(URIish repository) throws IOException {
    if (repository.isRemote() || repository.getPath() == null) {
      return;
    }
    Path folder = new File(repository.getPath()).toPath();
    for (Path objects : List.of(folder.resolve(OBJECTS), folder.resolve(GIT).resolve(OBJECTS))) {
      if (Files.isDirectory(objects) && !Files.isWritable(objects)) {
        throw new AccessDeniedException(objects.toString());
      }
    }
  }
}
