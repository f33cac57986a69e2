package io.kro4j.maven.goal;

import io.kro4j.maven.compilation.CompileState;
import io.kro4j.maven.compilation.GoalRun;
import io.kro4j.maven.compilation.Inputs;
import io.kro4j.maven.compilation.Outcome;
import io.kro4j.maven.compilation.RunKey;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.message.Words;
import io.kro4j.maven.settings.Obstacles;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Compiles and keeps nothing but the findings. */
public final class Validate {
  private final Settings settings;
  private final ProjectFolders folders;

  /**
   * One run.
   *
   * @param settings the parameters
   * @param folders where to remember the run
   */
  public Validate(Settings settings, ProjectFolders folders) {
    this.settings = settings;
    this.folders = folders;
  }

  /**
   * Says what is wrong with the sources.
   *
   * @throws IOException if a file cannot be read
   */
  public GoalReport run() throws IOException {
    Path stateFile = folders.stateFile("validate");
    Optional<GoalReport> obstacle = Obstacles.ofState(settings, folders, stateFile);
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    Inputs inputs = Inputs.read(settings);
    Outcome outcome = outcome(inputs, stateFile);
    return new GoalRun("validate", settings, inputs, outcome).report(report(outcome));
  }

  private Outcome outcome(Inputs inputs, Path stateFile) throws IOException {
    String key = RunKey.of(settings, inputs);
    Optional<CompileState> last = CompileState.find(folders, key, inputs);
    if (last.isPresent()) {
      return Outcome.remembered(settings, inputs, last.get());
    }
    Outcome outcome = Outcome.of(settings, inputs);
    if (outcome.isCompiled()) {
      new CompileState(key, outcome.count(), new TreeMap<>(), outcome.found())
          .writeUnseen(folders, stateFile);
    }
    return outcome;
  }

  private static GoalReport report(Outcome outcome) {
    List<Message> messages = new ArrayList<>(outcome.messages());
    if (outcome.failure().isEmpty()) {
      messages.add(Message.info(Words.count(outcome.count(), "ResourceGroup") + " valid"));
    }
    return new GoalReport(messages, outcome.failure());
  }
}
