package io.kro4j.maven.goal;

import io.kro4j.compiler.artifact.Rbac;
import io.kro4j.compiler.artifact.RbacBuilder;
import io.kro4j.compiler.graph.ResourceGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rights that a controller needs for a group, in words. */
final class Rights {
  private Rights() {}

  /** One line for each rule of the controller's role, then what people have to decide about. */
  static List<String> of(ResourceGraph graph) {
    Rbac rbac = RbacBuilder.build(graph);
    List<String> lines = new ArrayList<>();
    for (Object rule : list(rbac.roles().get(0).get("rules"))) {
      lines.add(rule instanceof Map<?, ?> fields ? words(fields) : String.valueOf(rule));
    }
    lines.addAll(rbac.notes());
    return lines;
  }

  private static String words(Map<?, ?> rule) {
    String resources = join(list(rule.get("resources")));
    String groups = join(list(rule.get("apiGroups")));
    return resources
        + (groups.isEmpty() ? "" : " of " + groups)
        + ": "
        + join(list(rule.get("verbs")));
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> items ? items : List.of();
  }

  private static String join(List<?> items) {
    return items.stream()
        .filter(Objects::nonNull)
        .map(Object::toString)
        .filter(item -> !item.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
