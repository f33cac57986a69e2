package io.kro4j.maven.git;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.UserConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/** A clone with a working tree; it may be a linked one ({@code git worktree}). */
public final class GitRepository implements AutoCloseable {
  private static final String SHALLOW =
      "; this clone is shallow: fetch the whole history (`git fetch --unshallow`, in GitHub Actions"
          + " `fetch-depth: 0`, in GitLab `GIT_DEPTH: 0`)";

  private static final List<String> LENT = List.of("http", "url", "ssh", "user", "gpg", "commit");

  private final Repository repository;

  private GitRepository(Repository repository) {
    this.repository = repository;
  }

  /**
   * The repository that a folder is in.
   *
   * @throws GitProblem if it is in none, or in one without a working tree
   * @throws AccessDeniedException if it cannot be read
   */
  public static GitRepository open(Path folder) throws IOException {
    QuietSystemReader.install();
    GitRights.requireReading(folder);
    FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
    if (builder.getGitDir() == null) {
      throw new GitProblem("`" + folder + "` is in no Git repository; run this in a clone");
    }
    Repository repository = builder.setMustExist(true).build();
    if (repository.isBare()) {
      repository.close();
      throw new GitProblem(
          "the Git repository `"
              + builder.getGitDir()
              + "` has no working tree; run this in a clone");
    }
    return new GitRepository(repository);
  }

  /** The folder at the top of the working tree. */
  public Path top() throws IOException {
    return repository.getWorkTree().toPath().toRealPath();
  }

  /**
   * The commit that is checked out.
   *
   * @throws GitProblem if there is none yet
   */
  public Commit head() throws IOException {
    ObjectId head = repository.resolve(Constants.HEAD);
    if (head == null) {
      throw new GitProblem(
          "the branch `" + branch() + "` has no commit yet: commit something first");
    }
    return new Commit(head.name(), Constants.HEAD);
  }

  private String branch() throws IOException {
    return String.valueOf(repository.getBranch());
  }

  /**
   * The commit of a branch, a tag, an id, or whatever else Git takes, such as {@code HEAD~1}. A
   * branch that only the remote has is found too.
   *
   * @throws GitProblem if there is no such commit here
   */
  public Commit commit(String revision) throws IOException {
    ObjectId id = resolve(revision);
    for (String remote : repository.getRemoteNames()) {
      id = id == null ? resolve(Constants.R_REMOTES + remote + "/" + revision) : id;
    }
    if (id == null) {
      String shallow = orShallow();
      throw new GitProblem(
          "there is no commit `"
              + revision
              + "` here"
              + (shallow.isEmpty() ? "; name a branch, tag or commit that was fetched" : shallow));
    }
    return new Commit(id.name(), revision);
  }

  private @Nullable ObjectId resolve(String revision) throws IOException {
    try {
      return repository.resolve(revision + "^{commit}");
    } catch (MissingObjectException missing) {
      return null;
    } catch (AmbiguousObjectException ambiguous) {
      throw new GitProblem(
          "`" + revision + "` may be several commits: write more of it", ambiguous);
    } catch (RevisionSyntaxException | IncorrectObjectTypeException wrong) {
      throw new GitProblem("`" + revision + "` is not the name of a commit", wrong);
    }
  }

  /**
   * Where the work on something began: the commit that it and the main branch have in common.
   *
   * @throws GitProblem if there is no main branch, or nothing in common
   */
  public Commit mergeBase(Commit head) throws IOException {
    Ref main =
        MainBranch.of(repository)
            .orElseThrow(
                () ->
                    new GitProblem(
                        "there is no branch `main` or `master` here to compare with: name a branch,"
                            + " tag or commit"
                            + orShallow()));
    String name = Repository.shortenRefName(main.getName());
    return base(head, main)
        .map(base -> new Commit(base.name(), "merge base with " + name))
        .orElseThrow(
            () ->
                new GitProblem(
                    "`" + head + "` and `" + name + "` have no commit in common" + orShallow()));
  }

  private Optional<RevCommit> base(Commit head, Ref main) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(ObjectId.fromString(head.id())));
      walk.markStart(walk.parseCommit(main.getObjectId()));
      return Optional.ofNullable(walk.next());
    }
  }

  private String orShallow() {
    try {
      return repository.getObjectDatabase().getShallowCommits().isEmpty() ? "" : SHALLOW;
    } catch (IOException unknown) {
      return "";
    }
  }

  /** The files of a commit. */
  public GitTree tree(Commit commit) throws IOException {
    return CommitTree.of(repository, commit);
  }

  /** The files of the working tree whose paths are wanted. */
  public GitTree workingTree(Predicate<String> wanted) throws IOException {
    return WorkingTree.of(repository, wanted);
  }

  /** The address of a remote: the one to push to, if there is another for that. */
  public Optional<String> remoteUrl(String name) {
    Config config = repository.getConfig();
    return Optional.ofNullable(config.getString("remote", name, "pushurl"))
        .or(() -> Optional.ofNullable(config.getString("remote", name, "url")));
  }

  /** Who commits here, if Git was told; what it would guess from the machine does not count. */
  public Optional<Identity> identity() {
    UserConfig user = repository.getConfig().get(UserConfig.KEY);
    return user.isCommitterNameImplicit() || user.isCommitterEmailImplicit()
        ? Optional.empty()
        : Optional.of(new Identity(user.getCommitterName(), user.getCommitterEmail()));
  }

  /** Whether Git is configured to sign commits. */
  public boolean signs() {
    return new GpgConfig(repository.getConfig()).isSignCommits();
  }

  /** The files that are not as they are in the commit that is checked out, by path. */
  public SortedSet<String> uncommitted() throws IOException {
    try {
      Status status = new Git(repository).status().call();
      SortedSet<String> files = new TreeSet<>(status.getUncommittedChanges());
      files.addAll(status.getUntracked());
      return files;
    } catch (GitAPIException e) {
      throw new GitProblem("what is committed here cannot be found out: " + e.getMessage(), e);
    }
  }

  /** Puts what counts for connections and signatures into another configuration. */
  void lend(Config other) {
    Config config = repository.getConfig();
    for (String section : LENT) {
      lend(config, section, null, other);
      config.getSubsections(section).forEach(name -> lend(config, section, name, other));
    }
  }

  private static void lend(
      Config config, String section, @Nullable String subsection, Config other) {
    for (String key : config.getNames(section, subsection)) {
      other.setStringList(
          section, subsection, key, List.of(config.getStringList(section, subsection, key)));
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}
