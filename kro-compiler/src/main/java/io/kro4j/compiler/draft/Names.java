package io.kro4j.compiler.draft;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Gives out names, each once. */
final class Names {
  private final Set<String> taken = new HashSet<>();
  private final Predicate<String> reserved;

  /**
   * @param reserved which names are not given out
   */
  Names(Predicate<String> reserved) {
    this.reserved = reserved;
  }

  /** The first name if it is free, else the second, if need be with a number behind it. */
  String take(String first, String second) {
    String name = isFree(first) ? first : second;
    for (int i = 2; !isFree(name); i++) {
      name = second + i;
    }
    taken.add(name);
    return name;
  }

  private boolean isFree(String name) {
    return !taken.contains(name) && !reserved.test(name);
  }
}
