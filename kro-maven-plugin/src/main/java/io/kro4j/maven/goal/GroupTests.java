package io.kro4j.maven.goal;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.suite.StepResult;
import io.kro4j.compiler.suite.SuiteInput;
import io.kro4j.compiler.suite.SuiteReport;
import io.kro4j.compiler.suite.SuiteResult;
import io.kro4j.compiler.suite.SuiteText;
import io.kro4j.compiler.suite.TestResult;
import io.kro4j.compiler.suite.TestSuite;
import io.kro4j.maven.compilation.GoalRun;
import io.kro4j.maven.compilation.Outcome;
import io.kro4j.maven.input.FileFinder;
import io.kro4j.maven.input.FileSource;
import io.kro4j.maven.input.InputFile;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.message.ShownPaths;
import io.kro4j.maven.message.Words;
import io.kro4j.maven.settings.ChangedFile;
import io.kro4j.maven.settings.Obstacles;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the tests of the groups among the sources. */
public final class GroupTests {
  private static final List<String> YAML = List.of(".test.yaml", ".test.yml");

  private final Settings settings;
  private final List<String> entries;
  private final boolean byDefault;
  private final boolean update;
  private final Diagnostics diagnostics = new Diagnostics();
  private final List<Message> messages = new ArrayList<>();
  private boolean reported;

  /**
   * Tests to be run.
   *
   * @param entries files, folders and patterns of test files
   * @param byDefault whether {@code entries} is the default, so that nothing there is no mistake
   * @param update whether golden files are written
   */
  public GroupTests(Settings settings, List<String> entries, boolean byDefault, boolean update) {
    this.settings = settings;
    this.entries = entries;
    this.byDefault = byDefault;
    this.update = update;
  }

  /**
   * Runs them.
   *
   * @throws IOException if a file cannot be read or written
   */
  public GoalReport run() throws IOException {
    try {
      return runTests();
    } finally {
      if (!reported) {
        settings.reporting().removeTests();
      }
    }
  }

  private GoalReport runTests() throws IOException {
    for (String entry : entries) {
      if (!FileFinder.isPath(entry)) {
        return GoalReport.mistaken(List.of(Message.error(Words.noPath("tests", entry))));
      }
    }
    FileFinder.Found found = FileFinder.of(settings, YAML, FileSource.DISK).find(entries);
    if (!found.unmatched().isEmpty() && !byDefault) {
      return GoalReport.mistaken(
          found.unmatched().stream()
              .map(entry -> Message.error(Words.noMatch("tests", entry)))
              .toList());
    }
    if (found.files().isEmpty()) {
      return GoalReport.passed(List.of(Message.info("There are no tests")));
    }
    GoalRun run = GoalRun.of("test", settings);
    return run.outcome().failure().isPresent()
        ? run.report(run.outcome().report())
        : test(found.files(), run);
  }

  private GoalReport test(List<InputFile> files, GoalRun run) throws IOException {
    Outcome outcome = run.outcome();
    List<SourceFile> tests = InputFile.texts(files, diagnostics);
    Map<String, Optional<SourceFile>> known = new HashMap<>();
    Checked<SuiteResult> suite =
        TestSuite.run(
            new SuiteInput(
                outcome.groups(),
                outcome.catalog(),
                tests,
                name -> known.computeIfAbsent(name, this::read)));
    diagnostics.addAll(suite.diagnostics());
    List<Diagnostic> found = new ArrayList<>(diagnostics.list());
    found.sort(Diagnostic.BY_PLACE);
    Outcome findings = outcome.beside(settings, found);
    messages.addAll(outcome.messages());
    messages.addAll(findings.messages());
    SuiteResult result = suite.value().orElseThrow();
    result.tests().forEach(this::report);
    settings.reporting().writeTests(SuiteReport.of(result, prefix()));
    reported = true;
    boolean updated = update && writeGoldens(result);
    messages.add(Message.info(sum(result)));
    Optional<String> failure =
        findings.failure().isPresent()
            ? findings.failure()
            : result.passed()
                ? Optional.empty()
                : Optional.of(
                    Words.count(result.failed(), "step")
                        + " failed"
                        + (updated ? "; golden files were written, run again" : ""));
    return run.report(new GoalReport(messages, failure), findings.findings(), List.of());
  }

  private static String sum(SuiteResult result) {
    return Words.count(result.tests().size(), "test")
        + ", "
        + Words.count(result.steps(), "step")
        + ": "
        + result.failed()
        + " failed";
  }

  private void report(TestResult test) {
    for (StepResult step : test.steps()) {
      SuiteText.failures(step).forEach(text -> messages.add(Message.error(shown(text))));
    }
    String state = test.passed() ? "passed" : "FAILED";
    messages.add(
        Message.info(
            state
                + " "
                + shown(test.file())
                + " ("
                + test.group()
                + ", "
                + Words.count(test.steps().size(), "step")
                + ")"));
  }

  private String shown(String text) {
    return prefix() + text;
  }

  private String prefix() {
    return ShownPaths.prefix(settings.root(), settings.base());
  }

  private boolean writeGoldens(SuiteResult result) throws IOException {
    boolean any = false;
    for (Map.Entry<String, String> golden : result.goldens().entrySet()) {
      Optional<Path> found = path(golden.getKey()).filter(GroupTests::mayBeFile);
      if (found.isEmpty()) {
        String name = Words.oneLine(golden.getKey());
        messages.add(Message.error("`" + name + "` cannot be the name of a golden file"));
        continue;
      }
      Path file = found.get();
      if (ChangedFile.write(file, golden.getValue())) {
        messages.add(Message.info("written " + ShownPaths.shown(settings.root(), file)));
        any = true;
      }
    }
    return any;
  }

  private static boolean mayBeFile(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    return !Files.isDirectory(path) && (folder == null || Obstacles.onTheWayTo(folder).isEmpty());
  }

  private Optional<SourceFile> read(String name) {
    Optional<Path> file = path(name).filter(Files::isRegularFile);
    try {
      return file.isPresent()
          ? new InputFile(name, Files.readAllBytes(file.get())).text(diagnostics)
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path of a file that a test names; empty if the system lets none be called so. */
  private Optional<Path> path(String name) {
    try {
      return Optional.of(settings.base().resolve(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
