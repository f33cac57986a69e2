package io.kro4j.runtime.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.docs.MarkdownPage;
import io.kro4j.compiler.docs.Walkthrough;
import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.deploy.RuntimeProcess;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.MavenProgram;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * "Five minutes" of the README, word by word: the plugin as it is packaged, without a {@code
 * pom.xml}, a real API server with the built-in controllers, and the runtime as it lies in the
 * clone.
 *
 * <p>What is played: the kubelets. Where a reader takes a moment between two commands, the test
 * waits for what the cluster does in it.
 */
class ReadmeIT {
  private static final String NAMESPACE = "default";
  private static final ObjectRef APPLICATION =
      new ObjectRef("kro.run/v1alpha1", "Application", NAMESPACE, "shop");
  private static final ObjectRef DEPLOYMENT =
      new ObjectRef("apps/v1", "Deployment", NAMESPACE, "shop");
  private static final ObjectRef SERVICE = new ObjectRef("v1", "Service", NAMESPACE, "shop");
  private static final String WAITS = "waits for node `deployment`";
  private static final List<String> RUNTIME_CRDS =
      List.of(
          "compiledgraphs.kro4j.io",
          "graphrevisions.internal.kro.run",
          "resourcegraphdefinitions.kro.run",
          "resourcegroups.kro.run");
  private static final Pattern DELETION =
      Pattern.compile(
          "\\{\"resource\":\"(deployments|services)\","
              + "\"namespace\":\"default\",\"name\":\"shop\"");
  private static final String AUDIT_POLICY =
      """
      apiVersion: audit.k8s.io/v1
      kind: Policy
      omitStages: [RequestReceived]
      rules:
        - level: Metadata
          verbs: [delete]
        - level: None
      """;

  @TempDir private static Path folder;

  private static ControlPlane controlPlane;
  private static ApiServer api;
  private static Shell shell;
  private static Path audit;

  @BeforeAll
  static void start() throws Exception {
    Path home = folder.toRealPath();
    Path policy = Files.writeString(home.resolve("audit-policy.yaml"), AUDIT_POLICY);
    audit = home.resolve("audit.log");
    controlPlane =
        ControlPlane.start(
            ControlPlane.Options.defaults()
                .withControllerManager()
                .withApiServerFlags("--audit-policy-file=" + policy, "--audit-log-path=" + audit));
    api = controlPlane.api();
    shell = Shell.in(home);
    shell.write(".kube/config", controlPlane.kubeconfig());
    shell.set("KUBECONFIG", home.resolve(".kube/config").toString());
    shell.provide("kubectl", "exec " + controlPlane.binaries().resolve("kubectl") + " \"$@\"");
    MavenProgram.provide(shell);
    Files.createSymbolicLink(home.resolve("kro4j"), MarkdownPage.ROOT.toRealPath());
    shell.enter(Files.createDirectory(home.resolve("application")));
  }

  @AfterAll
  static void end() {
    controlPlane.close();
  }

  @Test
  void thePageSaysWhatHappens() {
    MarkdownPage page = MarkdownPage.read(MarkdownPage.ROOT.resolve("README.md"));
    try (Reader reader = new Reader()) {
      Walkthrough walk = new Walkthrough(page.section("Five minutes"), shell, reader);
      try {
        walk.run();
        reader.hasSeenAll();
      } catch (AssertionError e) {
        throw new AssertionError(walk.transcript() + "\n" + reader.evidence(), e);
      }
    }
  }

  /** Who reads the page: has two terminals, and looks at what the page says beside the commands. */
  private static final class Reader implements Walkthrough.Surroundings, AutoCloseable {
    private final Map<String, Consumer<String>> looks =
        Map.of(
            ":compile", this::compiled,
            ":explain ", this::explained,
            "kubectl apply --server-side -f ", output -> kindsOfTheRuntime(),
            "kubectl apply -k manifests/", output -> awaitKinds("applications,compiledgraphs"),
            "kubectl apply -f - ", this::applied,
            "kubectl get application shop ", this::status,
            "kubectl get application,", this::objects,
            "kubectl delete application shop ", output -> deleted());
    private final List<String> seen = new ArrayList<>();
    private Map<Path, FileTime> written = Map.of();
    private @Nullable RuntimeProcess runtime;
    private @Nullable FakeKubelet kubelet;

