package io.kro4j.compiler.plan;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Says which instance of one state is which of the other: the one of the same kind, namespace and
 * name, in the same file if there are several, else wherever it moved.
 */
final class InstancePairs {
  private final List<Pair> pairs = new ArrayList<>();

  private InstancePairs() {}

  /** An instance in both states, or in one of them. */
  record Pair(Optional<FoundInstance> before, Optional<FoundInstance> after) {
    /** The instance after the change if it is still there, else as it was. */
    FoundInstance instance() {
      return after.or(() -> before).orElseThrow();
    }
  }

  /** The instances of two states, in the order of the second one. */
  static List<Pair> of(List<FoundInstance> before, List<FoundInstance> after) {
    InstancePairs matching = new InstancePairs();
    Map<FoundInstance.Key, List<FoundInstance>> old = byKey(before);
    byKey(after)
        .forEach(
            (key, now) -> {
              List<FoundInstance> candidates = old.getOrDefault(key, List.of());
              matching.match(candidates, now, (a, b) -> a.file().equals(b.file()));
              matching.match(candidates, now, (a, b) -> true);
              now.forEach(added -> matching.add(Optional.empty(), Optional.of(added)));
            });
    old.values().stream()
        .flatMap(List::stream)
        .forEach(removed -> matching.add(Optional.of(removed), Optional.empty()));
    return matching.pairs;
  }

  private static Map<FoundInstance.Key, List<FoundInstance>> byKey(List<FoundInstance> found) {
    Map<FoundInstance.Key, List<FoundInstance>> byKey = new LinkedHashMap<>();
    found.forEach(
        instance -> byKey.computeIfAbsent(instance.key(), key -> new ArrayList<>()).add(instance));
    return byKey;
  }

  private void match(
      List<FoundInstance> old,
      List<FoundInstance> now,
      BiPredicate<FoundInstance, FoundInstance> same) {
    for (Iterator<FoundInstance> instances = now.iterator(); instances.hasNext(); ) {
      FoundInstance instance = instances.next();
      Optional<FoundInstance> former =
          old.stream().filter(candidate -> same.test(candidate, instance)).findFirst();
      if (former.isPresent()) {
        old.remove(former.get());
        instances.remove();
        add(former, Optional.of(instance));
      }
    }
  }

  private void add(Optional<FoundInstance> old, Optional<FoundInstance> now) {
    pairs.add(new Pair(old, now));
  }
}
