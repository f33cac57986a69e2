package io.kro4j.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.maven.Examples;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainTest {
  private static final Path PAGES = Path.of("../docs/diagnostics");

  @TempDir Path base;

  @ParameterizedTest
  @EnumSource(DiagnosticId.class)
  void showsThePageOfADiagnostic(DiagnosticId id) throws IOException {
    Path page = PAGES.resolve(id.code() + ".md");

    GoalReport report = ExplainDiagnostic.explain(id.code(), "mvn kro:");

    assertThat(report.failure()).isEmpty();
    assertThat(texts(report))
        .containsExactly(
            Files.exists(page)
                ? Files.readString(page)
                : "`" + id.code() + "` has no documentation page");
  }

  @Test
  void suggestsAnIdNearTheUnknownOne() throws IOException {
    GoalReport report = ExplainDiagnostic.explain("yaml.sintax", "mvn kro:");

    assertThat(report.failure()).contains("unknown diagnostic");
    assertThat(texts(report))
        .containsExactly(
            "There is no diagnostic `yaml.sintax`", "help: did you mean `yaml.syntax`?");
  }

  @Test
  void listsAllDiagnosticsWithWhatTheyAreAbout() throws IOException {
    assertThat(texts(ExplainDiagnostic.list()))
        .hasSize(2 * DiagnosticId.values().length + 1)
        .containsSequence("  yaml.syntax (error)", "    A file is not YAML.")
        .contains("  lint.hard-coded-namespace (warning)");
  }

  @Test
  void tellsHowToListThemWhereThereIsNoPrefix() throws IOException {
    GoalReport report = ExplainDiagnostic.explain("something", "mvn io.kro4j:kro-maven-plugin:1:");

    assertThat(texts(report))
        .last()
        .isEqualTo("help: `mvn io.kro4j:kro-maven-plugin:1:explain` lists all diagnostics");
  }

  @Test
  void tellsWhatAGroupCompilesTo() throws IOException {
    Files.writeString(
        base.resolve("fleet.yaml"),
        """
        apiVersion: kro.run/v1alpha1
        kind: ResourceGroup
        metadata:
          name: fleet
        spec:
          schema:
            apiVersion: v1
            kind: Fleet
            scope: Cluster
            spec:
              names: "[]string"
              namespace: string | required=true
            status:
              first: ${account.metadata.uid}
          resources:
            - id: settings
              externalRef:
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                  namespace: ${schema.spec.namespace}
            - id: account
              includeWhen:
                - ${schema.spec.names.size() > 0}
              readyWhen:
                - ${account.metadata.?uid.hasValue()}
              template:
                apiVersion: v1
                kind: ServiceAccount
                metadata:
                  name: ${settings.metadata.name}
                  namespace: ${schema.spec.namespace}
            - id: pages
              forEach:
                - name: ${schema.spec.names}
              template:
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: ${name}
                  namespace: ${account.metadata.namespace}
        """);

    GoalReport report = ExplainGroup.run(Examples.settings(base, List.of("fleet.yaml")), "fleet");

    assertThat(String.join("\n", texts(report)))
        .isEqualTo(
            """
            group fleet
              defines kro.run/v1 Fleet, cluster-scoped, by the CRD fleets.kro.run
              reports status first

            node settings, wave 1
              reads v1 ConfigMap of somebody else, one by name

            node account, wave 2
              creates one v1 ServiceAccount
              after settings
              included when ${schema.spec.names.size() > 0}
              ready when ${account.metadata.?uid.hasValue()}

            node pages, wave 3
              creates any number of v1 ConfigMap
              for each name in ${schema.spec.names}
              after account

            rights of the controller
              configmaps, serviceaccounts: get, list, watch, create, patch, delete
              fleets of kro.run: get, list, watch, patch
              fleets/status of kro.run: update, patch\
            """);
  }

  @Test
  void suggestsAGroupNearTheUnknownOne() throws IOException {
    Files.writeString(base.resolve("shop.yaml"), Examples.SHOP);
    Settings settings = Examples.settings(base, List.of("shop.yaml"));

    assertThat(texts(ExplainGroup.run(settings, "shpo")))
        .containsExactly(
            "There is no group `shpo` among the sources", "help: did you mean `shop`?");
    assertThat(texts(ExplainGroup.run(settings, "somewhere else")))
        .containsExactly(
            "There is no group `somewhere else` among the sources", "help: there are shop");
  }

  @Test
  void tellsWhyThereIsNoGroupToExplain() throws IOException {
    Files.writeString(base.resolve("shop.yaml"), Examples.BROKEN_SHOP);

    GoalReport report = ExplainGroup.run(Examples.settings(base, List.of("shop.yaml")), "shop");

    assertThat(report.failure()).contains("1 error");
  }

  private static List<String> texts(GoalReport report) {
    return report.messages().stream().map(Message::text).toList();
  }
}
