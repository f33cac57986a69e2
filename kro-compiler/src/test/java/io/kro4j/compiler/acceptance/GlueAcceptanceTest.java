package io.kro4j.compiler.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.CompiledFiles;
import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.gitops.GlueSettings;
import io.kro4j.compiler.gitops.GlueTool;
import io.kro4j.compiler.samples.Sample;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ArgoCd;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The samples, layer by layer in the order that Argo CD and Flux follow, by kubectl, and what Argo
 * CD is set up with.
 */
@ExtendWith(SharedControlPlane.class)
class GlueAcceptanceTest {
  private static final String MANAGER = "acceptance";
  private static final Path COMPILED_GRAPH =
      Path.of("src/main/resources/io/kro4j/compiler/artifact/compiledgraphs.kro4j.io.yaml");

  @TempDir Path folder;

  @Test
  void eachLayerIsTakenAfterTheOneBefore(ControlPlane controlPlane) throws Exception {
    ApiServer api = controlPlane.api();
    Kubectl kubectl = new Kubectl(controlPlane, folder);
    api.establish(Files.readString(COMPILED_GRAPH), MANAGER);
    for (Sample sample : Sample.all()) {
      sample.crds().forEach(crd -> api.establish(crd.text(), MANAGER));
    }
    Path written = write();

    List<Manifest> crds = layer(kubectl, written.resolve("crds"));
    assertThat(crds).isNotEmpty().allMatch(Manifest::isCrd);
    crds.forEach(crd -> api.establish(crd.text(), MANAGER));
    List<Manifest> graphs = layer(kubectl, written.resolve("graphs"));
    assertThat(graphs)
        .extracting(manifest -> manifest.ref().kind())
        .containsOnly("ClusterRole", "CompiledGraph");
    for (Sample sample : Sample.all()) {
      for (Sample.Instance instance : sample.instances()) {
        if (instance.isValid()) {
          assertThat(api.dryRun(instance.text(), MANAGER).status()).isIn(200, 201);
        }
      }
    }
    String config = written.resolve("gitops/argocd/argocd-cm.yaml").toString();
    api.apply("{apiVersion: v1, kind: Namespace, metadata: {name: argocd}}", MANAGER);
    assertThat(kubectl.run("apply", "--server-side", "--dry-run=server", "-f", config))
        .contains("configmap/argocd-cm");

    crds.forEach(crd -> api.delete(crd.ref()));
    crds.forEach(crd -> api.waitFor(crd.ref(), response -> response.status() == 404));
  }

  @Test
  void theApplicationIsOneToTheApiServer(ApiServer api) throws Exception {
    api.establish(ArgoCd.applicationCrd(), MANAGER);
    api.apply("{apiVersion: v1, kind: Namespace, metadata: {name: argocd}}", MANAGER);
    String application = Files.readString(write().resolve("gitops/argocd/application.yaml"));

    Response taken = api.dryRun(application, MANAGER);
    assertThat(taken.status()).as("%s", taken).isEqualTo(201);
    assertThat(taken.warnings()).isEmpty();
    Response refused = api.dryRun(application.replace("selfHeal", "selfHeals"), MANAGER);
    assertThat(refused.ok()).as("fields are checked").isFalse();
  }

  /** The objects of a layer, which the API server takes all. */
  private static List<Manifest> layer(Kubectl kubectl, Path layer) throws Exception {
    List<Manifest> objects = Manifest.read(kubectl.run("kustomize", layer.toString()));
    String taken =
        kubectl.run("apply", "--server-side", "--dry-run=server", "-k", layer.toString());
    assertThat(taken.lines()).hasSameSizeAs(objects);
    return objects;
  }

  private Path write() throws Exception {
    List<CompiledGroup> groups = Sample.compileAll().groups();
    GlueSettings settings =
        new GlueSettings(
            EnumSet.allOf(GlueTool.class),
            "platform",
            "manifests",
            "instances",
            "https://git.example.com/platform.git");
    OutputTree files = CompiledFiles.of(groups, settings).value().orElseThrow();
    return new Emitted("layers", groups, files).write(folder);
  }
}
