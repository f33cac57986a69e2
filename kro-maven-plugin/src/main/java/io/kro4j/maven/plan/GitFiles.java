package io.kro4j.maven.plan;

import io.kro4j.maven.git.GitFile;
import io.kro4j.maven.git.GitTree;
import io.kro4j.maven.input.FileSource;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A commit as if it were checked out where the project is. What is outside the repository no commit
 * holds, and is read from the disk.
 */
final class GitFiles implements FileSource {
  private final GitTree tree;
  private final Path base;
  private final Path baseInTop;

  /**
   * A commit at the place of a project.
   *
   * @param tree the files of the commit
   * @param base the project's folder, from which paths are given
   * @param top the folder at the top of the working tree
   * @throws IOException if the project's folder cannot be looked at
   */
  GitFiles(GitTree tree, Path base, Path top) throws IOException {
    this.tree = tree;
    this.base = base;
    this.baseInTop = top.relativize(base.toRealPath());
  }

  @Override
  public boolean isFolder(Path path) {
    return inTree(path).map(tree::isFolder).orElseGet(() -> DISK.isFolder(path));
  }

  @Override
  public boolean isFile(Path path) {
    return inTree(path)
        .map(name -> tree.files().containsKey(name))
        .orElseGet(() -> DISK.isFile(path));
  }

  @Override
  public List<Path> below(Path folder) throws IOException {
    Optional<String> name = inTree(folder);
    if (name.isEmpty()) {
      return DISK.below(folder);
    }
    int skipped = name.get().isEmpty() ? 0 : name.get().length() + 1;
    return tree.below(name.get()).keySet().stream()
        .map(path -> folder.resolve(path.substring(skipped)))
        .toList();
  }

  @Override
  public byte[] read(Path file) throws IOException {
    Optional<String> name = inTree(file);
    if (name.isEmpty()) {
      return DISK.read(file);
    }
    GitFile found = tree.files().get(name.get());
    if (found == null) {
      throw new NoSuchFileException(name.get());
    }
    return found.content().read();
  }

  /** The path from the top of the repository; empty if it leads out of it. */
  private Optional<String> inTree(Path path) {
    if (!path.getRoot().equals(base.getRoot())) {
      return Optional.empty();
    }
    Path inTop = baseInTop.resolve(base.relativize(path)).normalize();
    return inTop.startsWith("..")
        ? Optional.empty()
        : Optional.of(inTop.toString().replace('\\', '/'));
  }
}
