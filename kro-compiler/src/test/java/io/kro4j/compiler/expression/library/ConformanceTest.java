package io.kro4j.compiler.expression.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The tests of the CEL specification, run through kro's environment. Those whose outcome differs
 * are listed with the reason in {@code differences.tsv}; nothing else may differ, and nothing
 * listed may pass. {@code -Dkro.overwrite=true} rewrites the table in the documentation.
 */
class ConformanceTest {
  private static final Path TESTS = Path.of("src/test/resources/cel-spec");
  private static final Path TABLE = Path.of("../docs/cel-conformance.md");
  private static final List<SpecCase> CASES = new ArrayList<>();
  private static final Map<String, String> FAILURES = new LinkedHashMap<>();

  @BeforeAll
  static void run() throws IOException {
    try (Stream<Path> files = Files.list(TESTS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        CASES.addAll(SpecCase.of((Map<?, ?>) JsonFunctions.value(Files.readString(file))));
      }
    }
    for (SpecCase test : CASES) {
      if (!test.protocolBuffers()) {
        test.run().ifPresent(failure -> FAILURES.put(test.id(), failure));
      }
    }
  }

  @Test
  void differsFromTheSpecificationOnlyForAReason() throws IOException {
    assertThat(CASES).hasSizeGreaterThan(1_700);
    Map<String, String> unexpected = new LinkedHashMap<>(FAILURES);
    unexpected.keySet().removeAll(reasons().keySet());
    assertThat(unexpected).isEmpty();
    assertThat(FAILURES.keySet()).containsAll(reasons().keySet());
  }

  @Test
  void isDocumented() throws IOException {
    String table = table();
    String before = Files.exists(TABLE) ? Files.readString(TABLE) : "";
    if (Boolean.getBoolean("kro.overwrite")) {
      Files.writeString(TABLE, table);
    }
    assertThat(before).as("-Dkro.overwrite=true rewrites %s", TABLE).isEqualTo(table);
  }

  private static Map<String, String> reasons() throws IOException {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (String line : Files.readAllLines(TESTS.resolve("differences.tsv"))) {
      String[] columns = line.split("\t", 2);
      reasons.put(columns[0], columns[1]);
    }
    return Collections.unmodifiableMap(reasons);
  }

  private static String table() throws IOException {
    StringBuilder table = new StringBuilder(INTRODUCTION);
    Map<String, List<SpecCase>> byFile = new LinkedHashMap<>();
    CASES.forEach(test -> byFile.computeIfAbsent(test.file(), f -> new ArrayList<>()).add(test));
    byFile.forEach((file, tests) -> table.append(row(file, tests)));
    table.append(row("**all**", CASES)).append(DIFFERENCES);
    reasons().forEach((id, reason) -> table.append("| `" + id + "` | " + reason + " |\n"));
    return table.toString();
  }

  private static String row(String name, List<SpecCase> tests) {
    long left = tests.stream().filter(SpecCase::protocolBuffers).count();
    long different = tests.stream().filter(test -> FAILURES.containsKey(test.id())).count();
    return String.format(
        "| %s | %d | %d | %d | %d |\n",
        name, tests.size(), tests.size() - left - different, different, left);
  }

  private static final String INTRODUCTION =
      """
      # CEL conformance

      The [CEL specification](https://github.com/google/cel-spec) comes with tests. These are their
      outcomes in the environment that expressions have here; a test of the build makes this page.

      Left out are tests about messages, wrappers and enums of protocol buffers, which no object of
      Kubernetes holds; and, as whole files, `proto2`, `proto2_ext`, `proto3`, `enums`, `dynamic` and
      `wrappers` for the same reason, `block_ext`, whose macro is for tests alone, `math_ext`, a library
      that kro does not have, and `unknowns`, which is empty.

      | tests | all | pass | differ | left out |
      |---|---|---|---|---|
      """;

  private static final String DIFFERENCES =
      """

      ## Differences

      | test | reason |
      |---|---|
      """;
}
