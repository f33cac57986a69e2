package io.kro4j.maven.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** What is at a path of a commit. */
public sealed interface Entry {
  /** Nothing. */
  record Nothing() implements Entry {}

  /**
   * A file.
   *
   * @param text its bytes as UTF-8
   */
  record Text(String text) implements Entry {}

  /** A folder. */
  record Folder() implements Entry {}

  /** A link, a submodule, or something below a path that is no folder. */
  record Other() implements Entry {}

  /** Looks at a path. */
  static Entry at(Repository repository, Commit commit, String path) throws IOException {
    try (ObjectReader reader = repository.newObjectReader();
        RevWalk walk = new RevWalk(reader)) {
      RevCommit parsed = walk.parseCommit(ObjectId.fromString(commit.id()));
      for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
        try (TreeWalk folder =
            TreeWalk.forPath(reader, path.substring(0, slash), parsed.getTree())) {
          if (folder == null) {
            return new Nothing();
          }
          if (!folder.getFileMode(0).equals(FileMode.TREE)) {
            return new Other();
          }
        }
      }
      try (TreeWalk file = TreeWalk.forPath(reader, path, parsed.getTree())) {
        if (file == null) {
          return new Nothing();
        }
        return switch (file.getRawMode(0) & FileMode.TYPE_MASK) {
          case FileMode.TYPE_FILE ->
              new Text(
                  new String(reader.open(file.getObjectId(0)).getBytes(), StandardCharsets.UTF_8));
          case FileMode.TYPE_TREE -> new Folder();
          default -> new Other();
        };
      }
    }
  }
}
