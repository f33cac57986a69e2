package io.kro4j.compiler.artifact;

import static io.kro4j.compiler.artifact.RbacGraphs.binding;
import static io.kro4j.compiler.artifact.RbacGraphs.instanceName;
import static io.kro4j.compiler.artifact.RbacGraphs.podRules;
import static io.kro4j.compiler.artifact.RbacGraphs.role;
import static io.kro4j.compiler.artifact.SampleGraph.literal;
import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.SharedControlPlane;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A program with nothing but the generated role does the work of the runtime. */
@ExtendWith(SharedControlPlane.class)
class RbacApiServerTest {
  private static final String ROLES = "rbac.authorization.k8s.io/v1";

  private static final String ROLE =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: handed-out, namespace: default}
      rules: [{apiGroups: [""], resources: [pods], verbs: [%s]}]
      """;

  private static final String BINDING =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: %s, namespace: default}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: %s, name: %s}
      subjects: [{kind: ServiceAccount, name: somebody, namespace: default}]
      """;

  @Test
  void theRoleOfTheGraphIsEnoughAndNoMore(ControlPlane controlPlane) {
    Rbac rbac =
        RbacBuilder.build(
            RbacGraphs.of(
                role(instanceName(), podRules(literal("get"))),
                binding("Role", instanceName()),
                RbacGraphs.node(
                    "viewers",
                    "RoleBinding",
                    SampleGraph.fields(
                        "roleRef", SampleGraph.fields("kind", "ClusterRole", "name", "view")))));
    ApiServer runtime = serviceAccountWith(controlPlane, rbac);

    assertThat(runtime.apply(ROLE.formatted("get"), "kro").status()).isEqualTo(201);
    assertThat(runtime.apply(ROLE.formatted("get"), "kro").status()).isEqualTo(200);
    assertThat(runtime.apply(BINDING.formatted("a", "Role", "handed-out"), "kro").status())
        .isEqualTo(201);
    assertThat(runtime.apply(BINDING.formatted("b", "ClusterRole", "view"), "kro").status())
        .isEqualTo(201);
    assertThat(runtime.list(ROLES, "Role", "default").ok()).isTrue();
    assertThat(runtime.delete(new ObjectRef(ROLES, "RoleBinding", "default", "a")).ok()).isTrue();

    assertThat(runtime.apply(ROLE.formatted("get, delete"), "kro").status()).isEqualTo(403);
    assertThat(
            runtime.apply(BINDING.formatted("c", "ClusterRole", "cluster-admin"), "kro").status())
        .isEqualTo(403);
    assertThat(runtime.list("v1", "Secret", "default").status()).isEqualTo(403);
    assertThat(runtime.get(new ObjectRef(ROLES, "ClusterRole", "", "view")).status())
        .isEqualTo(403);
  }

  private static ApiServer serviceAccountWith(ControlPlane controlPlane, Rbac rbac) {
    ApiServer admin = controlPlane.api();
    for (Map<String, Object> role : rbac.roles()) {
      assertThat(admin.apply(YamlWriter.write(role), "test").ok()).isTrue();
    }
    String account = "{apiVersion: v1, kind: ServiceAccount, metadata: {name: runtime}}";
    assertThat(admin.apply(account, "test").ok()).isTrue();
    Map<String, Object> binding =
        Map.of(
            "apiVersion", ROLES,
            "kind", "ClusterRoleBinding",
            "metadata", Map.of("name", "runtime"),
            "roleRef",
                Map.of(
                    "apiGroup", "rbac.authorization.k8s.io",
                    "kind", "ClusterRole",
                    "name", "kro4j:webapp:runtime"),
            "subjects",
                List.of(
                    Map.of("kind", "ServiceAccount", "name", "runtime", "namespace", "default")));
    assertThat(admin.apply(binding, "test").ok()).isTrue();
    ApiServer runtime = controlPlane.api(admin.serviceAccountToken("default", "runtime"));
    ObjectRef anyRole = new ObjectRef(ROLES, "Role", "default", "none");
    runtime.waitFor(anyRole, response -> response.status() == 404);
    return runtime;
  }
}
