package io.kro4j.maven.goal;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.maven.compilation.Outcome;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The groups that a goal is about.
 *
 * @param groups the groups, by name; at least one if there is no report
 * @param report what to say instead, if there is nothing to be done
 */
record ChosenGroups(List<CompiledGroup> groups, Optional<GoalReport> report) {

  /**
   * Chooses.
   *
   * @param outcome what came of the sources
   * @param name the name of the only one that is wanted, even if others have errors; null for all
   */
  static ChosenGroups of(Outcome outcome, @Nullable String name) {
    if (name == null) {
      boolean none = outcome.failure().isPresent() || outcome.groups().isEmpty();
      return new ChosenGroups(
          outcome.groups(), none ? Optional.of(outcome.report()) : Optional.empty());
    }
    List<CompiledGroup> named =
        outcome.groups().stream().filter(group -> group.name().equals(name)).toList();
    if (!named.isEmpty()) {
      return new ChosenGroups(named, Optional.empty());
    }
    return new ChosenGroups(
        named,
        Optional.of(outcome.failure().isPresent() ? outcome.report() : unknown(name, outcome)));
  }

  private static GoalReport unknown(String name, Outcome outcome) {
    List<String> known = outcome.groups().stream().map(CompiledGroup::name).toList();
    List<Message> messages = new ArrayList<>(known.isEmpty() ? outcome.messages() : List.of());
    messages.add(Message.error("There is no group `" + name + "` among the sources"));
    String help =
        Suggestions.didYouMean(name, known)
            .orElse(known.isEmpty() ? "" : "there are " + String.join(", ", known));
    if (!help.isEmpty()) {
      messages.add(Message.error("help: " + help));
    }
    return GoalReport.failed(messages, "unknown group");
  }
}
