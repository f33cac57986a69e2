package io.kro4j.compiler;

import io.kro4j.testing.PackageRules;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The package table of {@code docs/architecture.md}, enforced. */
class ArchitectureTest {
  private static final Map<String, Set<String>> DOORS =
      Map.of(
          "dev.cel",
          Set.of("expression", "expression.library", "expression.kubernetes"),
          "org.yaml.snakeyaml",
          Set.of("yaml", "artifact"),
          "com.fasterxml.jackson",
          Set.of("yaml", "schema", "artifact"),
          "com.google.re2j",
          Set.of("expression.library", "expression.kubernetes", "schema"),
          "com.github.difflib",
          Set.of("diff"));

  private final PackageRules rules =
      new PackageRules("io.kro4j.compiler", "## Packages of `kro-compiler`");

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
