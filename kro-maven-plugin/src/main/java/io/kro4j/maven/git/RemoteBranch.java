package io.kro4j.maven.git;

/**
 * A branch of a remote repository.
 *
 * @param url the address of the repository, or a path
 * @param branch the name of the branch
 */
public record RemoteBranch(String url, String branch) {
  /** The repository as messages show it, without user and password. */
  public String shown() {
    return Scrubber.withoutUser(url);
  }

  /** The branch as messages show it. */
  @Override
  public String toString() {
    return "`" + branch + "` of " + shown();
  }
}
