package io.kro4j.compiler.expression;

import io.kro4j.compiler.expression.FieldRead.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The paths that are known to be there at one place of an expression, such as behind {@code
 * has(a.b) &&}. Each operator adds a link to the chain and leaves what is known outside of it as it
 * is, since every part of a long condition is guarded by all others.
 *
 * @param paths what the innermost condition proves: paths, each with its variable first, and all
 *     that lead to them
 * @param outside what is known from outside
 */
record Guards(Set<List<String>> paths, @Nullable Guards outside) {
  static final Guards NONE = new Guards(Set.of(), null);

  /** What a path that is there proves. */
  static Guards of(ReadPath path) {
    List<String> names = path.names();
    Set<List<String>> proven = new HashSet<>();
    for (int length = 2; length <= names.size(); length++) {
      proven.add(List.copyOf(names.subList(0, length)));
    }
    return new Guards(proven, null);
  }

  /** What two conditions prove together. */
  Guards and(Guards other) {
    if (paths.isEmpty() || other.paths.isEmpty()) {
      return paths.isEmpty() ? other : this;
    }
    Set<List<String>> all = new HashSet<>(paths);
    all.addAll(other.paths);
    return new Guards(all, null);
  }

  /** What is known behind a condition, besides what was known before it. */
  Guards given(Guards condition) {
    return condition.paths.isEmpty() ? this : new Guards(condition.paths, this);
  }

  /** The steps of a path, with those marked that are known to be there. */
  List<Step> mark(ReadPath path) {
    List<String> names = path.names();
    List<Step> marked = new ArrayList<>();
    for (int i = 0; i < path.steps().size(); i++) {
      Step step = path.steps().get(i);
      marked.add(proves(names.subList(0, i + 2)) ? step.guard() : step);
    }
    return marked;
  }

  private boolean proves(List<String> path) {
    for (Guards guards = this; guards != null; guards = guards.outside) {
      if (guards.paths.contains(path)) {
        return true;
      }
    }
    return false;
  }
}
