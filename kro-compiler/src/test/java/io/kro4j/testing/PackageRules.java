package io.kro4j.testing;

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

/**
 * What {@code docs/architecture.md} says of the packages of a module, held against its classes.
 *
 * <p>A row of the table names a package below the module's root, and the packages that it uses:
 * those of the module below the same root, those of other modules below {@code io.kro4j}. The root
 * package itself is {@code root}.
 */
public final class PackageRules {
  private static final String PRODUCT = "io.kro4j";
  private static final String TABLE = "| package | in → out | uses |";

  private final String root;
  private final String heading;
  private final JavaClasses classes;

  /**
   * The rules of a module.
   *
   * @param root the package that all of its packages are below
   * @param heading the line of the document after which its table comes
   */
  public PackageRules(String root, String heading) {
    this.root = root;
    this.heading = heading;
    this.classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
  }

  /** Each package has a row and uses exactly what its row says. */
  public void assertTableHolds() throws IOException {
    Map<String, Set<String>> used = used();
    Map<String, Set<String>> table = table();

    assertThat(used.keySet()).isEqualTo(table.keySet());
    used.forEach((row, uses) -> assertThat(uses).as(row).isEqualTo(table.get(row)));
  }

  /**
   * Libraries are used by few packages.
   *
   * @param doors the packages of libraries, and the rows that may use each
   */
  public void assertDoorsHold(Map<String, Set<String>> doors) {
    List<String> violations = new ArrayList<>();
    for (JavaClass javaClass : classes) {
      for (Dependency dependency : javaClass.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getPackageName();
        doors.forEach(
            (library, rows) -> {
              if (inside(target, library) && !rows.contains(row(javaClass))) {
                violations.add(dependency.getDescription());
              }
            });
      }
    }
    assertThat(violations).isEmpty();
  }

  /** Each package has a description, and nothing in it is null unless it says so. */
  public void assertNullMarked() {
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

  private Map<String, Set<String>> used() {
    Map<String, Set<String>> used = new TreeMap<>();
    for (JavaClass javaClass : classes) {
      Set<String> targets = used.computeIfAbsent(row(javaClass), row -> new TreeSet<>());
      javaClass.getDirectDependenciesFromSelf().stream()
          .map(Dependency::getTargetClass)
          .filter(target -> inside(target.getPackageName(), PRODUCT))
          .map(this::row)
          .filter(target -> !target.equals(row(javaClass)))
          .forEach(targets::add);
    }
    return used;
  }

  private String row(JavaClass javaClass) {
    String name = javaClass.getPackageName();
    if (name.equals(root)) {
      return "root";
    }
    String above = inside(name, root) ? root : PRODUCT;
    return name.substring(above.length() + 1);
  }

  private static boolean inside(String packageName, String prefix) {
    return packageName.equals(prefix) || packageName.startsWith(prefix + ".");
  }

  private Map<String, Set<String>> table() throws IOException {
    Map<String, Set<String>> table = new TreeMap<>();
    List<String> lines = Files.readAllLines(Path.of("..", "docs", "architecture.md"));
    List<String> section = lines.subList(lines.indexOf(heading), lines.size());
    for (String line : section.subList(section.indexOf(TABLE) + 2, section.size())) {
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
