package io.kro4j.compiler.gitops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompiledFiles;
import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.CompilerInput;
import io.kro4j.compiler.CompilerOptions;
import io.kro4j.compiler.ResourceGroupCompiler;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is generated for the tools, and where it is. */
class GlueTest {
  private static final String CRD = "crds/webapplications.platform.example.com.yaml";

  private final SortedMap<String, String> plain = SampleGlue.files(GlueSettings.NONE).files();
  private final SortedMap<String, String> both = SampleGlue.files().files();

  @Test
  void withoutToolsThereIsNothingForThem() {
    assertThat(plain).isEqualTo(CompiledFiles.of(SampleGlue.GROUPS).value().orElseThrow().files());
    assertThat(plain.keySet()).noneMatch(path -> path.startsWith("gitops/"));
    assertThat(String.join("", plain.values())).doesNotContain("argoproj.io", "fluxcd.io/prune");
  }

  @Test
  void theListOfAllObjectsIsTheSameWithTools() {
    assertThat(both.get("kustomization.yaml")).isEqualTo(plain.get("kustomization.yaml"));
  }

  @Test
  void eachFolderListsItsOwnFilesAndThatOfTheGraphsTheRolesToo() {
    for (String folder : List.of("crds", "rbac", "graphs")) {
      List<String> own =
          plain.keySet().stream()
              .filter(path -> path.startsWith(folder + "/"))
              .map(path -> path.substring(folder.length() + 1))
              .collect(Collectors.toList());
      if (folder.equals("graphs")) {
        own.add(0, "../rbac");
      }
      assertThat(SampleGlue.object(both.get(folder + "/kustomization.yaml")).get("resources"))
          .isEqualTo(own);
    }
  }

  @Test
  void argoAppliesCrdsBeforeRolesBeforeGraphsBeforeInstances() {
    SortedMap<String, String> files = SampleGlue.files(only(GlueTool.ARGOCD)).files();

    assertThat(wave(files.get(CRD))).isEqualTo("-20");
    assertThat(wave(files.get("rbac/web-application.yaml"))).isEqualTo("-15");
    assertThat(wave(files.get("graphs/web-application.yaml"))).isEqualTo("-10");
    assertThat(annotations(files.get(CRD)))
        .containsEntry(
            "argocd.argoproj.io/sync-options", "ServerSideApply=true,Prune=confirm,Delete=confirm")
        .containsEntry("kustomize.toolkit.fluxcd.io/substitute", "disabled")
        .doesNotContainKey("kustomize.toolkit.fluxcd.io/prune");
    assertThat(files.keySet()).noneMatch(path -> path.startsWith("gitops/flux/"));
  }

  @Test
  void oneApplicationHasOutputAndInstances() {
    Map<String, Object> application = SampleGlue.object(both.get("gitops/argocd/application.yaml"));

    assertThat(SampleGlue.at(application, "metadata", "name")).isEqualTo("platform");
    assertThat(SampleGlue.at(application, "spec", "sources", 0, "path"))
        .isEqualTo("deploy/manifests");
    assertThat(SampleGlue.at(application, "spec", "sources", 1, "path"))
        .isEqualTo("deploy/instances");
    assertThat(SampleGlue.at(application, "spec", "sources", 1, "repoURL"))
        .isEqualTo("https://git.example.com/p.git");
  }

