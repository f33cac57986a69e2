package io.kro4j.compiler.expression;

import java.util.HashSet;
import java.util.Set;

/**
 * The variables that an expression declares itself, at one place of it.
 *
 * @param names their names
 */
record LocalNames(Set<String> names) {
  static final LocalNames NONE = new LocalNames(Set.of());

  LocalNames {
    names = Set.copyOf(names);
  }

  LocalNames with(String name) {
    Set<String> more = new HashSet<>(names);
    more.add(name);
    return new LocalNames(more);
  }

  boolean contains(String name) {
    return names.contains(name);
  }

  /** Whether macros made a variable up. */
  static boolean isHidden(String name) {
    return name.isEmpty()
        || !(Character.isLetter(name.charAt(0)) || "_.".indexOf(name.charAt(0)) >= 0);
  }
}
