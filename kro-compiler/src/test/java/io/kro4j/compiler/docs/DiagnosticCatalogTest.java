package io.kro4j.compiler.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.docs.MarkdownPage.CodeBlock;
import io.kro4j.compiler.fixtures.Fixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each diagnostic is reported somewhere, has a fixture in which it occurs, and a page whose example
 * yields what the page shows.
 *
 * <p>With {@code -Dkro.overwrite=true} what the pages show is rewritten, and the tests still fail.
 */
class DiagnosticCatalogTest {
  private static final boolean OVERWRITE = Boolean.getBoolean("kro.overwrite");
  private static final Path INDEX = DiagnosticPage.FOLDER.resolve("README.md");
  private static final Path SOURCES = Path.of("src", "main", "java");

  @Test
  void everyIdHasAPageAndEveryPageAnId() throws IOException {
    List<String> pages = new ArrayList<>();
    try (Stream<Path> files = Files.list(DiagnosticPage.FOLDER)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("README.md"))
          .forEach(name -> pages.add(name.replaceFirst("\\.md$", "")));
    }

    assertThat(pages).containsExactlyInAnyOrderElementsOf(codes());
  }

  @TestFactory
  Stream<DynamicTest> everyPageHasItsParts() {
    return pages(
        (id, page) -> {
          assertThat(page.page().lines().get(0)).isEqualTo("# " + id.code());
          assertThat(page.summary()).endsWith(".");
          assertThat(page.page().lines())
              .anyMatch(line -> line.startsWith("Severity: " + id.severity().word()));
          assertThat(page.sections()).isEqualTo(DiagnosticPage.SECTIONS);
          for (String link : page.page().links()) {
            if (!link.startsWith("https://")) {
              assertThat(DiagnosticPage.FOLDER.resolve(link.replaceFirst("#.*", ""))).exists();
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> everyExampleYieldsWhatItsPageShows() {
    return pages(
        (id, page) -> {
          String said = page.said();
          if (OVERWRITE && !said.equals(page.shown())) {
            overwrite(page, said);
          }
          assertThat(page.shown()).isEqualTo(said);
          assertThat(found(said)).isNotEmpty().containsOnly(id.code());
        });
  }

  @TestFactory
  Stream<DynamicTest> everyMendedExampleIsSound() {
    return pages((id, page) -> assertThat(page.saidAfterwards()).isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> everyIdHasAFixture() {
    return Arrays.stream(DiagnosticId.values())
        .map(
            id ->
                DynamicTest.dynamicTest(
                    id.code(),
                    () ->
                        assertThat(Fixture.FOLDER.resolve(id.code().replaceFirst("\\.", "/")))
                            .satisfies(
                                folder ->
                                    assertThat(folder.resolve(Fixture.DIAGNOSTICS))
                                        .content()
                                        .contains("[" + id.code() + "]"))));
  }

  @Test
  void everyIdIsReportedSomewhere() throws IOException {
    String sources;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("DiagnosticId.java"))
              .map(DiagnosticCatalogTest::text)
              .collect(Collectors.joining("\n"));
    }

    assertThat(DiagnosticId.values())
        .allMatch(id -> Pattern.compile("\\b" + id.name() + "\\b").matcher(sources).find());
  }

  @Test
  void theIndexListsThemAll() throws IOException {
    String index = text(INDEX);
    int tables = index.indexOf("\n## ");
    String expected = index.substring(0, tables < 0 ? index.length() : tables) + tables();
    if (OVERWRITE && !index.equals(expected)) {
      Files.writeString(INDEX, expected);
    }

    assertThat(index).isEqualTo(expected);
  }

  private static String tables() {
    StringBuilder tables = new StringBuilder();
    String stage = "";
    for (DiagnosticId id : DiagnosticId.values()) {
      if (!id.stage().equals(stage)) {
        stage = id.stage();
        tables.append("\n## ").append(stage).append("\n\n");
        tables.append("| id | severity | what it says |\n|---|---|---|\n");
      }
      tables.append("| [").append(id.code()).append("](").append(id.code()).append(".md) | ");
      tables.append(id.severity().word()).append(" | ");
      tables.append(DiagnosticPage.of(id.code()).summary()).append(" |\n");
    }
    return tables.toString();
  }

  private static void overwrite(DiagnosticPage page, String said) throws IOException {
    CodeBlock block = page.output();
    List<String> lines = new ArrayList<>(page.page().lines());
    int from = block.line();
    int to = from + (int) block.text().lines().count();
    lines.subList(from, to).clear();
    lines.addAll(from, said.lines().toList());
    Files.writeString(page.page().path(), String.join("\n", lines) + "\n");
    fail("rewritten; review it");
  }

  private static List<String> found(String said) {
    return Pattern.compile("(?m)^[^ ].*: (?:error|warning): .* \\[([a-z.-]+)]$")
        .matcher(said)
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private static List<String> codes() {
    return Arrays.stream(DiagnosticId.values()).map(DiagnosticId::code).toList();
  }

  private interface Check {
    void check(DiagnosticId id, DiagnosticPage page) throws IOException;
  }

  private static Stream<DynamicTest> pages(Check check) {
    Function<DiagnosticId, DynamicTest> test =
        id ->
            DynamicTest.dynamicTest(id.code(), () -> check.check(id, DiagnosticPage.of(id.code())));
    return Arrays.stream(DiagnosticId.values()).map(test);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
