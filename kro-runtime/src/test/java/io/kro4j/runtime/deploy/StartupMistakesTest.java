package io.kro4j.runtime.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.Connections;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.SharedControlPlane;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong when the process starts is said in one line, without a stack trace. */
@ExtendWith(SharedControlPlane.class)
class StartupMistakesTest {
  private static final String UNREACHABLE =
      """
      apiVersion: v1
      kind: Config
      clusters: [{name: here, cluster: {server: "https://127.0.0.1:1"}}]
      users: [{name: me, user: {token: mine}}]
      contexts: [{name: one, context: {cluster: here, user: me}}, {name: two, context: {cluster: there, user: me}}]
      """;

  @TempDir private Path folder;

  @Test
  void aFileThatDoesNotExistIsNamedAndSoIsTheFlag() throws Exception {
    Path file = folder.resolve("none");

    assertThat(refusal("--kubeconfig=" + file))
        .contains("the kubeconfig file " + file + " does not exist")
        .contains("--kubeconfig");
  }

  @Test
  void withoutPodOrFileItSaysWhatToPass() throws Exception {
    assertThat(refusal())
        .contains("no API server is known: this is no Pod, and there is no ~/.kube/config")
        .contains("--kubeconfig");
  }

  @Test
  void aFileThatIsNoKubeconfigIsNamed() throws Exception {
    Path file = write("{some: thing, [");

    assertThat(refusal("--kubeconfig=" + file))
        .contains("the kubeconfig file " + file + " is not a valid one: ");
  }

  @Test
  void aFolderIsNoKubeconfig() throws Exception {
    assertThat(refusal("--kubeconfig=" + folder))
        .contains("the kubeconfig file " + folder + " cannot be read");
  }

  @Test
  void aContextThatThereIsNotIsNamedAndSoAreTheOthers() throws Exception {
    assertThat(refusal("--kubeconfig=" + write(UNREACHABLE), "--context=three"))
        .contains("has no context three; it has one, two");
  }

  @Test
  void withoutACurrentContextOneMustBeChosen() throws Exception {
    assertThat(refusal("--kubeconfig=" + write(UNREACHABLE)))
        .contains("has no current context; it has one, two; choose one with --context");
  }

  @Test
  void aContextWithoutAClusterNamesNoServer() throws Exception {
    assertThat(refusal("--kubeconfig=" + write(UNREACHABLE), "--context=two"))
        .contains("names no API server for the context two");
  }

  @Test
  void credentialsThatAreNotAcceptedEndIt(ControlPlane controlPlane) throws Exception {
    Path file = write(controlPlane.kubeconfig("not.a.token"));

    assertThat(refusal("--kubeconfig=" + file))
        .contains("does not accept these credentials: Unauthorized; they may have expired");
  }

  @Test
  void anAddressThatIsTakenIsNamedAndTheReasonIsSaidOnce() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + taken.getLocalPort();

      assertThat(refusal("--kubeconfig=" + write(UNREACHABLE), "--metrics-bind-address=" + address))
          .contains("cannot listen at /" + address)
          .containsOnlyOnce("Address already in use");
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsWaitedFor() throws Exception {
    List<String> flags = List.of("--kubeconfig=" + write(UNREACHABLE), "--context=one");
    try (RuntimeProcess runtime = RuntimeProcess.start(folder, flags)) {
      Connections.await("a watch", () -> runtime.log().contains("a watch fails"));

      assertThat(runtime.log())
          .containsOnlyOnce("The API server does not answer, and will be asked again")
          .contains("server=https://127.0.0.1:1")
          .doesNotContain("\tat ");
      assertThat(runtime.status("/healthz")).isEqualTo(200);
      assertThat(runtime.status("/readyz")).isEqualTo(503);
      assertThat(runtime.terminate()).isZero();
    }
  }

  @Test
  void rightsThatAreMissingAreNamedAndWaitedFor(ControlPlane controlPlane) throws Exception {
    ApiServer api = controlPlane.api();
    Connections.namespace(api, "mistakes");
    api.apply(
        "{apiVersion: v1, kind: ServiceAccount, metadata: {name: nobody, namespace: mistakes}}",
        "test");
    Path file = write(controlPlane.kubeconfig(api.serviceAccountToken("mistakes", "nobody")));
    try (RuntimeProcess runtime = RuntimeProcess.start(folder, List.of("--kubeconfig=" + file))) {
      Connections.await("the right", () -> runtime.log().contains("customresourcedefinitions"));

      assertThat(runtime.log().lines().filter(line -> line.contains("customresourcedefinitions")))
          .singleElement()
          .asString()
          .contains("system:serviceaccount:mistakes:nobody");
      assertThat(runtime.log()).doesNotContain("\tat ");
      assertThat(runtime.status("/healthz")).isEqualTo(200);
      assertThat(runtime.terminate()).isZero();
    }
  }

  private String refusal(String... flags) throws IOException {
    try (RuntimeProcess runtime = RuntimeProcess.start(folder, new ArrayList<>(List.of(flags)))) {
      int code = runtime.awaitEnd();

      assertThat(code).as(runtime.log()).isEqualTo(1);
      assertThat(runtime.log()).doesNotContain("\tat ");
      return runtime
          .log()
          .lines()
          .filter(line -> line.contains("Cannot start"))
          .reduce((one, other) -> one + " TWICE " + other)
          .orElse(runtime.log());
    }
  }

  private Path write(String kubeconfig) throws IOException {
    return Files.writeString(folder.resolve("kubeconfig"), kubeconfig);
  }
}
