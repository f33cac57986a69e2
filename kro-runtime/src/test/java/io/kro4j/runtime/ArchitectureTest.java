package io.kro4j.runtime;

import io.kro4j.testing.PackageRules;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The package table of {@code docs/architecture.md}, enforced. */
class ArchitectureTest {
  private static final Map<String, Set<String>> DOORS =
      Map.of(
          "io.fabric8", Set.of("cluster"),
          "com.fasterxml.jackson", Set.of("cluster"),
          "dev.cel", Set.of(),
          "picocli", Set.of("main.flags"),
          "io.prometheus", Set.of("main.metrics"),
          "com.sun.net.httpserver", Set.of("main"));

  private final PackageRules rules =
      new PackageRules("io.kro4j.runtime", "## Packages of `kro-runtime`");

  @Test
  void packagesUseWhatTheTableSays() throws IOException {
    rules.assertTableHolds();
  }

  @Test
  void eachLibraryIsBehindItsDoor() {
    rules.assertDoorsHold(DOORS);
  }

  @Test
  void everyPackageSaysWhatItIsAndIsNullMarked() {
    rules.assertNullMarked();
  }
}
