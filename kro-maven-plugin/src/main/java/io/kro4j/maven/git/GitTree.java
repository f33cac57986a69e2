package io.kro4j.maven.git;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a commit or of the working tree. Submodules are no part of it; a symbolic link is
 * the files that it leads to, if they are in the same tree.
 *
 * @param files the files by path
 */
public record GitTree(SortedMap<String, GitFile> files) {
  /** Copies the map. */
  public GitTree {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * A tree with symbolic links.
   *
   * @param files the files that are no links
   * @param links the text of each link by its path
   */
  static GitTree of(SortedMap<String, GitFile> files, Map<String, String> links) {
    SortedMap<String, GitFile> all = new TreeMap<>(files);
    links.forEach(
        (path, text) -> {
          String target = target(path, text);
          GitFile file = files.get(target);
          if (file != null) {
            all.put(path, new GitFile(path, file.blob(), file.content()));
          }
          below(files, target)
              .forEach(
                  (name, below) -> {
                    String shown = path + name.substring(target.length());
                    all.put(shown, new GitFile(shown, below.blob(), below.content()));
                  });
        });
    return new GitTree(all);
  }

  /** Whether there is a file below a folder; the empty path is the top. */
  public boolean isFolder(String path) {
    return path.isEmpty() ? !files.isEmpty() : !below(files, path).isEmpty();
  }

  /** The files below a folder; the empty path is the top. */
  public SortedMap<String, GitFile> below(String path) {
    return path.isEmpty() ? files : below(files, path);
  }

  private static SortedMap<String, GitFile> below(SortedMap<String, GitFile> files, String path) {
    // '0' is the character after '/'.
    return files.subMap(path + "/", path + "0");
  }

  /** The path that a link leads to; one that leads out of the tree names nothing in it. */
  private static String target(String link, String text) {
    Path folder = Path.of("/").resolve(link).resolveSibling(text.replace('\\', '/')).normalize();
    return folder.toString().replace('\\', '/').replaceFirst("^(?:[A-Za-z]:)?/", "");
  }
}
