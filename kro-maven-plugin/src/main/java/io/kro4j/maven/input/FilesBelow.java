package io.kro4j.maven.input;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Collects the files below a folder, through symbolic links too. A link back to a folder that it is
 * in is not followed: a few of them would make more paths than anybody can wait for.
 */
final class FilesBelow extends SimpleFileVisitor<Path> {
  private final List<Path> files = new ArrayList<>();

  private FilesBelow() {}

  /**
   * The regular files below a folder, in no order.
   *
   * @throws IOException if a folder cannot be read
   */
  static List<Path> of(Path folder) throws IOException {
    FilesBelow below = new FilesBelow();
    Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, below);
    return below.files;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      files.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
    if (problem instanceof FileSystemLoopException) {
      return FileVisitResult.CONTINUE;
    }
    throw problem;
  }
}
