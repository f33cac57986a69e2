package io.kro4j.compiler.artifact;

import static io.kro4j.compiler.artifact.RbacGraphs.binding;
import static io.kro4j.compiler.artifact.RbacGraphs.instanceName;
import static io.kro4j.compiler.artifact.RbacGraphs.podRules;
import static io.kro4j.compiler.artifact.RbacGraphs.role;
import static io.kro4j.compiler.artifact.SampleGraph.computed;
import static io.kro4j.compiler.artifact.SampleGraph.fields;
import static io.kro4j.compiler.artifact.SampleGraph.items;
import static io.kro4j.compiler.artifact.SampleGraph.literal;
import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RbacBuilderTest {
  private static final Map<String, Object> POD_RULE =
      Map.of("apiGroups", List.of(""), "resources", List.of("pods"), "verbs", List.of("get"));

  @Test
  void grantsTheRuntimeAndPeopleNoMoreThanNeeded() throws Exception {
    Rbac rbac = RbacBuilder.build(SampleGraph.graph());

    Fixtures.assertSame(
        Fixtures.resource("artifact/rbac.yaml"), YamlWriter.write(List.of(), rbac.roles()));
    assertThat(rbac.notes()).isEmpty();
  }

  @Test
  void rulesThatATemplateWritesOutAreHeld() {
    Rbac rbac =
        RbacBuilder.build(
            RbacGraphs.of(
                role(instanceName(), podRules(literal("get"))), binding("Role", instanceName())));

    assertThat(rules(rbac)).contains(POD_RULE);
    assertThat(verbs(rbac)).doesNotContain("bind", "escalate");
    assertThat(rbac.notes()).isEmpty();
  }

  @Test
  void aBindingMayNameItsRoleByTheNode() {
    FieldValue name = computed("role.metadata.name", "string", "role.metadata.name");

    Rbac rbac =
        RbacBuilder.build(
            RbacGraphs.of(role(instanceName(), podRules(literal("get"))), binding("Role", name)));

    assertThat(verbs(rbac)).doesNotContain("bind");
    assertThat(rbac.notes()).isEmpty();
  }

  @Test
  void aRoleOfAFixedNameMayBeBoundAndNoOther() {
    Rbac rbac = RbacBuilder.build(RbacGraphs.of(binding("ClusterRole", literal("view"))));

    assertThat(rules(rbac))
        .contains(
            Map.of(
                "apiGroups", List.of(RbacGraphs.GROUP),
                "resources", List.of("clusterroles"),
                "resourceNames", List.of("view"),
                "verbs", List.of("bind")));
    assertThat(rbac.notes()).isEmpty();
  }

  @Test
  void whatDependsOnTheInstanceIsNotGranted() {
    FieldValue fromInstance = computed("schema.spec.role", "string", "schema.spec.role");

    Rbac rbac =
        RbacBuilder.build(
            RbacGraphs.of(
                role(instanceName(), podRules(fromInstance)),
                binding("ClusterRole", fromInstance)));

    assertThat(verbs(rbac)).doesNotContain("bind", "escalate");
    assertThat(rbac.notes())
        .containsExactly(
            "node `role` hands out rules that depend on the instance; the runtime must hold them,"
                + " or `escalate` on its kind",
            "node `binding` binds a role that depends on the instance; the runtime must hold the"
                + " rights of that role, or `bind` on it");
  }

  @Test
  void aggregationIsNotGranted() {
    Node node = RbacGraphs.node("all", "ClusterRole", fields("aggregationRule", fields()));

    assertThat(RbacBuilder.build(RbacGraphs.of(node)).notes())
        .containsExactly(
            "node `all` aggregates other roles, which only a cluster administrator may set up");
  }

  @Test
  void ownersThatAreBlockedMayBeFinalized() {
    FieldValue.Fields owned =
        owner("kind", computed("schema.kind", "string", "schema.kind"), literal(true));
    FieldValue.Fields unblocked = owner("kind", literal("WebApp"), literal(false));

    Rbac blocking = RbacBuilder.build(RbacGraphs.of(RbacGraphs.node("a", "Role", owned)));
    Rbac other = RbacBuilder.build(RbacGraphs.of(RbacGraphs.node("a", "Role", unblocked)));

    assertThat(rules(blocking))
        .contains(
            Map.of(
                "apiGroups", List.of("kro.run"),
                "resources", List.of("webapps/finalizers"),
                "verbs", List.of("update")));
    assertThat(rules(other).toString()).doesNotContain("finalizers");
  }

  private static FieldValue.Fields owner(String field, FieldValue value, FieldValue block) {
    FieldValue reference = fields(field, value, "blockOwnerDeletion", block);
    return fields("metadata", fields("ownerReferences", items(reference)));
  }

  @SuppressWarnings("unchecked")
  private static List<Object> rules(Rbac rbac) {
    return (List<Object>) rbac.roles().get(0).get("rules");
  }

  private static List<Object> verbs(Rbac rbac) {
    List<Object> verbs = new ArrayList<>();
    rules(rbac).forEach(rule -> verbs.addAll((List<?>) ((Map<?, ?>) rule).get("verbs")));
    return verbs;
  }
}
