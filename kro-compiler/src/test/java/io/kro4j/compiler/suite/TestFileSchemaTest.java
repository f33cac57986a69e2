package io.kro4j.compiler.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.kro4j.compiler.samples.Sample;
import io.kro4j.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The schema that editors use is the one by which test files are checked. */
class TestFileSchemaTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  @Test
  void isPublished() throws IOException {
    assertThat(Files.readString(Path.of("../docs/schemas/test-file.schema.json")))
        .isEqualTo(TestSuite.schema());
  }

  @Test
  void takesTheTestsOfTheSamples() throws IOException {
    for (Sample sample : Sample.all()) {
      for (SourceFile test : sample.tests()) {
        assertThat(schema().validate(YAML.readTree(test.text()))).as(test.name()).isEmpty();
      }
    }
  }

  @Test
  void refusesWhatTheReaderRefuses() throws IOException {
    String test = "group: web\nsteps: [{name: a, expects: {}}]\n";

    assertThat(schema().validate(YAML.readTree(test))).hasSize(1);
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(new ObjectMapper().readTree(TestSuite.schema()));
  }
}
