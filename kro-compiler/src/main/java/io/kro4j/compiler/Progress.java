package io.kro4j.compiler;

/** Hears how far a run is. What comes of the run does not depend on it. */
@FunctionalInterface
public interface Progress {
  /** Nobody listens. */
  Progress UNHEARD = (done, total) -> {};

  /**
   * One more group has been compiled. Several threads may call at once, and a call holds one up.
   *
   * @param done how many have been, this one included
   * @param total how many there are
   */
  void compiled(int done, int total);
}
