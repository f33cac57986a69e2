package io.kro4j.runtime;

import java.util.Arrays;
import java.util.Optional;

/** The kinds that define APIs; the runtime serves those of them that it is told to. */
public enum ServedKind {
  /** Live groups under this project's name. */
  RESOURCE_GROUP("ResourceGroup"),
  /** Live groups under upstream's name. */
  RESOURCE_GRAPH_DEFINITION("ResourceGraphDefinition"),
  /** Graphs that were compiled before. */
  COMPILED_GRAPH("CompiledGraph");

  private final String kind;

  ServedKind(String kind) {
    this.kind = kind;
  }

  /** The kind as manifests have it. */
  public String kind() {
    return kind;
  }

  /** The entry of a kind, or empty if groups are not defined by objects of that kind. */
  public static Optional<ServedKind> find(String kind) {
    return Arrays.stream(values()).filter(served -> served.kind.equals(kind)).findFirst();
  }
}