  @Test
  void fluxKeepsCrdsAndGoesOnFromLayerToLayer() {
    SortedMap<String, String> files = SampleGlue.files(only(GlueTool.FLUX)).files();
    List<Map<String, Object>> layers =
        SampleGlue.objects(files.get("gitops/flux/kustomizations.yaml"));

    assertThat(annotations(files.get(CRD)))
        .containsEntry("kustomize.toolkit.fluxcd.io/prune", "disabled")
        .doesNotContainKey("argocd.argoproj.io/sync-wave");
    assertThat(layers)
        .extracting(layer -> SampleGlue.at(layer, "metadata", "name"))
        .containsExactly("platform-crds", "platform-graphs", "platform-instances");
    assertThat(layers)
        .extracting(layer -> SampleGlue.at(layer, "spec", "path"))
        .containsExactly(
            "./deploy/manifests/crds", "./deploy/manifests/graphs", "./deploy/instances");
    assertThat(layers)
        .extracting(layer -> SampleGlue.at(layer, "spec", "deletionPolicy"))
        .containsExactly("Orphan", "WaitForTermination", "WaitForTermination");
    assertThat(layers)
        .extracting(layer -> SampleGlue.at(layer, "spec", "prune"))
        .containsExactly(false, true, true);
    assertThat(SampleGlue.at(layers.get(1), "spec", "dependsOn", 0, "name"))
        .isEqualTo("platform-crds");
    assertThat(SampleGlue.at(layers.get(2), "spec", "dependsOn", 0, "name"))
        .isEqualTo("platform-graphs");
    assertThat((List<?>) SampleGlue.at(layers.get(2), "spec", "healthCheckExprs"))
        .hasSize(SampleGlue.GROUPS.size());
    assertThat(files.keySet()).noneMatch(path -> path.startsWith("gitops/argocd/"));
  }

  @Test
  void theOutputMayBeTheTopOfTheRepository() {
    GlueSettings top =
        new GlueSettings(EnumSet.of(GlueTool.FLUX), "platform", ".", "instances", "");

    assertThat(
            SampleGlue.objects(
                SampleGlue.files(top).files().get("gitops/flux/kustomizations.yaml")))
        .extracting(layer -> SampleGlue.at(layer, "spec", "path"))
        .containsExactly("./crds", "./graphs", "./instances");
  }

  @Test
  void everyFileIsOurs() {
    Object listed = SampleGlue.object(both.get(OutputTree.MANIFEST)).get("files");

    Set<String> others = new TreeSet<>(both.keySet());
    others.remove(OutputTree.MANIFEST);
    assertThat(((Map<?, ?>) listed).keySet()).isEqualTo(others);
  }

  @Test
  void theOrderOfTheGroupsDoesNotCount() {
    List<CompiledGroup> reversed = new ArrayList<>(SampleGlue.GROUPS);
    Collections.reverse(reversed);

    assertThat(
            CompiledFiles.of(reversed, SampleGlue.settings(EnumSet.allOf(GlueTool.class)))
                .value()
                .orElseThrow()
                .files())
        .isEqualTo(both);
  }

  @Test
  void aGroupCannotBeNamedAfterTheListOfItsFolder() {
    String group =
        """
        apiVersion: kro.run/v1alpha1
        kind: ResourceGroup
        metadata: {name: kustomization}
        spec:
          schema: {apiVersion: v1alpha1, kind: Custom}
          resources:
          - id: map
            template: {apiVersion: v1, kind: ConfigMap, metadata: {name: "${schema.metadata.name}"}}
        """;
    Compilation compilation =
        ResourceGroupCompiler.compile(
            new CompilerInput(
                List.of(SourceFile.of("group.yaml", group)),
                KubernetesCatalog.newest(),
                CompilerOptions.defaults()));

    assertThat(CompiledFiles.of(compilation.groups()).value()).isPresent();
    assertThat(CompiledFiles.of(compilation.groups(), only(GlueTool.FLUX)).diagnostics())
        .extracting(diagnostic -> diagnostic.id())
        .containsExactly(DiagnosticId.MODEL_INVALID_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/etc", "../other", "a/../b", "a\\b"})
  void pathsStayInTheRepository(String path) {
    assertThatThrownBy(() -> new GlueSettings(Set.of(), "platform", path, "instances", "https://x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static GlueSettings only(GlueTool tool) {
    return SampleGlue.settings(EnumSet.of(tool));
  }

  private static Object wave(String file) {
    return annotations(file).get("argocd.argoproj.io/sync-wave");
  }

  private static Map<Object, Object> annotations(String file) {
    Object found = SampleGlue.at(SampleGlue.object(file), "metadata", "annotations");
    return new TreeMap<>((Map<?, ?>) found);
  }
}
