package io.kro4j.compiler.artifact;

import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a runtime needs to create roles and bindings. An API server lets nobody hand out rights that
 * they do not hold, unless they have {@code escalate} or {@code bind}. The runtime never gets
 * {@code escalate}, which is as good as every right:
 *
 * <ul>
 *   <li>the rules of a role that the template writes out become rules of the runtime;
 *   <li>a binding to such a role needs nothing more;
 *   <li>a binding to another role of a fixed name gets {@code bind} on that role alone;
 *   <li>what depends on the instance is not granted: a note says so.
 * </ul>
 */
final class EscalationRights {
  private static final String GROUP = "rbac.authorization.k8s.io";
  private static final List<String> RULE_FIELDS =
      List.of("apiGroups", "resources", "resourceNames", "nonResourceURLs", "verbs");

  private final ResourceGraph graph;
  private final List<Map<String, Object>> rules = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private EscalationRights(ResourceGraph graph) {
    this.graph = graph;
  }

  /**
   * Looks through a graph.
   *
   * @param policy gains the rights to bind
   */
  static EscalationRights of(ResourceGraph graph, PolicyRules policy) {
    EscalationRights rights = new EscalationRights(graph);
    for (Node node : graph.nodes()) {
      if (node.isOwned() && node.type().gvk().group().equals(GROUP)) {
        switch (node.type().gvk().kind()) {
          case "Role", "ClusterRole" -> rights.addRole(node);
          case "RoleBinding", "ClusterRoleBinding" -> rights.addBinding(node, policy);
          default -> {
            // The group has no other kind that hands out rights.
          }
        }
      }
    }
    return rights;
  }

  /** The rules that the templates hand out. */
  List<Map<String, Object>> rules() {
    return List.copyOf(rules);
  }

  /** What is not granted. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  private void addRole(Node node) {
    FieldValue template = node.body();
    if (TemplateFields.at(template, "aggregationRule").isPresent()) {
      note(node, "aggregates other roles, which only a cluster administrator may set up");
      return;
    }
    Optional<FieldValue> handedOut = TemplateFields.at(template, "rules");
    if (handedOut.isEmpty()) {
      return;
    }
    if (!TemplateFields.isLiteral(handedOut.get())) {
      note(
          node,
          "hands out rules that depend on the instance; the runtime must hold them, or `escalate`"
              + " on its kind");
    } else if (TemplateFields.json(handedOut.get()) instanceof List<?> list) {
      list.forEach(this::addRule);
    }
  }

  private void addRule(@Nullable Object rule) {
    if (rule instanceof Map<?, ?> fields) {
      Map<String, Object> copy = new LinkedHashMap<>();
      for (String name : RULE_FIELDS) {
        Object value = fields.get(name);
        if (value != null) {
          copy.put(name, value);
        }
      }
      if (!rules.contains(copy)) {
        rules.add(copy);
      }
    }
  }

  private void addBinding(Node node, PolicyRules policy) {
    FieldValue template = node.body();
    Optional<String> kind = TemplateFields.literalText(template, "roleRef", "kind");
    Optional<FieldValue> name = TemplateFields.at(template, "roleRef", "name");
    if (kind.isPresent() && name.isPresent() && isRoleOfGraph(kind.get(), name.get())) {
      return;
    }
    Optional<String> fixed = TemplateFields.literalText(template, "roleRef", "name");
    if (kind.isPresent() && fixed.isPresent()) {
      String resource = kind.get().equals("Role") ? "roles" : "clusterroles";
      policy.allowOne(GROUP, resource, fixed.get(), List.of("bind"));
    } else {
      note(
          node,
          "binds a role that depends on the instance; the runtime must hold the rights of that"
              + " role, or `bind` on it");
    }
  }

  /** Whether a node of the graph makes the role, so that its rules are held or noted already. */
  private boolean isRoleOfGraph(String kind, FieldValue name) {
    return graph.nodes().stream()
        .filter(Node::isOwned)
        .filter(node -> node.type().gvk().group().equals(GROUP))
        .filter(node -> node.type().gvk().kind().equals(kind))
        .anyMatch(role -> isNameOf(role, name));
  }

  private static boolean isNameOf(Node role, FieldValue name) {
    boolean sameText =
        TemplateFields.at(role.body(), "metadata", "name").filter(name::equals).isPresent();
    boolean read =
        name instanceof FieldValue.Computed computed
            && computed.expression().text().strip().equals(role.id() + ".metadata.name");
    return sameText || read;
  }

  private void note(Node node, String what) {
    notes.add("node `" + node.id() + "` " + what);
  }
}
