package io.kro4j.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.report.Finding;
import io.kro4j.compiler.report.RunReport;
import io.kro4j.maven.Examples;
import io.kro4j.maven.git.History;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.settings.Policy;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documents of a plan get, and how breaking changes weigh. */
class PlanFindingsTest {
  private static final String FILE = "shops/src/main/kro/shop.yaml";

  @TempDir Path folder;
  private History history;

  @BeforeEach
  void commitShop() throws IOException, GitAPIException {
    history = History.init(folder).write(FILE, PlanExamples.SHOP);
    history.commit();
    history.branch("work").write(FILE, PlanExamples.SHOP.replace(",large", ""));
  }

  @AfterEach
  void close() {
    history.close();
  }

  @Test
  void aBreakingChangeIsAFindingAtItsPlaceFromWhereMavenWasCalled() throws IOException {
    GoalReport report = plan(Policy.DEFAULT, true);

    assertThat(report.failure()).contains("1 breaking change without a reason");
    assertThat(findings(report))
        .containsExactly("shops/src/main/kro/shop.yaml:16 error plan.breaking-change");
    Finding finding = report.found().orElseThrow().findings().get(0);
    assertThat(finding.diagnostic().message())
        .isEqualTo("`spec.size`: the value `large` was removed (`enum-value-removed`)");
    assertThat(finding.diagnostic().help()).startsWith("if meant, annotate the group with ");
  }

  @Test
  void aReasonMakesItNoFinding() throws IOException {
    history.write(
        FILE,
        PlanExamples.SHOP
            .replace(",large", "")
            .replace(
                "  name: shop\n",
                "  name: shop\n  annotations: {kro.run/allow-breaking-changes: 'true',"
                    + " kro4j.io/breaking-changes-reason: why not}\n"));

    GoalReport report = plan(Policy.DEFAULT, true);

    assertThat(report.failure()).isEmpty();
    assertThat(findings(report)).isEmpty();
  }

  @Test
  void itIsAWarningThatFailsABuildInWhichWarningsDo() throws IOException {
    String warning = "shops/src/main/kro/shop.yaml:16 warning plan.breaking-change";

    assertThat(plan(Policy.DEFAULT, false).failure()).isEmpty();
    assertThat(findings(plan(Policy.DEFAULT, false))).containsExactly(warning);
    GoalReport strict = plan(Policy.of("warning", Map.of()), false);
    assertThat(strict.failure()).contains("1 warning, and warnings fail this build (kro.failOn)");
    assertThat(findings(strict)).containsExactly(warning);
  }

  @Test
  void aSeverityThatTheBuildGivesItCounts() throws IOException {
    Policy policy = Policy.of("error", Map.of(DiagnosticId.PLAN_BREAKING_CHANGE.code(), "error"));

    assertThat(plan(policy, false).failure()).contains("1 breaking change without a reason");
  }

  private GoalReport plan(Policy policy, boolean failOnBreaking) throws IOException {
    Path project = folder.resolve("shops");
    Settings plain = Examples.settings(project, List.of("src/main/kro"));
    Settings settings = Examples.withPolicy(plain, folder, policy);
    PlanChanges.Request request =
        new PlanChanges.Request("", "", List.of("**/*.yaml"), List.of(), failOnBreaking);
    return new PlanChanges(settings, project.resolve("target/kro-reports"), request).run();
  }

  private static List<String> findings(GoalReport report) {
    RunReport found = report.found().orElseThrow();
    return found.findings().stream()
        .map(Finding::diagnostic)
        .map(
            finding ->
                finding.span().file().name()
                    + ":"
                    + finding.span().startPosition().line()
                    + " "
                    + finding.severity().word()
                    + " "
                    + finding.id().code())
        .toList();
  }
}
