package io.kro4j.maven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The repositories of a case; called by its scripts. */
public final class Repositories {
  private static final PersonIdent AUTHOR = new PersonIdent("A", "a@example.com");

  private final Path project;

  /**
   * The repositories of a case.
   *
   * @param project the copy of the case in which Maven runs
   */
  public Repositories(Path project) {
    this.project = project;
  }

  /**
   * Commits the case to a repository of its own, with the files of the folder {@code base} instead
   * of those that are there.
   *
   * @throws IOException if a file cannot be read or written
   * @throws GitAPIException if Git cannot do it
   */
  public void commit() throws IOException, GitAPIException {
    Files.writeString(project.resolve(".gitignore"), "target/\nbuild.log\n.live.git/\n");
    Map<Path, byte[]> later = new LinkedHashMap<>();
    Path base = project.resolve("base");
    try (Stream<Path> files = Files.isDirectory(base) ? Files.walk(base) : Stream.empty()) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path place = project.resolve(base.relativize(file));
        later.put(place, Files.readAllBytes(place));
        Files.write(place, Files.readAllBytes(file));
      }
    }
    try (Git git = Git.init().setDirectory(project.toFile()).setInitialBranch("main").call()) {
      git.add().addFilepattern(".").call();
      git.commit().setSign(false).setMessage("c").setAuthor(AUTHOR).setCommitter(AUTHOR).call();
    }
    for (Map.Entry<Path, byte[]> file : later.entrySet()) {
      Files.write(file.getKey(), file.getValue());
    }
  }

  /** Makes the repository to publish to. */
  public void makeLive() throws GitAPIException {
    Git.init().setBare(true).setDirectory(live().toFile()).call().close();
  }

  private Path live() {
    return project.resolve(".live.git");
  }

  /**
   * Whether a branch was published with some message and files.
   *
   * @param branch the branch
   * @param message a pattern of the message
   * @param files the paths of all its files
   * @throws IOException if it cannot be read
   */
  public boolean isPublished(String branch, String message, List<String> files) throws IOException {
    try (Git git = Git.open(live().toFile())) {
      Repository repository = git.getRepository();
      ObjectId tip = repository.resolve("refs/heads/" + branch);
      try (RevWalk walk = new RevWalk(repository);
          TreeWalk tree = new TreeWalk(repository)) {
        RevCommit commit = walk.parseCommit(tip);
        tree.addTree(commit.getTree());
        tree.setRecursive(true);
        List<String> found = new ArrayList<>();
        while (tree.next()) {
          found.add(tree.getPathString());
        }
        String text = commit.getFullMessage();
        return text.matches(message) && found.equals(files);
      }
    }
  }
}
