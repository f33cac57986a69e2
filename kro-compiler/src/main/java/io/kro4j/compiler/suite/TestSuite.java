package io.kro4j.compiler.suite;

import static io.kro4j.compiler.diagnostics.DiagnosticId.SUITE_UNKNOWN_NAME;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs the tests of some files. */
public final class TestSuite {
  private final SuiteInput input;
  private final Diagnostics diagnostics = new Diagnostics();
  private final SortedMap<String, String> goldens = new TreeMap<>();

  private TestSuite(SuiteInput input) {
    this.input = input;
  }

  /** The JSON schema of test files, for editors. */
  public static String schema() {
    return TestFileReader.schemaText();
  }

  /**
   * Runs all tests.
   *
   * @return what came of the tests that could be read, and findings about the others
   */
  public static Checked<SuiteResult> run(SuiteInput input) {
    return new TestSuite(input).run();
  }

  private Checked<SuiteResult> run() {
    List<TestResult> results = new ArrayList<>();
    TestFileReader reader = new TestFileReader(diagnostics);
    for (SourceFile file : input.tests()) {
      for (TestFile test : reader.read(file)) {
        Optional<CompiledGroup> group = group(test);
        group.ifPresent(
            found -> results.add(new TestRun(test, found, input, diagnostics, goldens).run()));
      }
    }
    List<Diagnostic> found = new ArrayList<>(diagnostics.list());
    found.sort(Diagnostic.BY_PLACE);
    return Checked.of(new SuiteResult(results, goldens), found);
  }

  private Optional<CompiledGroup> group(TestFile test) {
    List<String> names = input.groups().stream().map(CompiledGroup::name).toList();
    Optional<CompiledGroup> group =
        input.groups().stream().filter(each -> each.name().equals(test.group())).findFirst();
    if (group.isEmpty()) {
      diagnostics.add(
          SUITE_UNKNOWN_NAME,
          test.groupPlace(),
          "there is no group `" + test.group() + "`",
          Suggestions.didYouMean(test.group(), names)
              .orElse("there are " + String.join(", ", names)));
    }
    return group;
  }
}
