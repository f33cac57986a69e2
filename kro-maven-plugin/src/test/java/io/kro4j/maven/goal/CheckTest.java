package io.kro4j.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.maven.Examples;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
  private static final String CRD = "crds/shops.example.com.yaml";
  private static final String UP_TO_DATE = "Up to date: 1 ResourceGroup to 5 files in manifests";
  private static final String MEND = "To mend it, run this and commit what changed:";

  @TempDir Path base;

  @BeforeEach
  void compiled() throws IOException {
    write("src/main/kro/shop.yaml", Examples.SHOP);
    compile();
  }

  @Test
  void passesWhereTheOutputIsWhatComesOut() throws IOException {
    assertThat(texts(check())).containsExactly(UP_TO_DATE);
  }

  @Test
  void comparesWithoutAStateToo() throws IOException {
    delete(".kro");

    assertThat(texts(check())).containsExactly(UP_TO_DATE);
  }

  @Test
  void writesNothing() throws IOException {
    delete(".kro");
    Files.delete(output(CRD));
    write("manifests/crds/other.yaml", "mine");
    write("manifests/kustomization.yaml", "mine");
    Map<String, String> before = contents();

    check();

    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void findsAnEditedFileAlthoughTheInputsAreUnchanged() throws IOException {
    check();
    Files.writeString(
        output(CRD), Files.readString(output(CRD)).replace("kind: Shop\n", "kind: Hop\n"));

    GoalReport report = check();

    assertThat(report.failure()).contains("1 file not as compiled in manifests");
    assertThat(texts(report))
        .containsExactly(
            """
            manifests/crds/shops.example.com.yaml:14:1: error: the generated file was changed by hand [output.edited]
              --- manifests/crds/shops.example.com.yaml
              +++ manifests/crds/shops.example.com.yaml (compiled)
              @@ -11,7 +11,7 @@
               spec:
                 group: example.com
                 names:
              -    kind: Hop
              +    kind: Shop
                   listKind: ShopList
                   plural: shops
                   singular: shop"""
                .indent(0)
                .stripTrailing(),
            MEND,
            "  mvn kro:compile -Dkro.overwrite",
            "  (-Dkro.overwrite replaces what was changed by hand: look at it first)");
  }

  @Test
  void findsWhatIsStale() throws IOException {
    write("src/main/kro/shop.yaml", Examples.SHOP.replace("required=true", "default=x"));

    GoalReport report = check();

    assertThat(headlines(report))
        .containsExactly(
            "manifests/.kro-manifest.json:4:1: error: the sources compile to something else than this file [output.stale]",
            "manifests/crds/shops.example.com.yaml:44:1: error: the sources compile to something else than this file [output.stale]",
            "manifests/graphs/shop.yaml:10:1: error: the sources compile to something else than this file [output.stale]");
    assertThat(texts(report)).endsWith(MEND, "  mvn kro:compile");
  }

  @Test
  void findsWhatNoSourceCompilesToAnyMore() throws IOException {
    write("src/main/kro/shop.yaml", Examples.STALL);

    GoalReport report = check();

    assertThat(headlines(report))
        .contains(
            "manifests/crds/shops.example.com.yaml:1:1: error: no source compiles to this file any more [output.stale]",
            "manifests/crds/stalls.example.com.yaml:1:1: error: the sources compile to this file, and it is not there [output.missing]");
    assertThat(texts(report)).endsWith(MEND, "  mvn kro:compile");
  }

  @Test
  void findsForeignFilesAndSaysHowToRemoveThem() throws IOException {
    write("manifests/crds/o'ther.yaml", "mine");
    write("manifests/notes.md", "mine");

    GoalReport report = check();

    assertThat(texts(report))
        .containsExactly(
            "manifests/crds/o'ther.yaml:1:1: error: this is among generated files and was not generated [output.foreign]",
            MEND,
            "  rm 'manifests/crds/o'\\''ther.yaml'");
  }

  @Test
  void mendingMendsIt() throws IOException {
    write("src/main/kro/shop.yaml", Examples.STALL);
    Files.writeString(output(CRD), "edited");
    write("manifests/rbac/stall.yaml", "mine");
    write("manifests/graphs/other.yaml", "mine");

    assertThat(texts(check()))
        .containsSequence(
            MEND,
            "  rm manifests/crds/shops.example.com.yaml",
            "  rm manifests/graphs/other.yaml",
            "  mvn kro:compile -Dkro.overwrite");

    Files.delete(output(CRD));
    Files.delete(output("graphs/other.yaml"));
    compile(true);
    assertThat(check().failure()).isEmpty();
  }

  @Test
  void stopsAtErrors() throws IOException {
    write("src/main/kro/shop.yaml", Examples.BROKEN_SHOP);

    GoalReport report = check();

    assertThat(report.failure()).contains("1 error");
    assertThat(texts(report).get(0)).startsWith("src/main/kro/shop.yaml:20:32: error: ");
  }

  @Test
  void failsWhereNothingWasEverCompiledButOnlyValidated() throws IOException {
    delete(".kro");
    delete("manifests");
    Files.createDirectories(base.resolve(".kro"));
    new Validate(settings(), ProjectFolders.withoutPom(base, "test")).run();

    assertThat(check().failure()).contains("5 files not as compiled in manifests");
  }

  @Test
  void hasNothingToSayOfAProjectWithoutGroups() throws IOException {
    delete("manifests");
    delete("src");

    GoalReport report = check();

    assertThat(report.failure()).isEmpty();
    assertThat(texts(report)).hasSize(1).first().asString().startsWith("There is no ResourceGroup");
  }

  @Test
  void expectsAnEmptyOutputWhenTheLastGroupIsGone() throws IOException {
    delete("src");

    assertThat(headlines(check()))
        .contains(
            "manifests/crds/shops.example.com.yaml:1:1: error: no source compiles to this file any more [output.stale]");
  }

  private GoalReport check() throws IOException {
    return new Check(settings(), ProjectFolders.withoutPom(base, "test")).run();
  }

  private void compile() throws IOException {
    compile(false);
  }

  private void compile(boolean overwrite) throws IOException {
    Compile.Writing writing = new Compile.Writing(overwrite, false);
    GoalReport report =
        new Compile(settings(), ProjectFolders.withoutPom(base, "test"), writing).run();
    assertThat(report.failure()).isEmpty();
  }

  private Settings settings() {
    Settings example = Examples.settings(base, List.of("src/main/kro"));
    return Examples.byDefault(example);
  }

  private Path output(String name) {
    return base.resolve("manifests").resolve(name);
  }

  private void write(String name, String text) throws IOException {
    Path file = base.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void delete(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(base.resolve(folder))) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(base)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(base.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }

  private static List<String> headlines(GoalReport report) {
    return texts(report).stream()
        .filter(text -> text.contains(": error: "))
        .map(text -> text.lines().findFirst().orElseThrow())
        .toList();
  }

  private static List<String> texts(GoalReport report) {
    return report.messages().stream().map(Message::text).toList();
  }
}
