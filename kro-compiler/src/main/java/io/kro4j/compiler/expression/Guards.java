package io.kro4j.compiler.expression;

import io.kro4j.compiler.expression.FieldRead.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The paths that are known to be there at one place of an expression, such as behind {@code
 * has(a.b) &&}.
 *
 * @param paths the paths, each with its variable first
 */
record Guards(Set<List<String>> paths) {
  static final Guards NONE = new Guards(Set.of());

  Guards {
    paths = Set.copyOf(paths);
  }

  Guards and(Guards more) {
    if (more.paths.isEmpty()) {
      return this;
    }
    Set<List<String>> all = new HashSet<>(paths);
    all.addAll(more.paths);
    return new Guards(all);
  }

  /** The steps of a path, with those marked that are known to be there. */
  List<Step> mark(ReadPath path) {
    List<String> names = path.names();
    List<Step> marked = new ArrayList<>();
    for (int i = 0; i < path.steps().size(); i++) {
      List<String> prefix = names.subList(0, i + 2);
      Step step = path.steps().get(i);
      marked.add(proves(prefix) ? step.guard() : step);
    }
    return marked;
  }

  private boolean proves(List<String> prefix) {
    return paths.stream()
        .anyMatch(
            path -> path.size() >= prefix.size() && path.subList(0, prefix.size()).equals(prefix));
  }
}
