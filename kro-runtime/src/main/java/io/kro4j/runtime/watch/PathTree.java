package io.kro4j.runtime.watch;

import io.kro4j.compiler.graph.GraphExpression;
import io.kro4j.compiler.schema.PlainJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Paths as a tree: what of an object is chosen. */
final class PathTree {
  private final boolean isWhole;
  private final Map<String, PathTree> parts;

  private PathTree(boolean isWhole, Map<String, PathTree> parts) {
    this.isWhole = isWhole;
    this.parts = parts;
  }

  static PathTree of(Collection<FieldPath> paths) {
    return ofSteps(paths.stream().map(FieldPath::steps).toList());
  }

  private static PathTree ofSteps(Collection<List<String>> paths) {
    Map<String, List<List<String>>> rest = new TreeMap<>();
    for (List<String> path : paths) {
      if (path.isEmpty()) {
        return new PathTree(true, Map.of());
      }
      rest.computeIfAbsent(path.get(0), step -> new ArrayList<>())
          .add(path.subList(1, path.size()));
    }
    Map<String, PathTree> parts = new TreeMap<>();
    rest.forEach((step, steps) -> parts.put(step, ofSteps(steps)));
    return new PathTree(false, parts);
  }

  PathTree and(PathTree other) {
    if (isWhole || other.isWhole) {
      return new PathTree(true, Map.of());
    }
    Map<String, PathTree> both = new TreeMap<>(parts);
    other.parts.forEach((step, tree) -> both.merge(step, tree, PathTree::and));
    return new PathTree(false, both);
  }

  /** Whether all that {@code other} chooses is chosen here too. */
  boolean covers(PathTree other) {
    if (isWhole) {
      return true;
    }
    return !other.isWhole
        && other.parts.entrySet().stream()
            .allMatch(
                each ->
                    parts.containsKey(each.getKey())
                        && parts.get(each.getKey()).covers(each.getValue()));
  }

  /** What is chosen of an object. */
  Map<String, Object> of(Map<String, Object> object) {
    Map<String, Object> chosen = new LinkedHashMap<>();
    object.forEach(
        (name, value) -> {
          PathTree part = part(name);
          if (part != null) {
            chosen.put(name, part.ofValue(value));
          }
        });
    return chosen;
  }

  private @Nullable Object ofValue(@Nullable Object value) {
    if (isWhole) {
      return value;
    }
    if (value instanceof Map) {
      return of(PlainJson.object(value));
    }
    if (value instanceof List<?> list) {
      PathTree item = parts.get(GraphExpression.EVERY);
      // A path that does not know that this is a list means something in it.
      return item == null ? list : ofItems(item, list);
    }
    return value;
  }

  private static List<Object> ofItems(PathTree item, List<?> list) {
    List<Object> chosen = new ArrayList<>();
    for (Object each : list) {
      chosen.add(item.ofValue(each));
    }
    return chosen;
  }

  private @Nullable PathTree part(String name) {
    if (isWhole) {
      return this;
    }
    PathTree every = parts.get(GraphExpression.EVERY);
    PathTree own = parts.get(name);
    return every == null ? own : own == null ? every : own.and(every);
  }
}
