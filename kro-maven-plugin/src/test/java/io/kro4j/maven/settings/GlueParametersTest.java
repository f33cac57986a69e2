package io.kro4j.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.gitops.GlueSettings;
import io.kro4j.compiler.gitops.GlueTool;
import io.kro4j.maven.Examples;
import io.kro4j.maven.goal.Check;
import io.kro4j.maven.goal.Compile;
import io.kro4j.maven.message.GoalReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parameters about Argo CD and Flux, and what becomes of the files when they change. */
class GlueParametersTest {
  private static final GlueParameters FLUX =
      new GlueParameters(List.of("flux"), "kro-apis", "manifests", "instances", "");

  @TempDir Path base;

  @BeforeEach
  void sources() throws IOException {
    Path source = base.resolve("src/main/kro/shop.yaml");
    Files.createDirectories(source.getParent());
    Files.writeString(source, Examples.SHOP);
  }

  @Test
  void withoutToolsNothingElseCounts() {
    GlueParameters none = new GlueParameters(List.of(), "NO NAME", "../x", "/y", "");

    assertThat(none.mistakes()).isEmpty();
    assertThat(none.settings()).isEqualTo(GlueSettings.NONE);
  }

  @Test
  void tellsAllMistakes() {
    assertThat(
            new GlueParameters(List.of("argocd", "fluxx", "helm"), "My APIs", "../x", "/y", "")
                .mistakes())
        .containsExactly(
            "parameter `glue`: `fluxx` is none of `argocd`, `flux`; did you mean `flux`?",
            "parameter `glue`: `helm` is none of `argocd`, `flux`",
            "parameter `glueName`: `My APIs` is not at most 40 lower-case letters, digits and"
                + " hyphens",
            "parameter `gluePath`: `../x` is not a path in the repository",
            "parameter `glueInstances`: `/y` is not a path in the repository",
            "parameter `glueRepository`: Argo CD needs the URL of the repository");
  }

  @Test
  void mistakesFailTheRun() throws IOException {
    GlueParameters unknown = new GlueParameters(List.of("fluks"), "a", "b", "c", "");

    GoalReport report = compile(unknown);

    assertThat(report.failure()).contains("1 wrong parameter");
    assertThat(base.resolve("manifests")).doesNotExist();
  }

  @Test
  void handsParametersOn() {
    GlueSettings settings =
        new GlueParameters(List.of(" argocd", "flux"), "apis", "a/b", "a/c", "https://x")
            .settings();

    assertThat(settings.tools()).containsExactly(GlueTool.ARGOCD, GlueTool.FLUX);
    assertThat(settings.output()).isEqualTo("a/b");
    assertThat(settings.instances()).isEqualTo("a/c");
    assertThat(settings.repository()).isEqualTo("https://x");
  }

  @Test
  void pathsStartWhereTheRepositoryStarts() throws IOException {
    Path module = Files.createDirectories(base.resolve("team/module"));
    assertThat(GlueParameters.inRepository(module, module.resolve("manifests")))
        .isEqualTo("manifests");

    Files.createDirectory(base.resolve(".git"));

    assertThat(GlueParameters.inRepository(module, module.resolve("manifests")))
        .isEqualTo("team/module/manifests");
  }

  @Test
  void instancesAreBesideTheOutputUnlessSaidOtherwise() {
    GlueParameters beside = new GlueParameters(List.of("flux"), "apis", "manifests", "", "");

    assertThat(beside.settings().instances()).isEqualTo("instances");
    assertThat(beside.at("team/shops").settings().instances()).isEqualTo("team/instances");
    assertThat(beside.at(".").settings().instances()).isEqualTo("instances");
    assertThat(FLUX.at("team/shops").settings().instances()).isEqualTo("instances");
  }

  @Test
  void filesComeAndGoWithTheTool() throws IOException {
    compile(GlueParameters.NONE);
    List<String> before = files();

    compile(FLUX);

    assertThat(files())
        .containsAll(before)
        .contains("gitops/flux/kustomizations.yaml", "graphs/kustomization.yaml");
    assertThat(check(FLUX).failure()).isEmpty();

    compile(GlueParameters.NONE);

    assertThat(files()).isEqualTo(before);
  }

  @Test
  void checkSeesWhatIsNotAsCompiled() throws IOException {
    compile(FLUX);
    Files.delete(base.resolve("manifests/gitops/flux/kustomizations.yaml"));

    assertThat(check(FLUX).failure()).contains("1 file not as compiled in manifests");
    compile(FLUX);
    assertThat(check(FLUX).failure()).isEmpty();
    assertThat(check(GlueParameters.NONE).failure()).isPresent();
  }

  private GoalReport compile(GlueParameters glue) throws IOException {
    return new Compile(settings(glue), folders(), new Compile.Writing(false, false)).run();
  }

  private GoalReport check(GlueParameters glue) throws IOException {
    return new Check(settings(glue), folders()).run();
  }

  private ProjectFolders folders() {
    return ProjectFolders.withoutPom(base, "test");
  }

  private Settings settings(GlueParameters glue) {
    return Examples.withGlue(Examples.settings(base, List.of("src/main/kro")), glue);
  }

  private List<String> files() throws IOException {
    Path output = base.resolve("manifests");
    try (Stream<Path> files = Files.walk(output)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> output.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