    /** Starts the runtime as the page does, but on ports that are free. */
    @Override
    public void start(String command) {
      String typed = "cd " + shell.folder() + "; exec " + command + " \"$@\"";
      List<String> program = List.of("bash", "-c", typed, "bash");
      try {
        runtime = RuntimeProcess.start(folder.toRealPath(), program, List.of());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      runtime.awaitReady();
    }

    @Override
    public void after(String command, String output) {
      String typed = command.lines().findFirst().orElse("");
      looks.forEach(
          (part, look) -> {
            if (typed.contains(part)) {
              look.accept(output);
            }
          });
    }

    /** The first time five files, and none afterwards. */
    private void compiled(String output) {
      Map<Path, FileTime> now = files(shell.folder().resolve("manifests"));
      if (written.isEmpty()) {
        assertThat(now).hasSize(5);
        written = now;
      } else {
        assertThat(now).isEqualTo(written);
      }
      seen.add(output.contains("BUILD SUCCESS") ? "compiled" : "refused");
    }

    private void explained(String output) {
      assertThat(output).contains("# expression.unknown-field");
      seen.add("the page");
    }

    private void kindsOfTheRuntime() {
      RUNTIME_CRDS.forEach(
          each -> api.waitFor(crd(each), found -> found.hasCondition("Established")));
      awaitKinds("compiledgraphs");
    }

    /** The second time it is there, and waits: nobody says yet that the Pods run. */
    private void applied(String output) {
      if (!output.endsWith(" created\n")) {
        seen.add("the refusal");
        return;
      }
      api.waitFor(APPLICATION, each -> String.valueOf(each.at("status")).contains(WAITS));
      assertThat(api.get(APPLICATION).at("spec", "replicas")).isEqualTo(2L);
      api.waitFor(DEPLOYMENT, Response::ok);
      assertThat(api.get(SERVICE).status()).isEqualTo(404);
      seen.add("the Deployment");
    }

    private void status(String output) {
      assertThat(output)
          .contains("  state: IN_PROGRESS\n", "  conditions:\n", "message: " + WAITS + "\n");
      kubelet = FakeKubelet.in(api, NAMESPACE);
      seen.add("the status");
    }

    private void objects(String output) {
      assertThat(output)
          .contains("application.kro.run/shop ", "deployment.apps/shop ", "service/shop ");
      seen.add("the objects");
    }

    private void deleted() {
      assertThat(api.get(APPLICATION).status()).isEqualTo(404);
      assertThat(api.get(DEPLOYMENT).status()).isEqualTo(404);
      assertThat(api.get(SERVICE).status()).isEqualTo(404);
      assertThat(deletions()).containsExactly("services", "deployments");
      seen.add("the deletion");
    }

    private void hasSeenAll() {
      assertThat(seen)
          .containsExactly(
              "compiled",
              "refused",
              "compiled",
              "the page",
              "the refusal",
              "the Deployment",
              "the status",
              "the objects",
              "the deletion");
    }

    private String evidence() {
      return shell
              .run("kubectl get applications,deployments,pods,compiledgraphs -A -o yaml")
              .output()
          + (runtime == null ? "" : runtime.log());
    }

    @Override
    public void close() {
      if (kubelet != null) {
        kubelet.close();
      }
      if (runtime != null) {
        runtime.close();
      }
    }
  }

  private static void awaitKinds(String kinds) {
    Connections.await(
        kinds + " that are served", () -> shell.run("kubectl get " + kinds).exit() == 0);
  }

  /** The resources of which an object {@code shop} was deleted, in that order. */
  private static List<String> deletions() {
    try (Stream<String> lines = Files.lines(audit)) {
      return lines
          .map(DELETION::matcher)
          .filter(Matcher::find)
          .map(deletion -> deletion.group(1))
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Path, FileTime> files(Path root) {
    Map<Path, FileTime> files = new TreeMap<>();
    try (Stream<Path> below = Files.walk(root)) {
      for (Path file : below.filter(Files::isRegularFile).toList()) {
        files.put(file, Files.getLastModifiedTime(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static ObjectRef crd(String name) {
    return ObjectRef.of("apiextensions.k8s.io/v1", "CustomResourceDefinition", name);
  }
}
