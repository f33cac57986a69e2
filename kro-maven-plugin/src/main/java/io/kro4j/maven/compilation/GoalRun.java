package io.kro4j.maven.compilation;

import io.kro4j.compiler.report.Finding;
import io.kro4j.compiler.report.RunReport;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.ShownPaths;
import io.kro4j.maven.settings.Policy;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * One run of a goal that compiles: what it was told, what it read, and what came of that.
 *
 * @param goal the name of the goal
 * @param settings the parameters
 * @param inputs the files
 * @param outcome what came of them
 */
public record GoalRun(String goal, Settings settings, Inputs inputs, Outcome outcome) {
  /**
   * Reads the files that the parameters name, and compiles them.
   *
   * @throws IOException if a file cannot be read
   */
  public static GoalRun of(String goal, Settings settings) throws IOException {
    Inputs inputs = Inputs.read(settings);
    return new GoalRun(goal, settings, inputs, Outcome.of(settings, inputs));
  }

  /** What the goal has to say, with what was found in the files, for documents and editors. */
  public GoalReport report(GoalReport said) {
    return report(said, List.of(), List.of());
  }

  /**
   * The same of a goal that found more.
   *
   * @param elsewhere what it found besides
   * @param commands what to type to mend that
   */
  public GoalReport report(GoalReport said, List<Finding> elsewhere, List<String> commands) {
    String prefix = ShownPaths.prefix(settings.root(), settings.base());
    ShownPaths paths = new ShownPaths(prefix);
    return said.with(
        new RunReport(
            goal,
            prefix.replaceFirst("/$", ""),
            settings.reporting().tool(),
            inputs.sources().stream().map(file -> paths.shown(file.name())).toList(),
            Stream.concat(outcome.findings().stream(), elsewhere.stream()).toList(),
            outcome.mistakes(),
            settings.policy().failOn() == Policy.FailOn.WARNING,
            commands));
  }
}
