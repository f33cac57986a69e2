package io.kro4j.maven.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/**
 * Finds the branch that others merge into: what the remote says it is, else {@code main} or {@code
 * master}, of the remote before the local one, which may be old.
 */
final class MainBranch {
  private static final List<String> NAMES = List.of("main", "master");

  private final Repository repository;

  private MainBranch(Repository repository) {
    this.repository = repository;
  }

  /** The branch as a ref, if there is one. */
  static Optional<Ref> of(Repository repository) throws IOException {
    return new MainBranch(repository).find();
  }

  private Optional<Ref> find() throws IOException {
    List<String> names = new ArrayList<>();
    for (String remote : remotes()) {
      String prefix = Constants.R_REMOTES + remote + "/";
      Ref head = repository.exactRef(prefix + Constants.HEAD);
      if (head != null && head.getObjectId() != null) {
        return Optional.of(head.getLeaf());
      }
      NAMES.forEach(name -> names.add(prefix + name));
    }
    NAMES.forEach(name -> names.add(Constants.R_HEADS + name));
    for (String name : names) {
      Ref ref = repository.exactRef(name);
      if (ref != null && ref.getObjectId() != null) {
        return Optional.of(ref);
      }
    }
    return Optional.empty();
  }

  /** The remotes, the one that one's work comes from first. */
  private Collection<String> remotes() {
    List<String> remotes = new ArrayList<>(repository.getRemoteNames());
    remotes.sort((a, b) -> Boolean.compare(isOrigin(b), isOrigin(a)));
    return remotes;
  }

  private static boolean isOrigin(String remote) {
    return remote.equals(Constants.DEFAULT_REMOTE_NAME);
  }
}
