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

/** What plans say of the instances in the repository. */
class PlanInstancesTest {
  private static final String FILE = "src/main/kro/shop.yaml";
  private static final String BOOKS =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shops
      ---
      apiVersion: example.com/v1
      kind: Shop
      metadata:
        name: books
        namespace: shops
      spec:
        title: Books
        size: large
      """;

  @TempDir Path folder;
  private History history;

  @BeforeEach
  void commitShop() throws IOException, GitAPIException {
    history =
        History.init(folder)
            .write(FILE, PlanExamples.SHOP)
            .write("live/books.yaml", BOOKS)
            .write("live/toys.yml", BOOKS.replace("books", "toys").replace("large", "small"))
            .write("chart/templates/shop.yaml", "kind: Shop\nname: {{ .Values.name }\n");
    history.commit();
    history.branch("work");
  }

  @AfterEach
  void close() {
    history.close();
  }

  @Test
  void aTemplateChangesTheObjectsOfAll() throws IOException {
    history.write(FILE, PlanExamples.SHOP.replace("colour: green", "colour: red"));

    assertPlan("template-changed");
  }

  @Test
  void anInstanceIsAddedAnotherChangesAnotherGoes() throws IOException {
    history
        .write("live/books.yaml", BOOKS.replace("Books", "Rare books"))
        .write("live/tea.yaml", BOOKS.replace("books", "tea"))
        .delete("live/toys.yml");

    assertPlan("instances-changed");
  }

  @Test
  void aGeneratedNameIsShownAsAPattern() throws IOException {
    String generated = BOOKS.replace("name: books", "generateName: books-");
    history.write("live/books.yaml", generated + "---\n" + generated.replace("books-", "tea-"));

    assertPlan("generated-names");
  }

  @Test
  void testDataOfHealthRulesIsNoInstance() throws IOException {
    history.write(
        "manifests/gitops/argocd/resource_customizations/example.com/Shop/testdata/healthy.yaml",
        BOOKS.replace("books", "example"));

    assertThat(PlanRuns.text(folder)).endsWith("INFO nothing changes\n");
  }

  @Test
  void anInstanceMovesToAnotherFile() throws IOException {
    history.delete("live/books.yaml").write("live/more/books.yaml", BOOKS);

    assertThat(PlanRuns.text(folder)).endsWith("INFO nothing changes\n");
  }

  @Test
  void anInstanceNoLongerFits() throws IOException {
    history.write(FILE, PlanExamples.SHOP.replace(",large", ""));

    assertPlan("instance-refused");
  }

  @Test
  void anApiGoesAndItsInstancesStay() throws IOException {
    history
        .delete(FILE)
        .write(
            "src/main/kro/stall.yaml",
            Examples.SHOP.replace("Shop", "Stall").replace("shop", "stall"));

    assertPlan("api-removed");
  }

  @Test
  void patternsSayWhichFilesHaveInstances() throws IOException {
    history.write(FILE, PlanExamples.SHOP.replace("colour: green", "colour: red"));

    assertThat(
            PlanRuns.text(
                folder, new PlanChanges.Request("", "", List.of("live/*.yml"), List.of(), true)))
        .contains("~ shops/toys in live/toys.yml:6:1")
        .doesNotContain("books");
  }

  private void assertPlan(String name) throws IOException {
    Golden.check("plan/instances/" + name + ".txt", PlanRuns.text(folder));
  }
}
