package io.kro4j.compiler.artifact.drift;

/**
 * A file of the output folder that is not as it should be.
 *
 * @param path its path below the folder, with forward slashes
 * @param reason how it differs
 * @param expected whether the sources compile to a file of this path
 */
public record Drift(String path, Reason reason, boolean expected) {

  /** How a file differs. */
  public enum Reason {
    /** It is not there. */
    MISSING,
    /** An earlier run wrote it, and the sources compile to something else now, or to nothing. */
    STALE,
    /** It was generated, and somebody changed it since. */
    EDITED,
    /** Somebody else put it there; also what is no regular file. */
    FOREIGN
  }
}
