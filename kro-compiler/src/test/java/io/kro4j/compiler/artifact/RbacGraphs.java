package io.kro4j.compiler.artifact;

import static io.kro4j.compiler.artifact.SampleGraph.computed;
import static io.kro4j.compiler.artifact.SampleGraph.core;
import static io.kro4j.compiler.artifact.SampleGraph.fields;
import static io.kro4j.compiler.artifact.SampleGraph.items;
import static io.kro4j.compiler.artifact.SampleGraph.literal;
import static io.kro4j.compiler.artifact.SampleGraph.type;

import io.kro4j.compiler.graph.ControllerSettings;
import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import java.util.List;

/** Graphs that create roles and bindings. */
final class RbacGraphs {
  static final String GROUP = "rbac.authorization.k8s.io";

  private RbacGraphs() {}

  static ResourceGraph of(Node... nodes) {
    return new ResourceGraph(
        "webapp",
        SampleGraph.WEB_APP,
        List.of(nodes),
        FieldValue.Fields.EMPTY,
        List.of(),
        ControllerSettings.DEFAULT);
  }

  /** A node {@code role} that hands out what its rules say. */
  static Node role(FieldValue name, FieldValue rules) {
    return node("role", "Role", fields("metadata", fields("name", name), "rules", rules));
  }

  /** A node {@code binding} to a role. */
  static Node binding(String kind, FieldValue name) {
    FieldValue ref = fields("apiGroup", GROUP, "kind", kind, "name", name);
    return node("binding", "RoleBinding", fields("roleRef", ref));
  }

  static Node node(String id, String kind, FieldValue.Fields template) {
    String plural = kind.toLowerCase(java.util.Locale.ROOT) + "s";
    return new Node.Resource(core(id, type(GROUP, "v1", kind, plural), List.of(), 1), template);
  }

  /** Rules that allow a verb on Pods. */
  static FieldValue podRules(FieldValue verb) {
    return items(
        fields(
            "apiGroups", items(literal("")),
            "resources", items(literal("pods")),
            "verbs", items(verb)));
  }

  static FieldValue instanceName() {
    return computed("schema.metadata.name", "string", "schema.metadata.name");
  }
}
