package io.kro4j.compiler.artifact.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Changes to a folder that are all made or all taken back. */
final class Transaction implements AutoCloseable {
  private final Path root;
  private final Path scratch;
  private final Path staged;
  private final Path backups;
  private final Deque<String> touched = new ArrayDeque<>();

  private Transaction(Path root, Path scratch) {
    this.root = root;
    this.scratch = scratch;
    this.staged = scratch.resolve("new");
    this.backups = scratch.resolve("old");
  }

  /** Begins; the scratch folder is inside the root, so that moves do not leave the file system. */
  static Transaction begin(Path root) throws IOException {
    return new Transaction(root, Files.createTempDirectory(root, ".kro-staging-"));
  }

  /** Writes the new text of a file aside. */
  void stage(String path, String text) throws IOException {
    Files.createDirectories(folder(staged, path));
    Files.write(staged.resolve(path), text.getBytes(StandardCharsets.UTF_8));
  }

  /** Moves a staged file into its place. */
  void put(String path) throws IOException {
    remember(path);
    Files.createDirectories(folder(root, path));
    move(staged.resolve(path), root.resolve(path));
  }

  /** Deletes a file, and its folder if nothing else is in it. */
  void delete(String path) throws IOException {
    remember(path);
    Files.deleteIfExists(root.resolve(path));
    removeIfEmpty(folder(root, path));
  }

  /** Makes the changes last. */
  void commit() {
    touched.clear();
  }

  /** Takes back what was not committed, and clears up. */
  @Override
  public void close() throws IOException {
    try {
      while (!touched.isEmpty()) {
        restore(touched.pop());
      }
    } finally {
      clearUp();
    }
  }

  private void remember(String path) throws IOException {
    Path target = root.resolve(path);
    if (Files.exists(target)) {
      Files.createDirectories(folder(backups, path));
      Files.copy(target, backups.resolve(path), StandardCopyOption.COPY_ATTRIBUTES);
    }
    touched.push(path);
  }

  private void restore(String path) throws IOException {
    if (Files.exists(backups.resolve(path))) {
      Files.createDirectories(folder(root, path));
      move(backups.resolve(path), root.resolve(path));
    } else {
      Files.deleteIfExists(root.resolve(path));
      removeIfEmpty(folder(root, path));
    }
  }

  /** The folder that a path is in. */
  private static Path folder(Path base, String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? base : base.resolve(path.substring(0, slash));
  }

  private void removeIfEmpty(Path folder) throws IOException {
    if (!folder.equals(root) && Files.isDirectory(folder)) {
      try {
        Files.delete(folder);
      } catch (DirectoryNotEmptyException e) {
        // Somebody else has files there.
      }
    }
  }

  private void clearUp() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(scratch)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
