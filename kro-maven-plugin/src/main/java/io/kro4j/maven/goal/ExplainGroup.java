package io.kro4j.maven.goal;

import io.kro4j.maven.compilation.GoalRun;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.util.List;

/** Shows what a group compiles to. */
public final class ExplainGroup {
  private ExplainGroup() {}

  /**
   * Compiles the sources and shows one group in words.
   *
   * @param name the name of the group
   * @throws IOException if a file cannot be read
   */
  public static GoalReport run(Settings settings, String name) throws IOException {
    GoalRun run = GoalRun.of("explain", settings);
    ChosenGroups chosen = ChosenGroups.of(run.outcome(), name);
    return run.report(
        chosen
            .report()
            .orElseGet(
                () ->
                    GoalReport.passed(
                        List.of(Message.info(GroupText.of(chosen.groups().get(0)))))));
  }
}
