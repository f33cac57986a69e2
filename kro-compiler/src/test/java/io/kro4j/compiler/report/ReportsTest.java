package io.kro4j.compiler.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents are compared as a whole, and checked by the readers and schemas of those who made the
 * formats.
 *
 * <p>With {@code -Dkro.overwrite=true} what is expected is rewritten, and the test still fails.
 */
class ReportsTest {
  private static final Path EXPECTED =
      Path.of("src/test/resources/io/kro4j/compiler/report/expected");
  private static final Path OWN_SCHEMA = Path.of("../docs/schemas/report.schema.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Format(String file, Function<RunReport, String> writer) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Format> formats() {
    return Stream.of(
        new Format("report.json", JsonReport::write),
        new Format("report.sarif", SarifReport::write),
        new Format("report.xml", JUnitReport::write),
        new Format("report.md", MarkdownReport::write));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void writesEverythingThatAReportHas(Format format) throws IOException {
    String actual =
        format.writer().apply(Reports.full())
            + "\n=== nothing found\n"
            + format.writer().apply(Reports.clean())
            + "\n=== wrong parameters\n"
            + format.writer().apply(Reports.wrong());
    Path file = EXPECTED.resolve(format.file() + ".txt");
    if (Boolean.getBoolean("kro.overwrite") && !actual.equals(text(file))) {
      Files.createDirectories(EXPECTED);
      Files.writeString(file, actual);
      fail("rewritten; review it");
    }
    assertThat(actual).isEqualTo(text(file));
  }

  @Test
  void sarifIsWhatItsSchemaSays() throws IOException {
    try (InputStream schema = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      JsonSchema official =
          JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(JSON.readTree(schema));
      for (RunReport report : reports()) {
        assertThat(mistakes(official, SarifReport.write(report))).isEmpty();
      }
      String broken =
          SarifReport.write(Reports.full()).replace("\"startLine\": 1,", "\"startLine\": 0,");
      assertThat(mistakes(official, broken)).isNotEmpty();
    }
  }

  @Test
  void jsonIsWhatItsSchemaSays() throws IOException {
    JsonSchema own =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(JSON.readTree(Files.readString(OWN_SCHEMA)));
    for (RunReport report : reports()) {
      assertThat(mistakes(own, JsonReport.write(report))).isEmpty();
    }
    assertThat(mistakes(own, "{\"formatVersion\": 1}")).isNotEmpty();
    String unknown = JsonReport.write(Reports.full()).replace("\"severity\"", "\"weight\"");
    assertThat(mistakes(own, unknown)).isNotEmpty();
  }

  @Test
  void columnsOfSarifCountUtf16AndThoseOfJsonCharacters() throws IOException {
    JsonNode sarif = JSON.readTree(SarifReport.write(Reports.full()));
    JsonNode json = JSON.readTree(JsonReport.write(Reports.full()));

    JsonNode region = sarif.at("/runs/0/results/0/locations/0/physicalLocation/region");
    assertThat(region.get("startColumn").asInt()).isEqualTo(11);
    assertThat(region.get("endColumn").asInt()).isEqualTo(12);
    assertThat(json.at("/findings/0/place/column").asInt()).isEqualTo(10);
  }

  @Test
  void markdownIsBounded() {
    SourceFile file = SourceFile.of("a.yaml", "a\n".repeat(5000));
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      Diagnostic error =
          Diagnostic.of(DiagnosticId.YAML_SYNTAX, new Span(file, i, i), "x".repeat(500));
      findings.add(new Finding(error, List.of("+" + "y".repeat(1000)), java.util.Optional.empty()));
    }
    RunReport report =
        new RunReport(
            "check", "", Reports.TOOL, List.of(), findings, List.of(), false, List.of("mvn x"));

    assertThat(MarkdownReport.write(report))
        .hasSizeLessThan(65_536)
        .contains("more not shown")
        .endsWith("```console\n$ mvn x\n```\n");
  }

  private static List<RunReport> reports() {
    return List.of(Reports.full(), Reports.clean(), Reports.wrong(), Reports.plan());
  }

  private static Set<ValidationMessage> mistakes(JsonSchema schema, String document)
      throws IOException {
    return schema.validate(
        JSON.readTree(document),
        context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
  }

  private static String text(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }
}
