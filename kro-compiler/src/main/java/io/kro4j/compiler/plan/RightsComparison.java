package io.kro4j.compiler.plan;

import io.kro4j.compiler.artifact.Rbac;
import io.kro4j.compiler.artifact.RbacBuilder;
import io.kro4j.compiler.graph.ResourceGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares the rights that the controller needs for two graphs, verb by verb. */
final class RightsComparison {
  private static final Comparator<Target> ORDER =
      Comparator.comparing(Target::group)
          .thenComparing(Target::resource)
          .thenComparing(Target::name);

  private RightsComparison() {}

  /** What verbs are about. */
  private record Target(String group, String resource, String name) {}

  /** What changes from one graph to the other; either may be missing. */
  static RightsPlan compare(Optional<ResourceGraph> before, Optional<ResourceGraph> after) {
    Optional<Rbac> old = before.map(RbacBuilder::build);
    Optional<Rbac> now = after.map(RbacBuilder::build);
    Map<Target, Set<String>> oldVerbs = verbs(old);
    Map<Target, Set<String>> nowVerbs = verbs(now);
    List<String> notes = new ArrayList<>(now.map(Rbac::notes).orElse(List.of()));
    notes.removeAll(old.map(Rbac::notes).orElse(List.of()));
    return new RightsPlan(without(nowVerbs, oldVerbs), without(oldVerbs, nowVerbs), notes);
  }

  private static List<RightsPlan.Right> without(
      Map<Target, Set<String>> verbs, Map<Target, Set<String>> others) {
    List<RightsPlan.Right> rights = new ArrayList<>();
    verbs.forEach(
        (target, all) -> {
          List<String> more = new ArrayList<>(all);
          more.removeAll(others.getOrDefault(target, Set.of()));
          if (!more.isEmpty()) {
            rights.add(
                new RightsPlan.Right(target.group(), target.resource(), target.name(), more));
          }
        });
    return rights;
  }

  /** The verbs of the controller's role: the first of the roles. */
  private static Map<Target, Set<String>> verbs(Optional<Rbac> rbac) {
    Map<Target, Set<String>> verbs = new TreeMap<>(ORDER);
    for (Object rule : rbac.map(r -> list(r.roles().get(0).get("rules"))).orElse(List.of())) {
      if (rule instanceof Map<?, ?> fields) {
        targets(fields)
            .forEach(
                target ->
                    verbs
                        .computeIfAbsent(target, any -> new LinkedHashSet<>())
                        .addAll(texts(fields.get("verbs"))));
      }
    }
    return verbs;
  }

  private static List<Target> targets(Map<?, ?> rule) {
    List<String> names = texts(rule.get("resourceNames"));
    List<Target> targets = new ArrayList<>();
    for (String group : texts(rule.get("apiGroups"))) {
      for (String resource : texts(rule.get("resources"))) {
        for (String name : names.isEmpty() ? List.of("") : names) {
          targets.add(new Target(group, resource, name));
        }
      }
    }
    for (String url : texts(rule.get("nonResourceURLs"))) {
      targets.add(new Target("", url, ""));
    }
    return targets;
  }

  private static List<String> texts(@Nullable Object value) {
    return list(value).stream().map(String::valueOf).toList();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> items ? items : List.of();
  }
}
