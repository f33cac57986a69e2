package io.kro4j.runtime.controller.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompiledFiles;
import io.kro4j.compiler.CompilerInput;
import io.kro4j.compiler.CompilerOptions;
import io.kro4j.compiler.ResourceGroupCompiler;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.controller.DefinitionControllers;
import io.kro4j.runtime.controller.TestGroup;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A compiled graph from its apply to its being served, and what is said when it cannot be. */
@ExtendWith(SharedControlPlane.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompiledGraphTest {
  private DefinitionControllers controllers;

  /** What the compiler emits for a group: the texts to commit. */
  private record Manifests(String crd, String graph) {
    static Manifests of(TestGroup group) {
      SourceFile source = SourceFile.of("group.yaml", group.yaml());
      Compilation compilation =
          ResourceGroupCompiler.compile(
              new CompilerInput(
                  List.of(source), KubernetesCatalog.newest(), CompilerOptions.defaults()));
      assertThat(compilation.hasErrors()).as(compilation.diagnostics().toString()).isFalse();
      OutputTree tree = CompiledFiles.of(compilation.groups()).value().orElseThrow();
      return new Manifests(text(tree, "crds/"), text(tree, "graphs/"));
    }

    private static String text(OutputTree tree, String folder) {
      return tree.files().entrySet().stream()
          .filter(file -> file.getKey().toString().startsWith(folder))
          .map(file -> file.getValue())
          .findFirst()
          .orElseThrow();
    }

    void apply(ApiServer api) {
      api.establish(crd, "git");
      applyGraph(api);
    }

    void applyGraph(ApiServer api) {
      Response applied = api.apply(graph, "git");
      assertThat(applied.ok()).as(applied.toString()).isTrue();
    }
  }

  @BeforeAll
  void start(ControlPlane controlPlane, ApiServer api) {
    DefinitionControllers.install(api);
    controllers = DefinitionControllers.start(controlPlane);
  }

  @AfterAll
  void stop() {
    controllers.close();
  }

  @Test
  void aGraphFromGitIsServedAndItsCrdIsNotTouched(ApiServer api) {
    TestGroup group = TestGroup.of("git-graph");
    Manifests.of(group).apply(api);

    Response ready = awaitReady(api, "git-graph");

    assertThat(ready.at("status", "observedGeneration"))
        .isEqualTo(ready.at("metadata", "generation"));
    assertThat(server("GitGraph")).startsWith("CompiledGraph git-graph sha256:");
    assertThat(api.get(group.crd()).at("metadata", "labels").toString())
        .doesNotContain("definition-id", "kro-version");
    assertThat(ready.at("metadata", "finalizers")).isNull();
  }

  @Test
  void theCrdIsWaitedFor(ApiServer api) {
    Manifests manifests = Manifests.of(TestGroup.of("early-graph"));
    manifests.applyGraph(api);
    api.waitFor(
        ref("early-graph"),
        TestGroup.has(
            "KindReady",
            "False",
            "CRDMissing",
            "CRD earlygraphs.test.example.com does not exist"::equals));

    manifests.apply(api);

    awaitReady(api, "early-graph");
  }

  @Test
  void namesThatAnotherCrdHasAreWaitedFor(ApiServer api) {
    ObjectRef other =
        ObjectRef.of(
            "apiextensions.k8s.io/v1", "CustomResourceDefinition", "othertaken.test.example.com");
    api.establish(Connections.crd("test.example.com", "othertaken", "TakenGraph"), "test");
    Manifests manifests = Manifests.of(TestGroup.of("taken-graph"));
    api.apply(manifests.crd(), "git");
    manifests.applyGraph(api);
    api.waitFor(
        ref("taken-graph"),
        TestGroup.has(
            "KindReady",
            "False",
            "CRDMissing",
            message -> message.contains("CRD othertaken.test.example.com has \"TakenGraph\"")));

    api.delete(other);

    awaitReady(api, "taken-graph");
  }

  @Test
  void anotherCrdIsReportedAndTheGraphBeforeGoesOn(ApiServer api) {
    TestGroup group = TestGroup.of("drifting-graph");
    Manifests first = Manifests.of(group);
    Manifests second = Manifests.of(group.withField("integer | default=2"));
    first.apply(api);
    awaitReady(api, "drifting-graph");
    String before = server("DriftingGraph");

    second.applyGraph(api);
    Response mismatch =
        api.waitFor(
            ref("drifting-graph"),
            TestGroup.has("KindReady", "False", "CRDMismatch", message -> true));
    assertThat(TestGroup.message(mismatch, "KindReady")).contains("its digest is sha256:");
    assertThat(TestGroup.message(mismatch, "ControllerReady")).contains("still served");
    assertThat(server("DriftingGraph")).isEqualTo(before);

    second.apply(api);
    awaitReady(api, "drifting-graph");
    assertThat(server("DriftingGraph")).isNotEqualTo(before);
  }

  @Test
  void anEditedGraphIsRefused(ApiServer api) {
    Manifests manifests = Manifests.of(TestGroup.of("edited-graph"));
    manifests.apply(api);
    awaitReady(api, "edited-graph");
    String before = server("EditedGraph");

    new Manifests(manifests.crd(), manifests.graph().replace("applyOrder: 1", "applyOrder: 2"))
        .applyGraph(api);

    api.waitFor(
        ref("edited-graph"),
        TestGroup.has(
            "GraphAccepted",
            "False",
            "DigestMismatch",
            message -> message.startsWith("spec.digest does not match")));
    assertThat(server("EditedGraph")).isEqualTo(before);
  }

  @Test
  void aTypeThatIsMissingIsWaitedFor(ApiServer api) {
    Manifests manifests = Manifests.of(TestGroup.of("needy-graph"));
    Manifests inner = Manifests.of(TestGroup.of("inner-graph"));
    String outer =
        """
        apiVersion: kro.run/v1alpha1
        kind: ResourceGroup
        metadata: {name: outer-graph}
        spec:
          schema: {apiVersion: v1alpha1, kind: OuterGraph, group: test.example.com}
          resources:
          - id: inner
            template:
              apiVersion: test.example.com/v1alpha1
              kind: InnerGraph
              metadata: {name: "${schema.metadata.name}"}
        """;
    SourceFile both =
        SourceFile.of("both.yaml", TestGroup.of("inner-graph").yaml() + "---\n" + outer);
    OutputTree tree =
        CompiledFiles.of(
                ResourceGroupCompiler.compile(
                        new CompilerInput(
                            List.of(both), KubernetesCatalog.newest(), CompilerOptions.defaults()))
                    .groups())
            .value()
            .orElseThrow();
    new Manifests(
            Manifests.text(tree, "crds/outergraphs"), Manifests.text(tree, "graphs/outer-graph"))
        .apply(api);
    api.waitFor(
        ref("outer-graph"),
        TestGroup.has(
            "ControllerReady",
            "False",
            "WaitingForTypes",
            "the cluster does not serve InnerGraph of test.example.com/v1alpha1"::equals));

    inner.apply(api);

    awaitReady(api, "outer-graph");
    assertThat(manifests.graph()).contains("kind: CompiledGraph");
  }

  @Test
  void aDeletedGraphServesNoMore(ApiServer api) {
    Manifests.of(TestGroup.of("passing-graph")).apply(api);
    awaitReady(api, "passing-graph");

    api.delete(ref("passing-graph"));

    Connections.await("nobody serves", () -> server("PassingGraph").isEmpty());
  }

  @Test
  void theFirstOfTwoServesAndBothSaySo(ControlPlane controlPlane, ApiServer api) {
    TestGroup group = TestGroup.of("both-ways");
    Manifests.of(group).apply(api);
    awaitReady(api, "both-ways");

    group.apply(api);
    api.waitFor(
        group.ref(),
        TestGroup.has(
            "KindReady",
            "False",
            "Failed",
            message -> message.endsWith("CRD is owned by another CompiledGraph both-ways")));
    assertThat(server("BothWays")).startsWith("CompiledGraph ");

    controllers.close();
    controllers = DefinitionControllers.start(controlPlane);
    Connections.await("the graph serves", () -> server("BothWays").startsWith("CompiledGraph "));
    Connections.await("the group waits", controllers::isIdle);

    api.delete(ref("both-ways"));
    group.awaitReady(api);
    assertThat(server("BothWays")).isEqualTo("ResourceGroup both-ways 1");
  }

  @Test
  void aGroupHandsOverToTheGraphFromGit(ControlPlane controlPlane, ApiServer api) {
    TestGroup group = TestGroup.of("moving-group");
    group.applyReady(api);
    group.create(api, "one");

    Manifests.of(group).applyGraph(api);
    api.waitFor(
        ref("moving-group"),
        TestGroup.has(
            "ControllerReady",
            "False",
            "KindTaken",
            message -> message.contains("ResourceGroup moving-group")));
    api.waitFor(
        group.ref(),
        TestGroup.has(
            "ControllerReady",
            "True",
            "Running",
            message -> message.contains("CompiledGraph moving-group")));
    controllers.close();
    controllers = DefinitionControllers.start(controlPlane);
    Connections.await(
        "the group serves", () -> server("MovingGroup").equals("ResourceGroup moving-group 1"));
    api.waitFor(
        ref("moving-group"),
        TestGroup.has("ControllerReady", "False", "KindTaken", message -> true));

    api.delete(group.ref());

    api.waitFor(group.ref(), response -> response.status() == 404);
    awaitReady(api, "moving-group");
    assertThat(server("MovingGroup")).startsWith("CompiledGraph ");
    assertThat(api.get(group.instance("one")).status()).isEqualTo(200);
  }

  private static Response awaitReady(ApiServer api, String name) {
    return api.waitFor(ref(name), TestGroup::isReady);
  }

  private static ObjectRef ref(String name) {
    return ObjectRef.of("kro4j.io/v1alpha1", "CompiledGraph", name);
  }

  private String server(String kind) {
    return controllers.server("test.example.com", kind);
  }
}
