package io.kro4j.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.kro4j.testing.PackageRules;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The package table of {@code docs/architecture.md}, enforced. */
class ArchitectureTest {
  private static final Map<String, Set<String>> DOORS =
      Map.of(
          "org.apache.maven", Set.of("root"),
          "org.codehaus.plexus", Set.of("root", "input"),
          "org.codehaus.plexus.build", Set.of("root"),
          "org.codehaus.plexus.util.xml", Set.of("root"),
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

  /** A run that is killed leaves whole files. */
  @Test
  void onlyOneClassWritesFiles() {
    Stream<JavaClass> writers =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.kro4j.maven")
                .stream()
                .filter(
                    each ->
                        each.getCodeUnitCallsFromSelf().stream()
                            .anyMatch(ArchitectureTest::writes));

    assertThat(writers.map(JavaClass::getSimpleName)).containsExactly("ChangedFile");
  }

  private static boolean writes(JavaCall<?> call) {
    String owner = call.getTargetOwner().getName();
    return Set.of("java.io.FileOutputStream", "java.io.FileWriter", "java.io.RandomAccessFile")
            .contains(owner)
        || owner.equals("java.nio.file.Files")
            && Set.of(
                    "write", "writeString", "newOutputStream", "newBufferedWriter", "copy", "move")
                .contains(call.getName());
  }
}
