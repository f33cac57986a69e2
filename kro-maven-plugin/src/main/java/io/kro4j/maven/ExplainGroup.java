package io.kro4j.maven;

import java.io.IOException;
import java.util.List;

/** Shows what a group compiles to. */
final class ExplainGroup {
  private ExplainGroup() {}

  /**
   * Compiles the sources and shows one group in words.
   *
   * @param name the name of the group
   * @throws IOException if a file cannot be read
   */
  static GoalReport run(Settings settings, String name) throws IOException {
    Inputs inputs = Inputs.read(settings);
    Outcome outcome = Outcome.of(settings, inputs);
    ChosenGroups chosen = ChosenGroups.of(outcome, name);
    return chosen
        .report()
        .orElseGet(
            () -> GoalReport.passed(List.of(Message.info(GroupText.of(chosen.groups().get(0))))))
        .with(Reporting.report("explain", settings, inputs, outcome));
  }
}
