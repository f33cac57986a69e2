package io.kro4j.maven;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.diagnostics.Suggestions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows what a group compiles to. */
final class ExplainGroup {
  private ExplainGroup() {}

  /**
   * Compiles the sources and shows one group in words.
   *
   * @param name the name of the group
   * @throws IOException if a file cannot be read
   */
  static Report run(Settings settings, String name) throws IOException {
    Outcome outcome = Outcome.of(settings);
    Optional<CompiledGroup> group =
        outcome.groups().stream().filter(g -> g.name().equals(name)).findFirst();
    if (group.isPresent()) {
      return Report.passed(List.of(Message.info(GroupText.of(group.get()))));
    }
    if (outcome.failure().isPresent()) {
      return outcome.report();
    }
    return unknown(name, outcome);
  }

  private static Report unknown(String name, Outcome outcome) {
    List<String> known = outcome.groups().stream().map(CompiledGroup::name).toList();
    List<Message> messages = new ArrayList<>(known.isEmpty() ? outcome.messages() : List.of());
    messages.add(Message.error("There is no group `" + name + "` among the sources"));
    String help =
        Suggestions.didYouMean(name, known)
            .orElse(known.isEmpty() ? "" : "there are " + String.join(", ", known));
    if (!help.isEmpty()) {
      messages.add(Message.error("help: " + help));
    }
    return Report.failed(messages, "unknown group");
  }
}
