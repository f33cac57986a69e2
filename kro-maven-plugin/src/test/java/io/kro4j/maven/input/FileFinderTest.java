package io.kro4j.maven.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileFinderTest {
  @TempDir Path base;

  @BeforeEach
  void files() throws IOException {
    for (String name :
        List.of(
            "web/resourcegroup.yaml",
            "web/crds/a.yaml",
            "web/crds/b.yml",
            "web/notes.txt",
            "shop/resourcegroup.yaml",
            "shop/draft.yaml",
            "manifests/crds/x.yaml",
            ".git/config.yaml")) {
      Path file = base.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "web                   | web/crds/a.yaml web/crds/b.yml web/resourcegroup.yaml",
        "web/notes.txt         | web/notes.txt",
        "*/resourcegroup.yaml  | shop/resourcegroup.yaml web/resourcegroup.yaml",
        "**/*.y*ml             | shop/draft.yaml shop/resourcegroup.yaml web/crds/a.yaml"
            + " web/crds/b.yml web/resourcegroup.yaml",
        "web/cr?s/a.yaml       | web/crds/a.yaml",
        "./shop/../web/crds    | web/crds/a.yaml web/crds/b.yml",
        ".                     | shop/draft.yaml shop/resourcegroup.yaml web/crds/a.yaml"
            + " web/crds/b.yml web/resourcegroup.yaml",
      })
  void findsWhatAnEntryNames(String entry, String expected) throws IOException {
    FileFinder.Found found = finder(List.of()).find(List.of(entry));

    assertThat(names(found)).containsExactly(expected.split(" "));
    assertThat(found.unmatched()).isEmpty();
  }

  @Test
  void namesFilesOutsideOfTheProjectFromThere() throws IOException {
    FileFinder inside =
        new FileFinder(
            base.resolve("web"), List.of(".yaml"), List.of(), base.resolve("out"), FileSource.DISK);

    FileFinder.Found found =
        inside.find(List.of(base.resolve("shop").toString(), "../shop/d*.yaml"));

    assertThat(names(found)).containsExactly("../shop/draft.yaml", "../shop/resourcegroup.yaml");
  }

  @Test
  void readsEachFileOnce() throws IOException {
    FileFinder.Found found =
        finder(List.of()).find(List.of("shop", "shop/draft.yaml", "shop/*.yaml"));

    assertThat(names(found)).containsExactly("shop/draft.yaml", "shop/resourcegroup.yaml");
    assertThat(new String(found.files().get(0).content(), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("shop/draft.yaml");
  }

  @Test
  void leavesOutWhatIsExcluded() throws IOException {
    FileFinder.Found found = finder(List.of("**/crds/**", "shop/draft.yaml")).find(List.of("."));

    assertThat(names(found)).containsExactly("shop/resourcegroup.yaml", "web/resourcegroup.yaml");
  }

  @Test
  void tellsWhichEntriesNameNothing() throws IOException {
    FileFinder.Found found =
        finder(List.of()).find(List.of("nowhere", "nowhere/*.yaml", "web/*.json", "shop"));

    assertThat(found.unmatched()).containsExactly("nowhere", "nowhere/*.yaml", "web/*.json");
    assertThat(found.files()).hasSize(2);
  }

  @Test
  void doesNotGoRoundInCircles() throws IOException {
    Path web = base.resolve("web");
    for (String link : List.of("one", "two", "three")) {
      Files.createSymbolicLink(web.resolve(link), web);
    }
    Files.createSymbolicLink(web.resolve("self.yaml"), Path.of("self.yaml"));
    Files.createSymbolicLink(web.resolve("dangling.yaml"), Path.of("nowhere.yaml"));
    Files.createSymbolicLink(web.resolve("shop"), base.resolve("shop"));

    FileFinder.Found found = finder(List.of()).find(List.of("web"));

    assertThat(names(found))
        .containsExactly(
            "web/crds/a.yaml",
            "web/crds/b.yml",
            "web/resourcegroup.yaml",
            "web/shop/draft.yaml",
            "web/shop/resourcegroup.yaml");
  }

  @Test
  void namesFilesOnOneLine() throws IOException {
    Files.writeString(base.resolve("web/a\nb.yaml"), "");

    FileFinder.Found found = finder(List.of()).find(List.of("web/a*"));

    assertThat(names(found)).containsExactly("web/a\\x0ab.yaml");
  }

  private FileFinder finder(List<String> excludes) {
    return new FileFinder(
        base, List.of(".yaml", ".yml"), excludes, base.resolve("manifests"), FileSource.DISK);
  }

  private static List<String> names(FileFinder.Found found) {
    return found.files().stream().map(InputFile::name).toList();
  }
}
