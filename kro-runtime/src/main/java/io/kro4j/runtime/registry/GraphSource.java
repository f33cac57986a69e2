package io.kro4j.runtime.registry;

/**
 * The object in the cluster that a graph comes from.
 *
 * @param kind its kind, such as {@code ResourceGroup} or {@code CompiledGraph}
 * @param name its name; objects that bring graphs are cluster-scoped
 * @param uid its uid: an object made anew under the same name is another source
 */
public record GraphSource(String kind, String name, String uid) {
  @Override
  public String toString() {
    return kind + " " + name;
  }
}
