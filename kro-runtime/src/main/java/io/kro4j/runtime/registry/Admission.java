package io.kro4j.runtime.registry;

/** What came of bringing a graph. */
public sealed interface Admission {
  /**
   * The graph serves its kind.
   *
   * @param changed whether it did not before
   */
  record Serving(boolean changed) implements Admission {}

  /**
   * Another source serves the kind, and came first.
   *
   * @param by the source that serves
   */
  record Taken(GraphSource by) implements Admission {}
}
