package io.kro4j.compiler.artifact;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The roles of a graph: the least that the runtime needs to serve it, and what people need to view
 * and edit its instances.
 *
 * <p>The runtime applies, watches, prunes and deletes the objects of nodes ({@code get}, {@code
 * list}, {@code watch}, {@code create} and {@code patch} for server-side apply, {@code delete}); it
 * never sends an update of them or deletes a collection. What others own it only reads. Of
 * instances it patches metadata and writes the status; it neither creates nor deletes them.
 */
public final class RbacBuilder {
  private static final List<String> READ = List.of("get", "list", "watch");
  private static final List<String> MANAGE =
      List.of("get", "list", "watch", "create", "patch", "delete");
  private static final List<String> INSTANCE = List.of("get", "list", "watch", "patch");
  private static final List<String> STATUS = List.of("update", "patch");
  private static final List<String> EDIT =
      List.of("create", "update", "patch", "delete", "deletecollection");

  private static final String TO_RUNTIME = "rbac.kro.run/aggregate-to-controller";
  private static final String TO_USERS = "rbac.authorization.k8s.io/aggregate-to-";

  private RbacBuilder() {}

  /**
   * The roles of a graph.
   *
   * @param graph the graph
   */
  public static Rbac build(ResourceGraph graph) {
    PolicyRules policy = new PolicyRules();
    for (Node node : graph.nodes()) {
      allow(policy, node.type(), "", node.isOwned() ? MANAGE : READ);
    }
    allow(policy, graph.api(), "", INSTANCE);
    allow(policy, graph.api(), "/status", STATUS);
    for (ApiType owner : new OwnerRights(graph).blockedOwners()) {
      allow(policy, owner, "/finalizers", List.of("update"));
    }
    EscalationRights escalation = EscalationRights.of(graph, policy);
    List<Map<String, Object>> rules = new ArrayList<>(policy.toJson());
    escalation.rules().stream().filter(rule -> !rules.contains(rule)).forEach(rules::add);
    return new Rbac(
        List.of(
            role(graph, "runtime", List.of(TO_RUNTIME), rules), viewRole(graph), editRole(graph)),
        escalation.notes());
  }

  private static Map<String, Object> viewRole(ResourceGraph graph) {
    PolicyRules policy = new PolicyRules();
    allow(policy, graph.api(), "", READ);
    allow(policy, graph.api(), "/status", List.of("get"));
    List<String> labels = List.of(TO_USERS + "view", TO_USERS + "edit", TO_USERS + "admin");
    return role(graph, "view", labels, policy.toJson());
  }

  private static Map<String, Object> editRole(ResourceGraph graph) {
    PolicyRules policy = new PolicyRules();
    allow(policy, graph.api(), "", EDIT);
    List<String> labels = List.of(TO_USERS + "edit", TO_USERS + "admin");
    return role(graph, "edit", labels, policy.toJson());
  }

  private static Map<String, Object> role(
      ResourceGraph graph, String purpose, List<String> labels, List<Map<String, Object>> rules) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", "kro4j:" + graph.name() + ":" + purpose);
    Map<String, Object> marks = new LinkedHashMap<>();
    labels.forEach(label -> marks.put(label, "true"));
    metadata.put("labels", marks);
    Map<String, Object> role = new LinkedHashMap<>();
    role.put("apiVersion", "rbac.authorization.k8s.io/v1");
    role.put("kind", "ClusterRole");
    role.put("metadata", metadata);
    role.put("rules", rules);
    return role;
  }

  private static void allow(
      PolicyRules policy, ApiType type, String subresource, List<String> verbs) {
    policy.allow(type.gvk().group(), type.plural() + subresource, verbs);
  }
}
