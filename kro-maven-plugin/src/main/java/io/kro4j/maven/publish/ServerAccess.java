package io.kro4j.maven.publish;

import io.kro4j.maven.git.Access;
import java.util.List;

/**
 * What opens a repository, as the parameters name it.
 *
 * @param access what opens it
 * @param mistakes why it may not, one sentence each
 */
public record ServerAccess(Access access, List<String> mistakes) {
  /** Copies the list. */
  public ServerAccess {
    mistakes = List.copyOf(mistakes);
  }
}
