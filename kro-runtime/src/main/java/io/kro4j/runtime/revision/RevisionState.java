package io.kro4j.runtime.revision;

/**
 * How far the runtime is with a revision.
 *
 * @param specHash the hash of its spec, see {@link SpecHash}
 * @param stage how far
 */
public record RevisionState(String specHash, Stage stage) {
  /** How far the runtime is. */
  public enum Stage {
    /** It is being compiled, or its status is being written. */
    PENDING,
    /** It compiled, and its status says so. */
    ACTIVE,
    /** It does not compile. */
    FAILED
  }
}
