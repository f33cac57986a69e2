package io.kro4j.maven.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Lists the files of a working tree as Git would add them: without ignored ones, submodules and
 * other repositories inside it.
 */
final class WorkingTree {
  private static final int FILES = 0;
  private static final int INDEX = 1;

  private final Repository repository;
  private final Path top;
  private final SortedMap<String, GitFile> files = new TreeMap<>();
  private final Map<String, String> links = new TreeMap<>();

  private WorkingTree(Repository repository) {
    this.repository = repository;
    this.top = repository.getWorkTree().toPath();
  }

  /** The files whose path is wanted; the content of no others is looked at. */
  static GitTree of(Repository repository, Predicate<String> wanted) throws IOException {
    WorkingTree tree = new WorkingTree(repository);
    tree.walk(wanted);
    return GitTree.of(tree.files, tree.links);
  }

  private void walk(Predicate<String> wanted) throws IOException {
    try (TreeWalk walk = new TreeWalk(repository)) {
      FileTreeIterator iterator = new FileTreeIterator(repository);
      walk.addTree(iterator);
      walk.addTree(new DirCacheIterator(repository.readDirCache()));
      // So that only files which differ from the index by size or time are read for their ids.
      iterator.setDirCacheIterator(walk, INDEX);
      while (walk.next()) {
        FileTreeIterator file = walk.getTree(FILES, FileTreeIterator.class);
        boolean tracked = walk.getTree(INDEX, DirCacheIterator.class) != null;
        if (file == null || (!tracked && file.isEntryIgnored())) {
          continue;
        }
        FileMode mode = walk.getFileMode(FILES);
        if (mode.equals(FileMode.TREE)) {
          walk.enterSubtree();
        } else if (mode.equals(FileMode.SYMLINK)) {
          // A link to a folder has no wanted name itself; what is in the folder may have one.
          links.put(walk.getPathString(), link(walk.getPathString()));
        } else if (!mode.equals(FileMode.GITLINK) && wanted.test(walk.getPathString())) {
          add(walk.getPathString(), file);
        }
      }
    }
  }

  private String link(String path) throws IOException {
    return Files.readSymbolicLink(top.resolve(path)).toString();
  }

  private void add(String path, FileTreeIterator file) throws IOException {
    Path onDisk = top.resolve(path);
    String blob = file.getEntryObjectId().name();
    files.put(path, new GitFile(path, blob, () -> Files.readAllBytes(onDisk)));
  }
}
