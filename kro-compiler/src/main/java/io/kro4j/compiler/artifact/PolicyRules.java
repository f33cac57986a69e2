package io.kro4j.compiler.artifact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects rights and writes them as few, sorted rules of a ClusterRole. */
final class PolicyRules {
  private static final List<String> VERB_ORDER =
      List.of("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection");

  private final Map<Target, TreeSet<String>> verbs = new TreeMap<>(Target.ORDER);

  /**
   * What a right is about.
   *
   * @param group the API group, empty for the core group
   * @param resource the resource name, with the subresource after a slash
   * @param name the one object, or empty for all
   */
  private record Target(String group, String resource, String name) {
    static final Comparator<Target> ORDER =
        Comparator.comparing(Target::group)
            .thenComparing(Target::name)
            .thenComparing(Target::resource);
  }

  /** What a rule says of its resources. */
  private record Grant(String group, String name, List<String> verbs) {}

  /** Allows verbs on all objects of a resource. */
  void allow(String group, String resource, List<String> verbs) {
    allowOne(group, resource, "", verbs);
  }

  /** Allows verbs on one object of a resource. */
  void allowOne(String group, String resource, String name, List<String> allowed) {
    verbs.computeIfAbsent(new Target(group, resource, name), t -> new TreeSet<>()).addAll(allowed);
  }

  /** The rules: resources of one group with the same verbs share one. */
  List<Map<String, Object>> toJson() {
    Map<Grant, List<String>> resources = new LinkedHashMap<>();
    verbs.forEach(
        (target, allowed) -> {
          List<String> sorted =
              allowed.stream().sorted(Comparator.comparingInt(PolicyRules::rank)).toList();
          Grant grant = new Grant(target.group(), target.name(), sorted);
          resources.computeIfAbsent(grant, g -> new ArrayList<>()).add(target.resource());
        });
    List<Map<String, Object>> rules = new ArrayList<>();
    resources.forEach((grant, names) -> rules.add(rule(grant, names)));
    return rules;
  }

  private static Map<String, Object> rule(Grant grant, List<String> resources) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("apiGroups", List.of(grant.group()));
    rule.put("resources", resources);
    if (!grant.name().isEmpty()) {
      rule.put("resourceNames", List.of(grant.name()));
    }
    rule.put("verbs", grant.verbs());
    return rule;
  }

  private static int rank(String verb) {
    int index = VERB_ORDER.indexOf(verb);
    return index < 0 ? VERB_ORDER.size() : index;
  }
}
