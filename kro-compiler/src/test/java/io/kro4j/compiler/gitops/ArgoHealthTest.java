package io.kro4j.compiler.gitops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kro4j.compiler.CompiledGroup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The health rules for Argo CD, run over the test data that goes with them. */
class ArgoHealthTest {
  private static final String FOLDER = "gitops/argocd/resource_customizations/";
  private static final String CONFIG = "gitops/argocd/argocd-cm.yaml";
  private static final String PREFIX = "resource.customizations.health.";

  private final SortedMap<String, String> files = SampleGlue.files().files();

  @TestFactory
  Stream<DynamicTest> everyCaseHasTheHealthThatItsTestNames() {
    return files.keySet().stream()
        .filter(path -> path.endsWith("/health_test.yaml"))
        .flatMap(this::cases);
  }

  private Stream<DynamicTest> cases(String path) {
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    List<?> tests = (List<?>) SampleGlue.object(files.get(path)).get("tests");
    return tests.stream()
        .map(
            test -> {
              String input = (String) SampleGlue.at(test, "inputPath");
              return dynamicTest(folder + input, () -> assertHealth(folder, input, test));
            });
  }

  private void assertHealth(String folder, String input, Object test) {
    Lua.Health health =
        Lua.health(files.get(folder + "health.lua"), SampleGlue.object(files.get(folder + input)));
    assertThat(health.status()).isEqualTo(SampleGlue.at(test, "healthStatus", "status"));
    assertThat(health.message()).isEqualTo(SampleGlue.at(test, "healthStatus", "message"));
  }

  @Test
  void everyInputIsTested() {
    Set<String> tested = new TreeSet<>();
    files.forEach(
        (path, text) -> {
          if (path.endsWith("/health_test.yaml")) {
            String folder = path.substring(0, path.lastIndexOf('/') + 1);
            ((List<?>) SampleGlue.object(text).get("tests"))
                .forEach(test -> tested.add(folder + SampleGlue.at(test, "inputPath")));
          }
        });

    assertThat(tested)
        .isNotEmpty()
        .isEqualTo(
            files.keySet().stream()
                .filter(path -> path.contains("/testdata/"))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void theConfigMapHasTheSameRulesAndNamesEachKind() {
    Map<?, ?> data = (Map<?, ?>) SampleGlue.object(files.get(CONFIG)).get("data");

    Set<String> kinds =
        SampleGlue.GROUPS.stream()
            .map(CompiledGroup::graph)
            .map(graph -> graph.api().gvk().group() + "_" + graph.api().gvk().kind())
            .collect(Collectors.toCollection(TreeSet::new));
    kinds.addAll(
        List.of(
            "kro4j.io_CompiledGraph", "kro.run_ResourceGraphDefinition", "kro.run_ResourceGroup"));
    assertThat(data.keySet()).map(Object::toString).hasSize(kinds.size());
    for (String kind : kinds) {
      assertThat(data.get(PREFIX + kind))
          .as(kind)
          .isEqualTo(files.get(FOLDER + kind.replace('_', '/') + "/health.lua"));
    }
  }

  /** gopher-lua is Lua 5.1, which has neither goto nor integer division nor bitwise operators. */
  @Test
  void theRulesUseNothingThatLua51LacksOrThatReachesOutside() {
    for (HealthRule rule : HealthRule.values()) {
      assertThat(rule.lua())
          .doesNotContainPattern("\\bgoto\\b|//|::|[&|~]{1}[^=]|\\b(os|io|require|load)\\b");
    }
  }
}
