package io.kro4j.maven.git;

/**
 * A commit.
 *
 * @param id its id, 40 hexadecimal digits
 * @param name how it was asked for, such as {@code main}
 */
public record Commit(String id, String name) {
  private static final int SHORT = 10;

  /** The beginning of the id, enough for people. */
  public String shortId() {
    return id.substring(0, SHORT);
  }

  /** The commit as messages name it: {@code main (1a2b3c4d5e)}. */
  @Override
  public String toString() {
    return id.startsWith(name) ? shortId() : name + " (" + shortId() + ")";
  }
}
