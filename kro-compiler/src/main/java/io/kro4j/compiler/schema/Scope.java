package io.kro4j.compiler.schema;

/** Whether objects of a kind live in a namespace. */
public enum Scope {
  /** In a namespace. */
  NAMESPACED("Namespaced"),
  /** In the cluster as a whole. */
  CLUSTER("Cluster");

  private final String text;

  Scope(String text) {
    this.text = text;
  }

  /** The word that CRDs use. */
  public String text() {
    return text;
  }
}
