package io.kro4j.maven.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.maven.Examples;
import io.kro4j.maven.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void leavesTheDefaultsToTheCompiler() {
    Options options = options(settings("", List.of(), 10, 0));

    assertThat(options.mistakes()).isEmpty();
    assertThat(options.compiler().analysis().omitAllowed()).isFalse();
    assertThat(options.compiler().threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(options.builtIn().find(new GroupVersionKind("apps", "v1", "Deployment")))
        .isPresent();
  }

  @Test
  void handsParametersOn() {
    Options options =
        options(
            settings(
                "v1.33.2", List.of("CELOmitFunction=true", "InstanceConditionEvents=false"), 3, 7));

    assertThat(options.mistakes()).isEmpty();
    assertThat(options.compiler().analysis().omitAllowed()).isTrue();
    assertThat(options.compiler().analysis().maxForEachDimensions()).isEqualTo(3);
    assertThat(options.compiler().threads()).isEqualTo(7);
  }

  @Test
  void tellsAllMistakes() {
    Options options =
        options(settings("1.7", List.of("CELOmitFunktion=true", "CELOmitFunction", "X=1"), 0, -1));

    assertThat(options.mistakes())
        .containsExactly(
            "parameter `threads`: -1 is less than 0",
            "parameter `maxForEachDimensions`: 0 is less than 1",
            "parameter `featureGates`: `CELOmitFunktion` is none of `CELOmitFunction`,"
                + " `InstanceConditionEvents`, `InstanceConditionMetrics`; did you mean"
                + " `CELOmitFunction`?",
            "parameter `featureGates`: `CELOmitFunction` is not `name=true` or `name=false`",
            "parameter `featureGates`: `X=1` is not `name=true` or `name=false`",
            "parameter `kubernetesVersion`: `1.7` is none of `1.32`, `1.33`, `1.34`, `1.35`, `1.36`");
  }

  private static Options options(Settings settings) {
    return Options.of(settings, Examples.NO_INPUTS);
  }

  private static Settings settings(
      String kubernetesVersion, List<String> featureGates, int maxForEachDimensions, int threads) {
    Settings defaults = Examples.settings(Path.of("."), List.of());
    return new Settings(
        defaults.base(),
        defaults.root(),
        defaults.sources(),
        defaults.sourcesByDefault(),
        defaults.excludes(),
        Examples.schemas(defaults.base(), List.of(), kubernetesVersion),
        featureGates,
        maxForEachDimensions,
        threads,
        defaults.policy(),
        defaults.output(),
        defaults.glue(),
        defaults.commands(),
        defaults.reporting(),
        defaults.progress());
  }
}
