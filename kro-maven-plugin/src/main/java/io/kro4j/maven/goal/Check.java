package io.kro4j.maven.goal;

import io.kro4j.compiler.CompiledFiles;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.artifact.drift.Drift;
import io.kro4j.compiler.artifact.drift.DriftFinder;
import io.kro4j.compiler.artifact.drift.DriftFindings;
import io.kro4j.compiler.artifact.files.OutputDirectory;
import io.kro4j.compiler.diagnostics.Checked;
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

/** Compiles and compares what comes out with what is in the output folder; writes nothing there. */
public final class Check {
  private final Settings settings;
  private final ProjectFolders folders;
  private final OutputDirectory output;

  /**
   * One run.
   *
   * @param settings the parameters
   * @param folders where to remember the run
   */
  public Check(Settings settings, ProjectFolders folders) {
    this.settings = settings;
    this.folders = folders;
    this.output = OutputDirectory.at(settings.output());
  }

  /**
   * Runs.
   *
   * @throws IOException if a file cannot be read
   */
  public GoalReport run() throws IOException {
    Path stateFile = folders.stateFile("check");
    Optional<GoalReport> obstacle = Obstacles.report(settings, folders, stateFile);
    return obstacle.isPresent() ? obstacle.get() : check(stateFile);
  }

  private GoalReport check(Path stateFile) throws IOException {
    Inputs inputs = Inputs.read(settings);
    String key = RunKey.of(settings, inputs);
    // After a validation it is known that the sources are valid, but not what comes out of them.
    Optional<CompileState> last =
        CompileState.find(folders, key, inputs).filter(state -> !state.files().isEmpty());
    if (last.isPresent() && DriftFinder.find(last.get().files(), output).isEmpty()) {
      return upToDate(inputs, Outcome.remembered(settings, inputs, last.get()), last.get());
    }
    Outcome outcome = Outcome.of(settings, inputs);
    boolean nothing =
        outcome.count() == 0 && !Files.exists(settings.output().resolve(OutputTree.MANIFEST));
    if (outcome.failure().isPresent() || nothing) {
      return run(inputs, outcome).report(outcome.report());
    }
    Checked<OutputTree> tree = CompiledFiles.of(outcome.groups(), settings.glue().settings());
    if (tree.value().isEmpty()) {
      Outcome clash = Outcome.unusable(settings, tree.diagnostics());
      return run(inputs, clash).report(clash.report());
    }
    return compare(inputs, outcome, tree.value().get(), key, stateFile);
  }

  private GoalReport compare(
      Inputs inputs, Outcome outcome, OutputTree tree, String key, Path stateFile)
      throws IOException {
    CompileState state =
        new CompileState(key, outcome.count(), DriftFinder.digests(tree), outcome.found());
    state.writeUnseen(folders, stateFile);
    List<Drift> drift = DriftFinder.find(state.files(), output);
    if (drift.isEmpty()) {
      return upToDate(inputs, outcome, state);
    }
    List<Message> messages = new ArrayList<>(outcome.messages());
    DriftFindings findings = new DriftFindings(tree, output, shownOutput());
    drift.forEach(file -> messages.add(Message.error(DriftText.of(file, findings))));
    DriftFix fix = new DriftFix(settings, drift);
    messages.addAll(fix.messages());
    GoalReport report =
        GoalReport.failed(
            messages, Words.count(drift.size(), "file") + " not as compiled in " + shownOutput());
    return run(inputs, outcome)
        .report(
            report,
            drift.stream().map(file -> DriftText.finding(file, findings)).toList(),
            fix.commands());
  }

  private GoalRun run(Inputs inputs, Outcome outcome) {
    return new GoalRun("check", settings, inputs, outcome);
  }

  private GoalReport upToDate(Inputs inputs, Outcome outcome, CompileState state) {
    List<Message> messages = new ArrayList<>(outcome.messages());
    if (outcome.failure().isEmpty()) {
      String whole = Summary.whole(state.groups(), state.files().size(), shownOutput());
      messages.add(Message.info("Up to date: " + whole));
    }
    return run(inputs, outcome).report(new GoalReport(messages, outcome.failure()));
  }

  private String shownOutput() {
    return ShownPaths.shown(settings.root(), settings.output());
  }
}
