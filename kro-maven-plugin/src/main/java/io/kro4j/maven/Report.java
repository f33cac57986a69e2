package io.kro4j.maven;

import java.util.List;
import java.util.Optional;

/**
 * What a goal has to say.
 *
 * @param messages what to log, in order
 * @param failure why the build fails, in a few words, if it does
 */
record Report(List<Message> messages, Optional<String> failure) {
  /** Copies the list. */
  Report {
    messages = List.copyOf(messages);
  }

  /** The build goes on. */
  static Report passed(List<Message> messages) {
    return new Report(messages, Optional.empty());
  }

  /** The build fails. */
  static Report failed(List<Message> messages, String failure) {
    return new Report(messages, Optional.of(failure));
  }
}
