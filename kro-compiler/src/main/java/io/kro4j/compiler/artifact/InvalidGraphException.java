package io.kro4j.compiler.artifact;

/**
 * Ends the reading of a graph at the first thing that is wrong; never leaves {@link
 * CompiledGraphReader}, which turns it into {@link ReadGraph.Rejected}. A graph with a sound digest
 * was written by the compiler as it stands, so there is nothing to collect.
 */
final class InvalidGraphException extends Exception {
  private final ReadGraph.Rejected rejection;

  InvalidGraphException(ReadGraph.Reason reason, String path, String message) {
    super(path + ": " + message);
    rejection = new ReadGraph.Rejected(reason, path, message);
  }

  /** The field is not as the format wants it. */
  static InvalidGraphException invalid(String path, String message) {
    return new InvalidGraphException(ReadGraph.Reason.INVALID, path, message);
  }

  /** What to tell the caller. */
  ReadGraph.Rejected rejection() {
    return rejection;
  }
}
