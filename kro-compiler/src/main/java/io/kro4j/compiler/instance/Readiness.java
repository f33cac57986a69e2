package io.kro4j.compiler.instance;

/**
 * Whether the dependents of a node may go on. Messages are one sentence without a final full stop.
 */
public sealed interface Readiness {
  /** They may. */
  record Ready() implements Readiness {}

  /**
   * Not yet.
   *
   * @param why what kind of not yet
   * @param message what is missing
   */
  record NotReady(Why why, String message) implements Readiness {}

  /**
   * Not until the instance, the graph or an object changes.
   *
   * @param message why, with the expression
   */
  record Failed(String message) implements Readiness {}

  /** Kinds of not yet. */
  enum Why {
    /** An object is not there. */
    ABSENT("NotFound"),
    /** An object is being deleted; it will have to be made again. */
    DELETING("ResourceDeleting"),
    /** A condition does not hold yet. */
    CONDITION("NotReady");

    private final String reason;

    Why(String reason) {
      this.reason = reason;
    }

    /** The reason as status conditions spell it. */
    public String reason() {
      return reason;
    }
  }
}
