package io.kro4j.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportingTest {
  private static final RunReport REPORT = of("check");

  @TempDir Path folder;

  @Test
  void writesWhatIsAskedFor() throws IOException {
    List<Path> files = reporting("default-cli", "markdown", " json").write(REPORT);

    assertThat(files)
        .containsExactly(folder.resolve("new/check.json"), folder.resolve("new/check.md"));
    assertThat(files.get(1)).hasContent("### `kro:check`: 0 errors, 0 warnings");
  }

  @Test
  void tellsExecutionsApart() throws IOException {
    assertThat(reporting("other one", "junit", "sarif").write(REPORT))
        .containsExactly(
            folder.resolve("new/check-other_one.sarif"),
            folder.resolve("new/TEST-kro-check-other_one.xml"));
    assertThat(reporting("default-check", "json").write(REPORT))
        .containsExactly(folder.resolve("new/check.json"));
  }

  @Test
  void leavesTheNamesOfPlansAndOfResultsOfTestsToThem() throws IOException {
    RunReport plan = of("plan");
    RunReport test = of("test");

    assertThat(reporting("default-cli", "json").write(plan))
        .containsExactly(folder.resolve("new/plan-findings.json"));
    assertThat(reporting("other", "junit").write(test))
        .containsExactly(folder.resolve("new/TEST-kro-test-findings-other.xml"));
  }

  @Test
  void doesNotTouchADocumentThatIsTheSame() throws IOException {
    Path file = reporting("default", "json").write(REPORT).get(0);
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));

    reporting("default", "json").write(REPORT);

    assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.fromMillis(0));
  }

  @Test
  void saysWhichFormatThereIsNot() {
    assertThat(reporting("default", "serif", "json").mistakes())
        .containsExactly(
            "parameter `reports`: `serif` is none of `json`, `sarif`, `junit`, `markdown`;"
                + " did you mean `sarif`?");
  }

  private static RunReport of(String goal) {
    return new RunReport(
        goal,
        "",
        Reporting.none().tool(),
        List.of("a.yaml"),
        List.of(),
        List.of(),
        false,
        List.of());
  }

  private Reporting reporting(String execution, String... formats) {
    return new Reporting(
        List.of(formats), folder.resolve("new"), execution, Reporting.none().tool());
  }
}
