package io.kro4j.maven.git;

import java.io.IOException;

/** Something about a repository that its user has to mend; the message says what, in one line. */
public final class GitProblem extends IOException {
  private static final long serialVersionUID = 1;

  /** A problem in words. */
  public GitProblem(String message) {
    super(message);
  }

  /** A problem in words, with what JGit said. */
  public GitProblem(String message, Throwable cause) {
    super(message, cause);
  }

  /** What the user has to know. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
