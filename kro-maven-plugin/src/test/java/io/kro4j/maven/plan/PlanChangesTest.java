package io.kro4j.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.maven.Examples;
import io.kro4j.maven.git.History;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What plans say of changes; each is compared with {@code src/test/resources/plan}. */
class PlanChangesTest {
  private static final String FILE = "src/main/kro/shop.yaml";

  @TempDir Path folder;
  private History history;

  @BeforeEach
  void commitShop() throws IOException, GitAPIException {
    history = History.init(folder).write(FILE, PlanExamples.SHOP);
    history.commit();
    history.branch("work");
  }

  @AfterEach
  void close() {
    history.close();
  }

  @Test
  void nothingChanges() throws IOException {
    assertPlan("unchanged");
  }

  @Test
  void aFieldIsRenamed() throws IOException {
    replace("title", "name");

    assertPlan("field-renamed");
  }

  @Test
  void aValueOfAnEnumGoes() throws IOException {
    replace("small,medium,large", "small,medium");

    assertPlan("enum-narrowed");
  }

  @Test
  void aDefaultChanges() throws IOException {
    replace("default=small", "default=large");

    assertPlan("default-changed");
  }

  @Test
  void aFieldOfANamedTypeGoes() throws IOException {
    replace("        label: string\n", "");

    assertPlan("type-field-removed");
  }

  @Test
  void theKindIsRenamed() throws IOException {
    replace("kind: Shop", "kind: Store");

    assertPlan("kind-renamed");
  }

  @Test
  void theGroupIsRenamed() throws IOException {
    replace("group: example.com", "group: shops.example.com");

    assertPlan("group-renamed");
  }

  @Test
  void theVersionIsRenamed() throws IOException {
    replace("apiVersion: v1\n    kind: Shop", "apiVersion: v2\n    kind: Shop");

    assertPlan("version-renamed");
  }

  @Test
  void theScopeChanges() throws IOException {
    history.write(
        FILE,
        PlanExamples.SHOP
            .replace("    kind: Shop", "    kind: Shop\n    scope: Cluster")
            .replace("        metadata:\n", "        metadata:\n          namespace: shops\n"));

    assertPlan("scope-changed");
  }

  @Test
  void theDefinitionIsRenamed() throws IOException {
    replace("name: shop", "name: boutique");

    assertPlan("definition-renamed");
  }

  @Test
  void aNodeIsRewired() throws IOException {
    history.write(
        FILE,
        PlanExamples.SHOP
            .replace("page: ${page.metadata.name}", "page: ${schema.metadata.name}")
            .replace("name: ${schema.metadata.name}-page", "name: ${door.metadata.name}-page"));

    assertPlan("node-rewired");
  }

  @Test
  void aNodeIsRenamed() throws IOException {
    history.write(
        FILE,
        PlanExamples.SHOP
            .replace("id: page", "id: sheet")
            .replace("${page.metadata.name}", "${sheet.metadata.name}"));

    assertPlan("node-renamed");
  }

  @Test
  void aNodeGoesAndAnotherComes() throws IOException {
    history.write(
        FILE,
        PlanExamples.SHOP
            .replace("${page.metadata.name}", "${secret.metadata.name}")
            .replace("id: page", "id: secret")
            .replace("kind: ConfigMap", "kind: Secret")
            .replace("  data:", "  stringData:"));

    assertPlan("node-removed");
  }

  @Test
  void theDefinitionMovesToAnotherFile() throws IOException {
    history.delete(FILE).write("src/main/kro/shops/main.yaml", PlanExamples.SHOP);

    assertPlan("unchanged");
  }

  @Test
  void theDefinitionGoes() throws IOException {
    history.delete(FILE).write("src/main/kro/stall.yaml", Examples.STALL);

    assertPlan("definition-removed");
  }

  @Test
  void theDefinitionGoesForAReason() throws IOException {
    history.delete(FILE).write("src/main/kro/stall.yaml", Examples.STALL);

    assertPlan(
        "definition-removed-for-a-reason",
        new PlanChanges.Request(
            "", "", List.of("**/*.yaml"), List.of("shop=stalls are enough"), true));
  }

  private void replace(String text, String other) throws IOException {
    assertThat(PlanExamples.SHOP).contains(text);
    history.write(FILE, PlanExamples.SHOP.replace(text, other));
  }

  private void assertPlan(String name) throws IOException {
    assertPlan(name, new PlanChanges.Request("", "", List.of("**/*.yaml"), List.of(), true));
  }

  private void assertPlan(String name, PlanChanges.Request request) throws IOException {
    Golden.check("plan/" + name + ".txt", PlanRuns.text(folder, request));
  }
}
