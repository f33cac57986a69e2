package io.kro4j.maven.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A repository that a test makes, with its working tree. */
public final class History implements AutoCloseable {
  private static final PersonIdent AUTHOR = new PersonIdent("A", "a@example.com");

  private final Git git;
  private final Path folder;

  private History(Git git, Path folder) {
    this.git = git;
    this.folder = folder;
  }

  /** An empty repository whose branch is {@code main}. */
  public static History init(Path folder) {
    try {
      return new History(
          Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call(), folder);
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    }
  }

  public Git git() {
    return git;
  }

  /** Writes a file. */
  public History write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** Deletes a file. */
  public History delete(String path) throws IOException {
    Files.delete(folder.resolve(path));
    return this;
  }

  /** Commits everything there is, and returns the id. */
  public String commit() throws GitAPIException {
    git.add().addFilepattern(".").call();
    git.add().addFilepattern(".").setUpdate(true).call();
    return git.commit()
        .setSign(false)
        .setMessage("c")
        .setAuthor(AUTHOR)
        .setCommitter(AUTHOR)
        .call()
        .name();
  }

  /** Makes a branch and checks it out. */
  public History branch(String name) throws GitAPIException {
    git.checkout().setCreateBranch(true).setName(name).call();
    return this;
  }

  @Override
  public void close() {
    git.close();
  }
}
