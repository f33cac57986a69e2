package io.kro4j.maven.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.report.Finding;
import io.kro4j.maven.Examples;
import io.kro4j.maven.KnownSurroundings;
import io.kro4j.maven.settings.GlueParameters;
import io.kro4j.maven.settings.SchemaParameters;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedGlueTest {
  @TempDir Path root;
  private final KnownSurroundings surroundings = new KnownSurroundings("it:shop");

  @BeforeEach
  void sources() throws IOException {
    for (String module : List.of("shop", "stall")) {
      Path file = root.resolve(module).resolve("src/main/kro/group.yaml");
      Files.createDirectories(file.getParent());
      Files.writeString(file, Examples.SHOP);
    }
    Files.writeString(
        root.resolve("shop/pom.xml"), "<project>\n  <glue><tool>flux</tool></glue>\n</project>\n");
  }

  @Test
  void warnsOfAModuleThatSharesTheName() throws IOException {
    module("it:stall", "kro-apis", "argocd", "flux");
    module("it:parent", "kro-apis", "flux");
    Settings shop = module("it:shop", "kro-apis", "flux");

    Outcome outcome = Examples.outcome(shop);

    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.findings())
        .extracting(Finding::diagnostic)
        .extracting(
            finding -> finding.span().file().name() + ":" + finding.span().startPosition().line(),
            finding -> finding.id().code(),
            finding -> finding.message())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "shop/pom.xml:2",
                "glue.shared-name",
                "module `it:stall` names its objects for Flux `kro-apis`, too"));
    assertThat(outcome.found().diagnostics()).isEmpty();
    CompileState state = new CompileState("key", 1, new TreeMap<>(), outcome.found());
    assertThat(Outcome.remembered(shop, Inputs.read(shop), state).findings()).hasSize(1);
  }

  @Test
  void saysNothingWhereNothingIsShared() throws IOException {
    module("it:stall", "stalls", "flux");
    module("it:parent", "kro-apis", "flux");

    assertThat(Examples.outcome(module("it:shop", "kro-apis", "flux")).findings()).isEmpty();
    assertThat(Examples.outcome(module("it:shop", "stalls", "argocd")).findings()).isEmpty();
    assertThat(Examples.outcome(module("it:shop", "stalls")).findings()).isEmpty();
  }

  @Test
  void saysNothingOfAModuleWithNothingToCompile() throws IOException {
    module("it:stall", "kro-apis", "flux");

    assertThat(findings(module("it:shop", "kro-apis", "flux"))).hasSize(1);
    assertThat(findings(module("it:parent", "kro-apis", "flux"))).isEmpty();
  }

  private static List<Diagnostic> findings(Settings settings) throws IOException {
    return SharedGlue.findings(settings, Inputs.read(settings));
  }

  private Settings module(String name, String glueName, String... tools) {
    Path base = root.resolve(name.substring(name.indexOf(':') + 1));
    SchemaParameters none = SchemaParameters.of(base);
    Settings settings =
        Examples.withGlue(
            Examples.withSchemas(
                Examples.byDefault(Examples.settings(base, List.of("src/main/kro"))),
                root,
                new SchemaParameters(
                    List.of(), List.of(), List.of(), List.of(), "", none.lockFile(), surroundings)),
            new GlueParameters(
                List.of(tools), glueName, "manifests", "", "https://git.example.com/a.git"));
    surroundings.with(name, settings);
    return settings;
  }
}
