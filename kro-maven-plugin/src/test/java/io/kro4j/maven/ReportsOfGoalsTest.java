package io.kro4j.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.report.RunReport;
import io.kro4j.maven.git.Access;
import io.kro4j.maven.goal.ApiPages;
import io.kro4j.maven.goal.Drafts;
import io.kro4j.maven.goal.ExplainGroup;
import io.kro4j.maven.goal.Graphs;
import io.kro4j.maven.goal.GroupTests;
import io.kro4j.maven.goal.LockWriting;
import io.kro4j.maven.goal.Render;
import io.kro4j.maven.goal.Schemas;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.publish.Publish;
import io.kro4j.maven.publish.PublishRequest;
import io.kro4j.maven.publish.ServerAccess;
import io.kro4j.maven.settings.GlueParameters;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documents of goals get that look at groups on the way to something else. */
class ReportsOfGoalsTest {
  private static final String WARNING = "src/main/kro/stall.yaml warning lint.hard-coded-namespace";

  private static final String ERROR = "src/main/kro/shop.yaml error expression.unknown-field";

  @TempDir Path base;

  @BeforeEach
  void sources() throws IOException {
    write("src/main/kro/shop.yaml", Examples.SHOP);
    write("src/main/kro/stall.yaml", Examples.STALL);
  }

  @Test
  void everyGoalReportsWhatIsWrongWithTheGroups() throws IOException {
    write("src/main/kro/shop.yaml", Examples.BROKEN_SHOP);
    write("src/test/kro/shop.test.yaml", "group: shop\nsteps: []\n");

    for (GoalReport report :
        List.of(draw(), describe(), schemas(), explain(), render(), test(), publish())) {
      assertThat(report.failure()).contains("1 error, 1 warning");
      assertThat(findings(report)).containsExactly(ERROR, WARNING);
    }
  }

  @Test
  void everyGoalReportsWarningsOfGroupsThatAreFine() throws IOException {
    for (GoalReport report : List.of(draw(), describe(), schemas(), explain(), render())) {
      assertThat(report.failure()).isEmpty();
      assertThat(findings(report)).containsExactly(WARNING);
    }
  }

  @Test
  void renderReportsWhatIsWrongWithInstancesToo() throws IOException {
    write(
        "shops.yaml",
        "apiVersion: example.com/v1\nkind: Shop\nmetadata: {name: toys}\nspec: {title: 1}\n");

    GoalReport report = render("shops.yaml");

    assertThat(report.failure()).isPresent();
    assertThat(findings(report)).containsExactly(WARNING, "shops.yaml error admission.wrong-type");
  }

  @Test
  void testReportsWhatIsWrongWithTestsToo() throws IOException {
    write("src/test/kro/shop.test.yaml", "group: shop\nsteps: {}\n");

    assertThat(findings(test()))
        .containsExactly(WARNING, "src/test/kro/shop.test.yaml error suite.invalid-file");
  }

  @Test
  void publishReportsWhatCannotBeWritten() throws IOException {
    write("src/main/kro/shop.yaml", Examples.SHOP.replace("name: shop", "name: kustomization"));
    GlueParameters flux = new GlueParameters(List.of("flux"), "apis", "manifests", "", "");

    GoalReport report = publish(Examples.withGlue(settings(), flux));

    assertThat(report.failure()).contains("1 error");
    assertThat(findings(report))
        .containsExactly("src/main/kro/shop.yaml error model.invalid-value");
  }

  @Test
  void initReportsWhatIsWrongWithTheDraft() throws IOException {
    write(
        "deploy/shop.yaml",
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: shop}\ndata: {pages: 7}\n");
    Drafts.Wish wish = new Drafts.Wish(List.of("deploy"), Optional.of("kiosk"), Optional.empty());

    GoalReport report = new Drafts(settings(), wish, base.resolve("drafts")).run();

    assertThat(findings(report)).containsExactly("drafts/kiosk.yaml error graph.literal-type");
  }

  @Test
  void lockReportsALockThatIsNotReplaced() throws IOException {
    assertThat(findings(new LockWriting(settings()).run())).isEmpty();
    write("kro.lock", "{\"format\": \"kro4j.io/lock/v9\"}");

    GoalReport report = new LockWriting(settings()).run();

    assertThat(report.failure()).contains("1 error");
    assertThat(findings(report)).containsExactly("kro.lock error lock.newer-format");
  }

  private GoalReport draw() throws IOException {
    return new Graphs(settings(), null, List.of("dot"), base.resolve("pictures")).run();
  }

  private GoalReport describe() throws IOException {
    return ApiPages.write(settings(), null, base.resolve("pages"));
  }

  private GoalReport schemas() throws IOException {
    return Schemas.write(settings(), base.resolve("schemas"));
  }

  private GoalReport explain() throws IOException {
    return ExplainGroup.run(settings(), "shop");
  }

  private GoalReport render(String... instances) throws IOException {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    return new Render(settings(), List.of(instances), List.of(), true, "1.2.3").run(null, nowhere);
  }

  private GoalReport test() throws IOException {
    return new GroupTests(settings(), List.of("src/test/kro"), true, false).run();
  }

  private GoalReport publish() throws IOException {
    return publish(settings());
  }

  private GoalReport publish(Settings settings) throws IOException {
    PublishRequest request =
        new PublishRequest(
            "",
            "live",
            "shops",
            "",
            "",
            Optional.empty(),
            false,
            false,
            false,
            new ServerAccess(Access.NONE, List.of()));
    ProjectFolders folders = new ProjectFolders(base.resolve("state"), true, "default");
    return new Publish(settings, folders, request, () -> {}).run();
  }

  private Settings settings() {
    return Examples.settings(base, List.of("src/main/kro"));
  }

  private static List<String> findings(GoalReport report) {
    RunReport found = report.found().orElseThrow();
    return found.findings().stream()
        .map(
            finding ->
                finding.diagnostic().span().file().name()
                    + " "
                    + finding.diagnostic().severity().word()
                    + " "
                    + finding.diagnostic().id().code())
        .toList();
  }

  private void write(String name, String text) throws IOException {
    Path file = base.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
