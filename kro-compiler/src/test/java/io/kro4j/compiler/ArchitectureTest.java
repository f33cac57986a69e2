package io.kro4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The package table of {@code docs/architecture.md}, enforced. */
class ArchitectureTest {
  private static final String ROOT = "io.kro4j.compiler";
  private static final Map<String, Set<String>> DOORS =
      Map.of(
          "dev.cel",
          Set.of("expression", "expression.library", "expression.kubernetes"),
          "org.yaml.snakeyaml",
          Set.of("yaml", "artifact"),
          "com.fasterxml.jackson",
          Set.of("yaml", "schema", "artifact"),
          "com.google.re2j",
          Set.of("expression.library", "expression.kubernetes", "schema"));

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void packagesUseWhatTheTableSays() throws IOException {
    Map<String, Set<String>> used = used();
    Map<String, Set<String>> table = table();

    assertThat(used.keySet()).isEqualTo(table.keySet());
    used.forEach((row, uses) -> assertThat(uses).as(row).isEqualTo(table.get(row)));
  }

  @Test
  void eachLibraryIsBehindItsDoor() {
    List<String> violations = new ArrayList<>();
    for (JavaClass javaClass : classes) {
      for (Dependency dependency : javaClass.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getPackageName();
        DOORS.forEach(
            (library, doors) -> {
              if (inside(target, library) && !doors.contains(row(javaClass))) {
                violations.add(dependency.getDescription());
              }
            });
      }
    }
    assertThat(violations).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsAndIsNullMarked() {
    Set<String> bare = new TreeSet<>();
    for (JavaClass javaClass : classes) {
      if (javaClass
          .getPackage()
          .tryGetAnnotationOfType("org.jspecify.annotations.NullMarked")
          .isEmpty()) {
        bare.add(javaClass.getPackageName());
      }
    }
    assertThat(bare).isEmpty();
  }

  private static boolean inside(String packageName, String prefix) {
    return packageName.equals(prefix) || packageName.startsWith(prefix + ".");
  }

  private Map<String, Set<String>> used() {
    Map<String, Set<String>> used = new TreeMap<>();
    for (JavaClass javaClass : classes) {
      Set<String> targets = used.computeIfAbsent(row(javaClass), row -> new TreeSet<>());
      javaClass.getDirectDependenciesFromSelf().stream()
          .map(Dependency::getTargetClass)
          .filter(target -> inside(target.getPackageName(), ROOT))
          .map(ArchitectureTest::row)
          .filter(target -> !target.equals(row(javaClass)))
          .forEach(targets::add);
    }
    return used;
  }

  private static String row(JavaClass javaClass) {
    String name = javaClass.getPackageName();
    return name.equals(ROOT) ? "root" : name.substring(ROOT.length() + 1);
  }

  private static Map<String, Set<String>> table() throws IOException {
    Map<String, Set<String>> table = new TreeMap<>();
    List<String> lines = Files.readAllLines(Path.of("..", "docs", "architecture.md"));
    int start = lines.indexOf("| package | in → out | uses |");
    for (String line : lines.subList(start + 2, lines.size())) {
      if (!line.startsWith("|")) {
        break;
      }
      String[] columns = line.split("\\|");
      Set<String> uses = new TreeSet<>();
      Arrays.stream(columns[3].split(","))
          .map(name -> name.replace("`", "").strip())
          .filter(name -> !name.equals("–"))
          .forEach(uses::add);
      table.put(columns[1].replace("`", "").strip(), uses);
    }
    return table;
  }
}
