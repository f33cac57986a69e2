package io.kro4j.runtime.registry;

/**
 * Hears of changes of the registry, in their order and on the thread that makes them.
 * Implementations are quick and do not call the registry back.
 */
public interface RegistryListener {
  /** A graph serves its kind from now on, in place of the one before it if there was one. */
  void serving(ServedGraph graph);

  /** A kind is served by nobody any more. */
  void withdrawn(ServedGraph graph);

  /** A source wanted to serve a kind that another one serves, which that one may want to say. */
  void contested(ServedGraph serving, GraphSource rival);
}
