package io.kro4j.compiler.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Committed files that the code must reproduce. {@code -Dkro.overwrite=true} rewrites them; the
 * test fails all the same, so that nobody overwrites without looking.
 */
public final class Fixtures {
  private Fixtures() {}

  /** Fails if the committed file is not what was produced. */
  public static void assertSame(Path committed, String produced) throws IOException {
    String before = Files.exists(committed) ? Files.readString(committed) : "";
    if (!before.equals(produced) && Boolean.getBoolean("kro.overwrite")) {
      Files.createDirectories(committed.getParent());
      Files.writeString(committed, produced);
    }
    assertThat(produced)
        .as("%s is stale; -Dkro.overwrite=true rewrites it", committed)
        .isEqualTo(before);
  }

  /** A file of the test resources. */
  static Path resource(String name) {
    return Path.of("src/test/resources", name);
  }
}
