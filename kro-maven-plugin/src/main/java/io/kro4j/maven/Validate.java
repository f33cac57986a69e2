package io.kro4j.maven;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Compiles and keeps nothing but the findings. */
final class Validate {
  private Validate() {}

  /**
   * Says what is wrong with the sources.
   *
   * @throws IOException if a file cannot be read
   */
  static Report run(Settings settings) throws IOException {
    Outcome outcome = Outcome.of(settings);
    List<Message> messages = new ArrayList<>(outcome.messages());
    if (outcome.failure().isEmpty()) {
      String groups = Words.count(outcome.groups().size(), "ResourceGroup");
      messages.add(Message.info(groups + " valid"));
    }
    return new Report(messages, outcome.failure());
  }
}
