package io.kro4j.compiler.artifact.files;

import io.kro4j.compiler.artifact.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Changes to a folder that are all made or all taken back, even if the process is killed between
 * them: before the first change a journal names the files, next to copies of them. Who finds a
 * journal takes the changes back.
 */
final class Transaction implements AutoCloseable {
  private static final String PREFIX = ".kro-staging-";

  private final Path root;
  private final Path scratch;
  private final Path staged;
  private final Path backups;
  private final Path journal;

  private Transaction(Path root, Path scratch) {
    this.root = root;
    this.scratch = scratch;
    this.staged = scratch.resolve("new");
    this.backups = scratch.resolve("old");
    this.journal = scratch.resolve("journal");
  }

  /** Begins; the scratch folder is inside the root, so that moves do not leave the file system. */
  static Transaction begin(Path root) throws IOException {
    return new Transaction(root, Files.createTempDirectory(root, PREFIX));
  }

  /**
   * Takes back what runs left half done that were killed.
   *
   * @param isOurs which paths may be touched, whatever a journal says
   */
  static void recover(Path root, Predicate<String> isOurs) throws IOException {
    List<Path> abandoned;
    try (Stream<Path> entries = Files.isDirectory(root) ? Files.list(root) : Stream.empty()) {
      abandoned =
          entries
              .filter(entry -> entry.getFileName().toString().startsWith(PREFIX))
              .filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
              .toList();
    }
    for (Path scratch : abandoned) {
      try (Transaction transaction = new Transaction(root, scratch)) {
        transaction.takeBack(isOurs);
      }
    }
  }

  /** Writes the new text of a file aside. */
  void stage(String path, String text) throws IOException {
    Files.createDirectories(folder(staged, path));
    Files.write(staged.resolve(path), text.getBytes(StandardCharsets.UTF_8));
  }

  /** Makes copies of all files that are to change, so that the changes can be taken back. */
  void announce(Collection<String> paths) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String path : paths) {
      lines.add(entry(staged, path));
      Path target = root.resolve(path);
      if (Files.exists(target)) {
        Files.createDirectories(folder(backups, path));
        Files.copy(target, backups.resolve(path), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    Path draft = Files.write(scratch.resolve("journal.draft"), lines, StandardCharsets.UTF_8);
    move(draft, journal);
  }

  /** Moves a staged file into its place. */
  void put(String path) throws IOException {
    Files.createDirectories(folder(root, path));
    move(staged.resolve(path), root.resolve(path));
  }

  /** Deletes a file, and its folder if nothing else is in it. */
  void delete(String path) throws IOException {
    Files.deleteIfExists(root.resolve(path));
    removeIfEmpty(folder(root, path));
  }

  /** Makes the changes last. */
  void commit() throws IOException {
    Files.deleteIfExists(journal);
  }

  /** Takes back what was not committed, and clears up. */
  @Override
  public void close() throws IOException {
    takeBack(path -> true);
    clearUp();
  }

  private void takeBack(Predicate<String> isOurs) throws IOException {
    if (!Files.exists(journal)) {
      return;
    }
    for (String line : Files.readAllLines(journal, StandardCharsets.UTF_8)) {
      String path = line.substring(line.indexOf(' ') + 1);
      // What somebody wrote since is not taken back.
      if (isOurs.test(path) && line.equals(entry(root, path))) {
        restore(path);
      }
    }
    Files.delete(journal);
  }

  /** Makes a file what it was; the copy stays, for a run that is killed in the middle of this. */
  private void restore(String path) throws IOException {
    Path backup = backups.resolve(path);
    if (Files.isRegularFile(backup, LinkOption.NOFOLLOW_LINKS)) {
      Path copy = scratch.resolve("restored");
      Files.copy(
          backup, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
      Files.createDirectories(folder(root, path));
      move(copy, root.resolve(path));
    } else {
      Files.deleteIfExists(root.resolve(path));
      removeIfEmpty(folder(root, path));
    }
  }

  /** A line of the journal: the digest of what a file holds, if it is there, and its path. */
  private static String entry(Path base, String path) throws IOException {
    Path file = base.resolve(path);
    String digest =
        Files.isRegularFile(file)
            ? Digest.ofText(Files.readString(file, StandardCharsets.ISO_8859_1)).text()
            : "none";
    return digest + " " + path;
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
