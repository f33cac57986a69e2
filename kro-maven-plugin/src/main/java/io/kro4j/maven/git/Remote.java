package io.kro4j.maven.git;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;

/**
 * One branch of a remote repository, read and written through a bare repository of our own that
 * only keeps objects: it has no branches, and whatever is left in it half done is looked at by
 * nobody.
 */
public final class Remote implements AutoCloseable {
  private static final String NAME = "target";
  private static final String FETCHED = "refs/kro/fetched";
  private static final int TIMEOUT_SECONDS = 60;

  /** JGit knows more, which cannot be pushed to. */
  private static final Set<String> SCHEMES =
      Set.of("file", "git", "git+ssh", "http", "https", "ssh", "ssh+git");

  private final Repository objects;
  private final String branch;
  private final String shown;
  private final FixedCredentials credentials;
  private final Scrubber scrubber;
  private final SshKeys keys;

  private Remote(Repository objects, RemoteBranch target, Access access) {
    this.objects = objects;
    this.branch = Constants.R_HEADS + target.branch();
    this.shown = target.shown();
    this.credentials = new FixedCredentials(access);
    this.scrubber = new Scrubber(access.secrets());
    this.keys = new SshKeys(access);
  }

  /** What becomes of a push. */
  public enum Push {
    /** The branch is at the commit now. */
    DONE,
    /** Somebody else has changed the branch meanwhile. */
    OVERTAKEN
  }

  /**
   * A branch of a remote repository.
   *
   * @param cache the folder for objects; it may be there already
   * @param target the repository and the branch
   * @param access what opens it
   * @param configuration the clone whose configuration counts besides the user's own
   * @throws GitProblem if there can be no such branch
   */
  public static Remote open(
      Path cache, RemoteBranch target, Access access, Optional<GitRepository> configuration)
      throws IOException {
    QuietSystemReader.install();
    if (!Repository.isValidRefName(Constants.R_HEADS + target.branch())) {
      throw new GitProblem("`" + target.branch() + "` cannot be the name of a branch");
    }
    Repository objects = new FileRepositoryBuilder().setGitDir(cache.toFile()).setBare().build();
    if (!Files.exists(cache.resolve(Constants.HEAD))) {
      objects.create(true);
    }
    // In memory only: the configuration may hold passwords.
    StoredConfig config = objects.getConfig();
    configuration.ifPresent(source -> source.lend(config));
    config.setString("remote", NAME, "url", target.url());
    config.setString("core", null, "hooksPath", cache.resolve("no-hooks").toString());
    return new Remote(objects, target, access);
  }

  /**
   * The newest commit of the branch, which is fetched if it is not here yet.
   *
   * @return empty if there is no such branch
   * @throws GitProblem if the repository cannot be reached
   */
  public Optional<Commit> fetch() throws IOException {
    try (Transport transport = transport()) {
      Optional<ObjectId> tip = tip(transport);
      if (tip.isEmpty() || objects.getObjectDatabase().has(tip.get())) {
        return tip.map(this::commit);
      }
    }
    try (Transport transport = transport()) {
      transport.setTagOpt(TagOpt.NO_TAGS);
      transport.fetch(
          NullProgressMonitor.INSTANCE, List.of(new RefSpec("+" + branch + ":" + FETCHED)));
      return Optional.ofNullable(objects.exactRef(FETCHED)).map(ref -> commit(ref.getObjectId()));
    } catch (NotSupportedException | TransportException e) {
      throw problem("cannot be read", e);
    }
  }

  private Optional<ObjectId> tip(Transport transport) throws IOException {
    try (FetchConnection connection = transport.openFetch()) {
      Optional<Ref> ref = Optional.ofNullable(connection.getRef(branch));
      return ref.map(Ref::getObjectId);
    } catch (NotSupportedException | TransportException e) {
      if (e instanceof NoRemoteRepositoryException) {
        throw problem("is not there, or is not for you", e);
      }
      throw problem("cannot be read", e);
    }
  }

  private Commit commit(ObjectId id) {
    return new Commit(id.name(), Repository.shortenRefName(branch));
  }

  /** What is at a path of a commit. */
  public Entry at(Commit commit, String path) throws IOException {
    return Entry.at(objects, commit, path);
  }

  /** The paths of all files of a commit below a folder; the empty path is the top. */
  public Collection<String> paths(Commit commit, String folder) throws IOException {
    return CommitTree.of(objects, commit).below(folder).keySet();
  }

