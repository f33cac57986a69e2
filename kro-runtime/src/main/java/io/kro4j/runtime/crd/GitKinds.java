package io.kro4j.runtime.crd;

import io.kro4j.compiler.instance.GroupKind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds whose API comes from Git: those that compiled graphs in the cluster are for. Their CRDs
 * are not for live groups to change. Safe for concurrent use.
 */
public final class GitKinds {
  private final Map<String, GroupKind> kinds = new LinkedHashMap<>();

  /** A compiled graph is in the cluster. */
  public synchronized void put(String compiledGraph, GroupKind kind) {
    kinds.put(compiledGraph, kind);
  }

  /** A compiled graph is no more. */
  public synchronized void remove(String compiledGraph) {
    kinds.remove(compiledGraph);
  }

  /** The compiled graph of a kind; the first if there are several. */
  public Optional<String> graphOf(GroupKind kind) {
    return graphsOf(kind).stream().findFirst();
  }

  /** The compiled graphs of a kind. */
  public synchronized Set<String> graphsOf(GroupKind kind) {
    Set<String> names = new LinkedHashSet<>();
    kinds.forEach(
        (name, each) -> {
          if (each.equals(kind)) {
            names.add(name);
          }
        });
    return names;
  }
}
