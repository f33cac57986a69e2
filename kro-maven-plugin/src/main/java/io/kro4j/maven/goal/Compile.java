package io.kro4j.maven.goal;

import io.kro4j.compiler.CompiledFiles;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.artifact.drift.DriftFinder;
import io.kro4j.compiler.artifact.files.OutputDirectory;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.report.Finding;
import io.kro4j.maven.compilation.CompileState;
import io.kro4j.maven.compilation.GoalRun;
import io.kro4j.maven.compilation.Inputs;
import io.kro4j.maven.compilation.Outcome;
import io.kro4j.maven.compilation.RunKey;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.message.ShownPaths;
import io.kro4j.maven.message.Words;
import io.kro4j.maven.settings.Obstacles;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles and writes what comes out, unless the last run did the same. */
public final class Compile {
  private final Settings settings;
  private final ProjectFolders folders;
  private final Writing writing;

  /**
   * How to write.
   *
   * @param overwrite whether files may be replaced that somebody else wrote or changed
   * @param failOnChange whether a changed file is a failure
   */
  public record Writing(boolean overwrite, boolean failOnChange) {}

  /**
   * One run.
   *
   * @param settings the parameters
   * @param folders where to remember the run
   * @param writing how to write
   */
  public Compile(Settings settings, ProjectFolders folders, Writing writing) {
    this.settings = settings;
    this.folders = folders;
    this.writing = writing;
  }

  /**
   * Runs.
   *
   * @throws IOException if a file cannot be read or written
   */
  public GoalReport run() throws IOException {
    Path stateFile = folders.stateFile("compile");
    Optional<GoalReport> obstacle = Obstacles.report(settings, folders, stateFile);
    return obstacle.isPresent() ? obstacle.get() : compile(Inputs.read(settings), stateFile);
  }

  private GoalReport compile(Inputs inputs, Path stateFile) throws IOException {
    String key = RunKey.of(settings, inputs);
    Optional<CompileState> last = CompileState.find(folders, key, inputs);
    if (last.isPresent() && last.get().isIn(settings.output())) {
      return unchanged(inputs, last.get());
    }
    Outcome outcome = Outcome.of(settings, inputs);
    boolean nothing = outcome.groups().isEmpty() && !isOurs(settings.output());
    if (outcome.failure().isPresent() || nothing) {
      return report(outcome.report(), inputs, outcome, List.of());
    }
    return write(inputs, outcome, key, stateFile);
  }

  private static boolean isOurs(Path output) {
    return Files.exists(output.resolve(OutputTree.MANIFEST));
  }

  private String shownOutput() {
    return ShownPaths.shown(settings.root(), settings.output());
  }

  private GoalReport unchanged(Inputs inputs, CompileState state) {
    Outcome outcome = Outcome.remembered(settings, inputs, state);
    List<Message> messages = new ArrayList<>(outcome.messages());
    if (outcome.failure().isEmpty()) {
      String whole = Summary.whole(state.groups(), state.files().size(), shownOutput());
      messages.add(Message.info("Unchanged: " + whole));
    }
    return report(new GoalReport(messages, outcome.failure()), inputs, outcome, List.of());
  }

  private GoalReport report(
      GoalReport report, Inputs inputs, Outcome outcome, List<Finding> inTheWay) {
    return new GoalRun("compile", settings, inputs, outcome).report(report, inTheWay, List.of());
  }

  private GoalReport write(Inputs inputs, Outcome outcome, String key, Path stateFile)
      throws IOException {
    Checked<OutputTree> tree = CompiledFiles.of(outcome.groups(), settings.glue().settings());
    if (tree.value().isEmpty()) {
      Outcome clash = Outcome.unusable(settings, tree.diagnostics());
      return report(clash.report(), inputs, clash, List.of());
    }
    OutputTree files = tree.value().get();
    return OutputDirectory.at(settings.output())
        .exclusively(() -> write(inputs, outcome, files, key, stateFile));
  }

  private GoalReport write(
      Inputs inputs, Outcome outcome, OutputTree files, String key, Path stateFile)
      throws IOException {
    Emission emission = Emission.plan(files, settings.output(), writing.overwrite());
    if (!emission.plan().conflicts().isEmpty()) {
      int conflicts = emission.plan().conflicts().size();
      GoalReport report =
          GoalReport.failed(
              emission.conflicts(shownOutput()), Words.count(conflicts, "file") + " in the way");
      return report(report, inputs, outcome, emission.inTheWay(shownOutput()));
    }
    folders.prepare();
    emission.write();
    ShownPaths paths = new ShownPaths(ShownPaths.prefix(settings.root(), settings.base()));
    Summary summary = new Summary(outcome.groups(), emission, shownOutput(), paths);
    new CompileState(key, outcome.count(), DriftFinder.digests(files), outcome.found())
        .write(stateFile);
    return report(report(outcome, summary, emission.changes()), inputs, outcome, List.of());
  }

  private GoalReport report(Outcome outcome, Summary summary, int changes) {
    List<Message> messages = new ArrayList<>(outcome.messages());
    if (outcome.groups().isEmpty() && changes > 0) {
      messages.add(lastGroupGone());
    }
    messages.addAll(summary.messages());
    if (!writing.failOnChange() || changes == 0) {
      return GoalReport.passed(messages);
    }
    messages.add(
        Message.error(
            "What was in "
                + shownOutput()
                + " is not what comes out. It has been brought up to date: review and commit it."));
    return GoalReport.failed(messages, Words.count(changes, "file") + " changed");
  }

  private Message lastGroupGone() {
    return Message.warning(
        "No ResourceGroup is left, so everything that was generated is removed from "
            + shownOutput()
            + ". A cluster that prunes what is gone from Git loses the APIs, and with them every"
            + " instance.");
  }
}