  /**
   * Makes a commit here; nobody sees it yet.
   *
   * @throws GitProblem if it has to be signed and cannot be
   */
  public Commit commit(NewCommit commit) throws IOException {
    return commit(new CommitWriter(objects, credentials).write(commit));
  }

  /**
   * Makes the branch point to a commit, unless it points elsewhere by now than it did. Never
   * overwrites what others pushed.
   *
   * @param before the commit that the branch is at; none if there is no branch
   * @param commit a commit that builds upon it
   * @throws GitProblem if the repository refuses, or cannot be reached
   * @throws AccessDeniedException if it is a folder that cannot be written
   */
  public Push push(Optional<Commit> before, Commit commit) throws IOException {
    ObjectId expected = before.map(old -> ObjectId.fromString(old.id())).orElse(ObjectId.zeroId());
    RemoteRefUpdate update =
        new RemoteRefUpdate(
            objects, commit.id(), ObjectId.fromString(commit.id()), branch, false, null, expected);
    try (Transport transport = transport()) {
      GitRights.requireWriting(transport.getURI());
      transport.push(NullProgressMonitor.INSTANCE, List.of(update));
    } catch (NotSupportedException | TransportException e) {
      throw problem("cannot be written", e);
    }
    return switch (update.getStatus()) {
      case OK, UP_TO_DATE -> Push.DONE;
      case REJECTED_REMOTE_CHANGED, REJECTED_NONFASTFORWARD -> Push.OVERTAKEN;
      default -> refused(expected, String.valueOf(update.getMessage()));
    };
  }

  /** A server that loses a race while it writes says so in words of its own. */
  private Push refused(ObjectId expected, String message) throws IOException {
    try (Transport transport = transport();
        FetchConnection connection = transport.openFetch()) {
      Optional<Ref> ref = Optional.ofNullable(connection.getRef(branch));
      if (!ref.map(Ref::getObjectId).orElse(ObjectId.zeroId()).equals(expected)) {
        return Push.OVERTAKEN;
      }
      Optional<String> other =
          connection.getRefs().stream().map(Ref::getName).filter(this::isInTheWay).findFirst();
      if (other.isPresent()) {
        throw new GitProblem(
            "there can be no branch `%s` in `%s`, because there is `%s`: name another one"
                .formatted(
                    Repository.shortenRefName(branch),
                    shown,
                    Repository.shortenRefName(other.get())));
      }
    } catch (NotSupportedException | TransportException e) {
      throw problem("cannot be read", e);
    }
    throw new GitProblem("`" + shown + "` refuses the commit: " + scrubber.scrub(message));
  }

  /** A branch cannot be a folder of others. */
  private boolean isInTheWay(String other) {
    return other.startsWith(branch + "/") || branch.startsWith(other + "/");
  }

  private Transport transport() throws IOException {
    try {
      Transport transport = Transport.open(objects, NAME);
      String scheme = transport.getURI().getScheme();
      if (scheme != null && !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
        transport.close();
        throw new GitProblem(
            "`" + shown + "` cannot be opened: use https, ssh or a path instead of " + scheme);
      }
      transport.setCredentialsProvider(credentials.fresh());
      transport.setTimeout(TIMEOUT_SECONDS);
      keys.configure(transport);
      return transport;
    } catch (URISyntaxException | NotSupportedException | TransportException e) {
      throw problem("cannot be opened", e);
    }
  }

  private GitProblem problem(String what, Exception cause) {
    return new GitProblem("`" + shown + "` " + what + ": " + scrubber.scrub(reason(cause)));
  }

  /** What JGit says, without the address before it, and what it says that this comes from. */
  private String reason(Exception cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    if (root instanceof UnknownHostException || root instanceof UnresolvedAddressException) {
      return "there is no host of this name";
    }
    if (root instanceof ConnectException) {
      return String.valueOf(root.getMessage());
    }
    String said = scrubber.scrub(String.valueOf(cause.getMessage()));
    String own = said.startsWith(shown + ": ") ? said.substring(shown.length() + 2) : said;
    String more = root == cause ? null : root.getMessage();
    return more == null || own.contains(more) ? own : own + " (" + more + ")";
  }

  @Override
  public void close() {
    keys.close();
    objects.close();
  }
}
