package io.kro4j.runtime.crd;

import io.kro4j.compiler.instance.GroupKind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The kinds whose API comes from Git: those that compiled graphs in the cluster are for. Their CRDs
 * are not for live groups to change. Safe for concurrent use.
 */
public final class GitKinds {
  private final Map<String, GroupKind> kinds = new LinkedHashMap<>();
  private final List<Consumer<GroupKind>> listeners = new CopyOnWriteArrayList<>();

  /**
   * Tells a listener of each kind that a compiled graph is for no more, so that live groups may
   * have it; must be quick.
   */
  public void listen(Consumer<GroupKind> listener) {
    listeners.add(listener);
  }

  /** A compiled graph is in the cluster. */
  public void put(String compiledGraph, GroupKind kind) {
    GroupKind before = change(compiledGraph, kind);
    if (before != null && !before.equals(kind)) {
      listeners.forEach(listener -> listener.accept(before));
    }
  }

  /** A compiled graph is no more. */
  public void remove(String compiledGraph) {
    GroupKind before = change(compiledGraph, null);
    if (before != null) {
      listeners.forEach(listener -> listener.accept(before));
    }
  }

  private synchronized @Nullable GroupKind change(String compiledGraph, @Nullable GroupKind kind) {
    return kind == null ? kinds.remove(compiledGraph) : kinds.put(compiledGraph, kind);
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
