package io.kro4j.runtime.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.Connections;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real API server takes what the chart makes, and has no warning. */
@ExtendWith(SharedControlPlane.class)
class ChartAcceptanceTest {
  private static final String INSTALLED =
      "deployment,serviceaccount,role,rolebinding,clusterrole,clusterrolebinding";

  private ControlPlane controlPlane;
  private ApiServer api;

  @BeforeEach
  void prepare(ControlPlane shared) {
    controlPlane = shared;
    api = shared.api();
    Connections.namespace(api, Helm.NAMESPACE);
    Connections.namespace(api, "elections");
    api.establish(
        Connections.crd("monitoring.coreos.com", "servicemonitors", "ServiceMonitor"), "test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--values", "--set"})
  void everythingIsAccepted(String option) throws Exception {
    String[] options =
        switch (option) {
          case "--values" -> new String[] {option, Helm.ALL_ON.toString(), "--include-crds"};
          case "--set" -> new String[] {option, "rbac.mode=unrestricted"};
          default -> new String[] {"--include-crds"};
        };

    List<String> objects = Helm.documents(Helm.render(options));

    assertThat(objects).hasSizeGreaterThan(6);
    for (String object : objects) {
      Response response = api.dryRun(object, "chart");
      assertThat(response.ok()).as("%s: %s", object, response.body()).isTrue();
      assertThat(response.warnings()).as("%s", object).isEmpty();
    }
  }

  @Test
  void kubectlInstallsAndInstallsAgain() throws Exception {
    String first = kubectl("apply", "--server-side", "-k", "../deploy/install");
    String second = kubectl("apply", "--server-side", "-k", "../deploy/install");
    String client = kubectl("apply", "--dry-run=server", "-k", "../deploy/install");

    assertThat(first).contains("deployment.apps/kro4j serverside-applied");
    assertThat(second).contains("clusterrole.rbac.authorization.k8s.io/kro4j:controller");
    assertThat(client).contains("customresourcedefinition.apiextensions.k8s.io/compiledgraphs");
    // The CRDs and the namespace stay: other tests use the same API server.
    kubectl("delete", INSTALLED, "--all-namespaces", "-l", "app.kubernetes.io/name=kro4j");
  }

  private String kubectl(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                controlPlane.binaries().resolve("kubectl").toString(),
                "--kubeconfig=" + controlPlane.kubeconfigFile()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
