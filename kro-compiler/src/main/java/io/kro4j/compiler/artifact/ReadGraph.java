package io.kro4j.compiler.artifact;

/** What came of reading a {@code CompiledGraph} object. */
public sealed interface ReadGraph {
  /**
   * The graph can be served.
   *
   * @param graph the graph
   */
  record Accepted(CompiledGraph graph) implements ReadGraph {}

  /**
   * The graph cannot be served.
   *
   * @param reason what kind of trouble it is
   * @param path the field it is about, such as {@code spec.nodes[2].template}
   * @param message one sentence for the user, which names neither the object nor the path
   */
  record Rejected(Reason reason, String path, String message) implements ReadGraph {}

  /** Why a graph cannot be served. */
  enum Reason {
    /** Another release wrote it, in a format that this one does not know. */
    UNSUPPORTED_FORMAT,
    /** It was changed after it was written. */
    DIGEST_MISMATCH,
    /** It is not a compiled graph, or a damaged one. */
    INVALID
  }
}
