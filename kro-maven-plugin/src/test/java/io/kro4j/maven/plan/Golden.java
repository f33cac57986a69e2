package io.kro4j.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that tests expect, in files. With {@code KRO_OVERWRITE} set in the environment a file is
 * rewritten, and the test still fails.
 */
final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources");

  private Golden() {}

  /** Compares a text with a file. */
  static void check(String file, String actual) throws IOException {
    Path path = FOLDER.resolve(file);
    String expected = Files.exists(path) ? Files.readString(path) : "";
    if (System.getenv("KRO_OVERWRITE") != null) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, actual);
    }
    assertThat(actual).as(file).isEqualTo(expected);
  }
}
