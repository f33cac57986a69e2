package io.kro4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/runtime-coverage.md} names each of upstream's features once, and tests that exist.
 */
class CoverageTableTest {
  private static final Path PAGE = Path.of("..", "docs", "runtime-coverage.md");
  private static final List<Path> SOURCES =
      List.of(Path.of("src", "test", "java"), Path.of("..", "kro-compiler", "src", "test", "java"));

  /** The families of features, and how many there are in each. */
  private static final Map<String, Integer> FAMILIES = new LinkedHashMap<>();

  private static final Pattern ROW = Pattern.compile("\\| ([A-Z]+-\\d\\d) \\|");
  private static final Pattern PACKAGE =
      Pattern.compile("Tests without a package are in `kro-runtime`, `([a-z0-9.]+)`");
  private static final Pattern CLASS = Pattern.compile("`((?:[a-z]+\\.)*[A-Z]\\w*Test)`");

  private static List<String> lines;

  static {
    FAMILIES.put("GR", 30);
    FAMILIES.put("BC", 10);
    FAMILIES.put("REV", 12);
    FAMILIES.put("RGDC", 11);
    FAMILIES.put("API", 17);
    FAMILIES.put("FG", 4);
    FAMILIES.put("INST", 31);
    FAMILIES.put("DC", 8);
  }

  @BeforeAll
  static void read() throws IOException {
    lines = Files.readAllLines(PAGE);
  }

  @Test
  void eachFeatureIsThereOnce() {
    List<String> expected = new ArrayList<>();
    FAMILIES.forEach(
        (family, count) -> {
          for (int i = 1; i <= count; i++) {
            expected.add(String.format(Locale.ROOT, "%s-%02d", family, i));
          }
        });

    assertThat(rows().map(CoverageTableTest::id)).containsExactlyElementsOf(expected);
  }

  @Test
  void eachFeatureHasATest() {
    assertThat(rows())
        .allSatisfy(row -> assertThat(CLASS.matcher(row.split("\\|")[3]).results()).isNotEmpty());
  }

  @Test
  void eachTestExists() {
    String packageName = "";
    List<String> missing = new ArrayList<>();
    for (String line : lines) {
      Matcher declaration = PACKAGE.matcher(line);
      if (declaration.find()) {
        packageName = declaration.group(1);
      }
      Matcher named = CLASS.matcher(line);
      while (named.find()) {
        String name = named.group(1);
        String full = (name.contains(".") ? "io.kro4j." : packageName + ".") + name;
        if (!isTest(full)) {
          missing.add(full);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static Stream<String> rows() {
    return lines.stream().filter(line -> ROW.matcher(line).lookingAt());
  }

  private static String id(String row) {
    Matcher matcher = ROW.matcher(row);
    return matcher.lookingAt() ? matcher.group(1) : "";
  }

  private static boolean isTest(String className) {
    String file = className.replace('.', '/') + ".java";
    return SOURCES.stream().anyMatch(folder -> Files.exists(folder.resolve(file)));
  }
}
