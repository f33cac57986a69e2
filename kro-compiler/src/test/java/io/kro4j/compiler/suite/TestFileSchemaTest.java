package io.kro4j.compiler.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The schema that editors use is the one by which test files are checked. */
class TestFileSchemaTest {
  @Test
  void isPublished() throws IOException {
    assertThat(Files.readString(Path.of("../docs/schemas/test-file.schema.json")))
        .isEqualTo(TestSuite.schema());
  }
}
