package io.kro4j.maven;

import io.kro4j.testing.PackageRules;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The package table of {@code docs/architecture.md}, enforced. */
class ArchitectureTest {
  private static final Map<String, Set<String>> DOORS =
      Map.of(
          "org.apache.maven", Set.of("root"),
          "org.codehaus.plexus", Set.of("root"),
          "org.eclipse.aether", Set.of("root"),
          "org.eclipse.jgit", Set.of("git"));

  private final PackageRules rules =
      new PackageRules("io.kro4j.maven", "## Packages of `kro-maven-plugin`");

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
