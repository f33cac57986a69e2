package io.kro4j.compiler.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompilerInput;
import io.kro4j.compiler.CompilerOptions;
import io.kro4j.compiler.ResourceGroupCompiler;
import io.kro4j.compiler.artifact.YamlWriter;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupDraftTest {

  @Test
  void makesAGroupOfTheManifestsOfAnApplication() throws IOException {
    List<Map<String, Object>> manifests = objects(text("shop.yaml"));

    String group = draft(manifests);

    assertThat(group).isEqualTo(text("shop-group.yaml"));
  }

  @Test
  void whatItMakesCompiles() throws IOException {
    Compilation compilation = compile(draft(objects(text("shop.yaml"))));

    assertThat(compilation.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
    assertThat(compilation.groups().get(0).graph().nodes())
        .extracting(node -> node.id() + " " + node.dependencies())
        .contains(
            "deployment [serviceAccount, configMap, persistentVolumeClaim]",
            "ingress [service]",
            "horizontalPodAutoscaler [deployment]");
  }

  @ParameterizedTest
  @CsvSource({
    "shop;shop-data, shop",
    "shop;shopping, shop",
    "web-shop;web-shop-a;web-shop-b, web-shop",
    "web-a;web-b, web",
    "a, a"
  })
  void namesTheApplicationByWhatAllHaveInCommon(String names, String application) {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (String name : names.split(";", -1)) {
      objects.add(Map.of("kind", "ConfigMap", "metadata", Map.of("name", name)));
    }

    assertThat(GroupDraft.application(objects)).isEqualTo(application);
  }

  @Test
  void givesEachNodeAnIdOfItsOwn() {
    String group =
        draft(
            objects(
                """
                {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: shop-a}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: shop-b}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: shop.b}}
                """));

    assertThat(group.lines().filter(line -> line.contains("id:")))
        .containsExactly(
            "  - id: namespaceShop",
            "  - id: configMap",
            "  - id: configMapShopB",
            "  - id: configMapShopB2");
    assertThat(compile(group).groups()).hasSize(1);
  }

  @Test
  void keepsTheNameOfCrdsWhichIsPrescribed() {
    String group =
        draft(
            objects(
                """
                {apiVersion: v1, kind: ConfigMap, metadata: {name: shop}}
                ---
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: widgets.example.com}
                """));

    assertThat(group).contains("name: widgets.example.com").doesNotContain("}-widgets");
  }

  @Test
  void leavesOutWhatIsAllottedToOneObject() {
    String group =
        draft(
            objects(
                """
                apiVersion: v1
                kind: Service
                metadata:
                  name: shop
                  uid: 8f0c
                  annotations: {deployment.kubernetes.io/revision: "3"}
                spec: {clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1], ports: [{port: 80}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: shop-peers, annotations: {example.com/team: a}}
                spec: {clusterIP: None, clusterIPs: [None], ports: [{port: 81}]}
                """));

    assertThat(group)
        .contains("clusterIP: None", "clusterIPs:", "- None", "example.com/team: a", "port: 80")
        .doesNotContain("10.0.0.1", "uid", "revision");
    assertThat(compile(group).groups()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "web-shop, WebShop",
    "shop, Shop",
    "2048-game, Game",
    "HTTPRoute, HttpRoute",
    "--, App",
  })
  void namesTheKindByTheGroup(String group, String kind) {
    assertThat(DraftName.of(group, Optional.empty()).kind()).isEqualTo(kind);
  }

  private static String draft(List<Map<String, Object>> manifests) {
    DraftName name =
        DraftName.of(GroupDraft.application(manifests), Optional.of("platform.example.com"));
    return YamlWriter.write(GroupDraft.of(name, manifests));
  }

  private static Compilation compile(String group) {
    return ResourceGroupCompiler.compile(
        new CompilerInput(
            List.of(SourceFile.of("group.yaml", group)),
            KubernetesCatalog.newest(),
            CompilerOptions.defaults()));
  }

  private static List<Map<String, Object>> objects(String text) {
    List<YamlDocument> documents =
        YamlReader.read(SourceFile.of("manifests.yaml", text), YamlLimits.DEFAULT)
            .value()
            .orElseThrow();
    return documents.stream()
        .map(document -> ((YamlValue.Mapping) document.root()).toJson())
        .toList();
  }

  private static String text(String name) throws IOException {
    try (InputStream in = GroupDraftTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
