package io.kro4j.runtime.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.docs.MarkdownPage;
import io.kro4j.compiler.docs.Walkthrough;
import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.deploy.RuntimeProcess;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ArgoCd;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.Flux;
import io.kro4j.testing.MavenProgram;
import io.kro4j.testing.Shell;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tutorial, word by word: the plugin as it is packaged, Git, a real API server with the
 * built-in controllers, Flux's controller, and the runtime with the rights that its manifests give
 * it.
 *
 * <p>What is played: the kubelets, Flux's source-controller, and the host of the repository. Of
 * Argo CD there is only the CRD.
 */
class TutorialIT {
  private static final String RUNTIME_NAMESPACE = "kro-system";
  private static final String NAMESPACE = "shops";

  @TempDir private static Path folder;

  private static ControlPlane controlPlane;
  private static FakeKubelet kubelet;
  private static Flux flux;
  private static RuntimeProcess runtime;
  private static Shell shell;
  private static PublishedMain main;

  @BeforeAll
  static void start() throws Exception {
    controlPlane = ControlPlane.start(ControlPlane.Options.defaults().withControllerManager());
    ApiServer api = controlPlane.api();
    Connections.namespace(api, NAMESPACE);
    kubelet = FakeKubelet.in(api, NAMESPACE);
    Connections.namespace(api, "argocd");
    api.establish(ArgoCd.applicationCrd(), "argocd");
    flux = Flux.start(controlPlane);
    shell = Shell.in(folder.toRealPath());
    shell.set("KUBECONFIG", controlPlane.kubeconfigFile().toString());
    shell.provide("kubectl", "exec " + controlPlane.binaries().resolve("kubectl") + " \"$@\"");
    MavenProgram.provide(shell);
    main = new PublishedMain(shell.folder().resolve("platform.git"), flux);
    install();
    String token = api.serviceAccountToken(RUNTIME_NAMESPACE, "kro4j");
    runtime = RuntimeProcess.start(folder, controlPlane.kubeconfig(token));
    runtime.awaitReady();
  }

  private static void install() throws Exception {
    Path manifests = Path.of("..", "deploy", "install").toRealPath();
    Shell.Result result = shell.run("kubectl apply --server-side -k " + manifests);
    assertThat(result.exit()).as(result.output()).isZero();
  }

  @AfterAll
  static void end() {
    runtime.close();
    flux.close();
    kubelet.close();
    controlPlane.close();
  }

  @Test
  void thePageSaysWhatHappens() throws Exception {
    MarkdownPage page = MarkdownPage.read(MarkdownPage.ROOT.resolve("docs/tutorial.md"));
    Walkthrough walk = new Walkthrough(page, shell, (command, output) -> main.serve());
    try {
      walk.run();
    } catch (AssertionError e) {
      throw new AssertionError(walk.transcript() + "\n" + evidence(), e);
    }
  }

  private static String evidence() {
    return String.join(
        "\n",
        shell.run("kubectl get webshops,deployments,pods,compiledgraphs -A -o yaml").output(),
        runtime.log(),
        flux.log());
  }
}
