package io.kro4j.compiler.plan;

import io.kro4j.compiler.CompiledGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says which group of one state is which of the other: the one that serves the same kind, or else
 * the one of the same name, whose kind then changes.
 */
final class GroupPairs {
  private final List<CompiledGroup> before;
  private final List<CompiledGroup> after;
  private final List<Pair> pairs = new ArrayList<>();

  private GroupPairs(List<CompiledGroup> before, List<CompiledGroup> after) {
    this.before = new ArrayList<>(before);
    this.after = new ArrayList<>(after);
  }

  /**
   * A group in both states, or in one of them.
   *
   * @param before the group as it was, if it was there
   * @param after the group as it will be, if it will be there
   */
  record Pair(Optional<CompiledGroup> before, Optional<CompiledGroup> after) {
    /** The name of the group, after the change if it is still there. */
    String name() {
      return after.or(() -> before).orElseThrow().name();
    }
  }

  /** The groups of two states, by name. */
  static List<Pair> of(List<CompiledGroup> before, List<CompiledGroup> after) {
    GroupPairs matching = new GroupPairs(before, after);
    matching.match(group -> group.graph().api().gvk().groupKind());
    matching.match(CompiledGroup::name);
    matching.before.forEach(old -> matching.add(Optional.of(old), Optional.empty()));
    matching.after.forEach(now -> matching.add(Optional.empty(), Optional.of(now)));
    matching.pairs.sort(Comparator.comparing(Pair::name));
    return List.copyOf(matching.pairs);
  }

  private void match(Function<CompiledGroup, String> key) {
    for (CompiledGroup now : List.copyOf(after)) {
      Optional<CompiledGroup> old =
          before.stream().filter(group -> key.apply(group).equals(key.apply(now))).findFirst();
      if (old.isPresent()) {
        before.remove(old.get());
        after.remove(now);
        add(old, Optional.of(now));
      }
    }
  }

  private void add(Optional<CompiledGroup> old, Optional<CompiledGroup> now) {
    pairs.add(new Pair(old, now));
  }
}
