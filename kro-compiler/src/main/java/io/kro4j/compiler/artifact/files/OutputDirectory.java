package io.kro4j.compiler.artifact.files;

import io.kro4j.compiler.artifact.ExistingFiles;
import io.kro4j.compiler.artifact.OutputPath;
import io.kro4j.compiler.artifact.OutputPlan;
import io.kro4j.compiler.artifact.OutputTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An output folder. Only paths that {@link OutputPath} knows are ever touched, and none that leads
 * through a symbolic link.
 */
public final class OutputDirectory implements ExistingFiles {
  private final Path root;

  private OutputDirectory(Path root) {
    this.root = root;
  }

  /**
   * An output folder.
   *
   * @param root the folder; need not exist yet
   */
  public static OutputDirectory at(Path root) {
    return new OutputDirectory(root.toAbsolutePath().normalize());
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException if a file cannot be read
   */
  @Override
  public Existing at(String path) {
    OutputPath.require(path);
    Path file = root.resolve(path);
    if (isBlocked(path)) {
      return new Existing.Other();
    }
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return new Existing.Nothing();
    }
    try {
      return Existing.File.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException if a folder cannot be read
   */
  @Override
  public SortedSet<String> paths() {
    SortedSet<String> paths = new TreeSet<>();
    for (String name : OutputPath.ALL_FOLDERS) {
      Path folder = root.resolve(name);
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      try (Stream<Path> below = Files.walk(folder)) {
        below
            .filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
            .forEach(path -> paths.add(root.relativize(path).toString().replace('\\', '/')));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return paths;
  }

  /**
   * Does what a plan says, or nothing: all new files are written aside before the first one is
   * moved into its place, and if a step fails the steps before it are taken back. The manifest
   * comes last.
   *
   * @throws IllegalArgumentException if the plan has conflicts
   * @throws IOException if a file cannot be written, moved or deleted; the folder is then as it was
   */
  public void apply(OutputPlan plan) throws IOException {
    if (!plan.conflicts().isEmpty()) {
      throw new IllegalArgumentException("the plan has conflicts: " + plan.conflicts());
    }
    if (plan.isUpToDate()) {
      return;
    }
    Set<String> paths = new TreeSet<>(plan.writes().keySet());
    paths.addAll(plan.deletes());
    for (String path : paths) {
      OutputPath.require(path);
      if (isBlocked(path)) {
        throw new IOException(
            root.resolve(path) + " is, or leads through, what is no file of ours");
      }
    }
    Files.createDirectories(root);
    try (Transaction transaction = Transaction.begin(root)) {
      for (Map.Entry<String, String> write : plan.writes().entrySet()) {
        transaction.stage(write.getKey(), write.getValue());
      }
      transaction.announce(paths);
      for (String path : manifestLast(plan)) {
        transaction.put(path);
      }
      for (String path : plan.deletes()) {
        transaction.delete(path);
      }
      transaction.commit();
    }
  }

  /**
   * Runs a task that looks at the folder and changes it, while no other run of this user on this
   * machine does; before, takes back what a run left half done that was killed.
   *
   * @return what the task returns
   * @throws IOException if the folder cannot be locked or mended, or the task fails so
   */
  public <T> T exclusively(Task<T> task) throws IOException {
    FolderLock lock = FolderLock.acquire(root);
    try {
      Transaction.recover(root, path -> OutputPath.isOurs(path) && !isBlocked(path));
      return task.run();
    } finally {
      lock.close();
    }
  }

  /** What is done with the folder. */
  @FunctionalInterface
  public interface Task<T> {
    /** Does it. */
    T run() throws IOException;
  }

  private static List<String> manifestLast(OutputPlan plan) {
    List<String> paths = new ArrayList<>(plan.writes().keySet());
    if (paths.remove(OutputTree.MANIFEST)) {
      paths.add(OutputTree.MANIFEST);
    }
    return paths;
  }

  /** Whether a path is, or leads through, something else than a file in a folder. */
  private boolean isBlocked(String path) {
    Path file = root.resolve(path);
    int slash = path.indexOf('/');
    boolean folderIsNone =
        slash > 0
            && exists(root.resolve(path.substring(0, slash)))
            && !Files.isDirectory(
                root.resolve(path.substring(0, slash)), LinkOption.NOFOLLOW_LINKS);
    boolean fileIsNone = exists(file) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    return folderIsNone || fileIsNone;
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
