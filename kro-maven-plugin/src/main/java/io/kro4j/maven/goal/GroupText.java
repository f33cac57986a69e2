package io.kro4j.maven.goal;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.GraphExpression;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import io.kro4j.compiler.schema.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * A compiled group in words: its API, then its nodes in the order in which they are resolved, each
 * with what it waits for.
 */
final class GroupText {
  private final List<String> lines = new ArrayList<>();

  private GroupText() {}

  /** The group in words, several lines. */
  static String of(CompiledGroup group) {
    GroupText text = new GroupText();
    text.add(group.graph());
    return String.join("\n", text.lines);
  }

  /** The type as {@code apiVersion kind}, such as {@code apps/v1 Deployment}. */
  static String name(ApiType type) {
    return type.gvk().apiVersion() + " " + type.gvk().kind();
  }

  private void add(ResourceGraph graph) {
    ApiType api = graph.api();
    lines.add("group " + graph.name());
    lines.add("  defines " + name(api) + ", " + scope(api) + ", by the CRD " + api.crdName());
    if (!graph.status().fields().isEmpty()) {
      lines.add("  reports status " + String.join(", ", graph.status().fields().keySet()));
    }
    graph.nodes().forEach(this::add);
    lines.add("");
    lines.add("rights of the controller");
    Rights.of(graph).forEach(right -> lines.add("  " + right));
  }

  private static String scope(ApiType api) {
    return api.scope() == Scope.NAMESPACED ? "namespaced" : "cluster-scoped";
  }

  private void add(Node node) {
    lines.add("");
    lines.add("node " + node.id() + ", wave " + node.core().applyOrder());
    lines.add("  " + what(node));
    if (node instanceof Node.Collection collection) {
      for (Node.Dimension dimension : collection.forEach()) {
        add("for each " + dimension.name() + " in", dimension.list());
      }
    }
    if (!node.dependencies().isEmpty()) {
      lines.add("  after " + String.join(", ", node.dependencies()));
    }
    node.core().includeWhen().forEach(condition -> add("included when", condition));
    node.core().readyWhen().forEach(condition -> add("ready when", condition));
  }

  private static String what(Node node) {
    String type = name(node.type());
    if (node instanceof Node.Resource) {
      return "creates one " + type;
    }
    if (node instanceof Node.Collection) {
      return "creates any number of " + type;
    }
    String many =
        node instanceof Node.ExternalCollection ? "those selected by label" : "one by name";
    return "reads " + type + " of somebody else, " + many;
  }

  private void add(String words, GraphExpression expression) {
    lines.add("  " + words + " ${" + expression.text() + "}");
  }
}
