package io.kro4j.maven.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Lists the files of a commit; reads none before somebody asks. */
final class CommitTree {
  private final Repository repository;
  private final SortedMap<String, GitFile> files = new TreeMap<>();
  private final Map<String, String> links = new TreeMap<>();

  private CommitTree(Repository repository) {
    this.repository = repository;
  }

  /** The files of a commit. */
  static GitTree of(Repository repository, Commit commit) throws IOException {
    CommitTree tree = new CommitTree(repository);
    try {
      tree.walk(ObjectId.fromString(commit.id()));
    } catch (MissingObjectException missing) {
      throw incomplete("the folders of commit `" + commit + "`", missing);
    }
    return GitTree.of(tree.files, tree.links);
  }

  private void walk(ObjectId commit) throws IOException {
    try (RevWalk commits = new RevWalk(repository);
        TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(commits.parseCommit(commit).getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        add(walk.getPathString(), walk.getFileMode(0), walk.getObjectId(0));
      }
    }
  }

  private void add(String path, FileMode mode, ObjectId blob) throws IOException {
    if (mode.equals(FileMode.SYMLINK)) {
      links.put(path, new String(read(path, blob), StandardCharsets.UTF_8));
    } else if (!mode.equals(FileMode.GITLINK)) {
      files.put(path, new GitFile(path, blob.name(), () -> read(path, blob)));
    }
  }

  private byte[] read(String path, ObjectId blob) throws IOException {
    try {
      return repository.open(blob).getBytes();
    } catch (MissingObjectException missing) {
      throw incomplete("`" + path + "`", missing);
    }
  }

  private static GitProblem incomplete(String what, MissingObjectException missing) {
    return new GitProblem(
        "this clone does not have "
            + what
            + ": it was made with a filter; fetch everything (`git fetch --refetch --no-filter`)",
        missing);
  }
}
