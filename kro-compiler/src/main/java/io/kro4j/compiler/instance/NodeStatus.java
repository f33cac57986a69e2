package io.kro4j.compiler.instance;

/**
 * How far a node has come.
 *
 * @param id the node
 * @param state the phase
 * @param reason why, as one word; empty if there is nothing to explain
 * @param message why, as a sentence without a final full stop; empty if there is nothing to explain
 */
public record NodeStatus(String id, State state, String reason, String message) {
  /** The message with the node that it is about. */
  public String explanation() {
    return message.isEmpty() ? "node `" + id + "`" : "node `" + id + "`: " + message;
  }

  /** Upstream's phases of a node. */
  public enum State {
    /** Not decided, or not applied. */
    IN_PROGRESS,
    /** Excluded. */
    SKIPPED,
    /** Cannot be evaluated or applied. */
    ERROR,
    /** Being deleted. */
    DELETING,
    /** There and not ready. */
    WAITING_FOR_READINESS,
    /** There and ready. */
    SYNCED
  }
}
