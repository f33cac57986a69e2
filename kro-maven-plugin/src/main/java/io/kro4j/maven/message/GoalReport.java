package io.kro4j.maven.message;

import io.kro4j.compiler.report.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a goal has to say.
 *
 * @param messages what to log, in order
 * @param failure why the build fails, in a few words, if it does
 * @param found what was found, for documents and editors, if the goal looks for anything
 */
public record GoalReport(
    List<Message> messages, Optional<String> failure, Optional<RunReport> found) {
  /** Copies the list. */
  public GoalReport {
    messages = List.copyOf(messages);
  }

  /** A report without anything for documents. */
  public GoalReport(List<Message> messages, Optional<String> failure) {
    this(messages, failure, Optional.empty());
  }

  /** The same report of a build that goes on whatever was found. */
  public GoalReport lenient() {
    List<Message> more = new ArrayList<>(messages);
    failure.ifPresent(
        words -> more.add(Message.warning("The build goes on (kro.failOn=never): " + words)));
    return new GoalReport(more, Optional.empty(), found);
  }

  /** The same report with what was found. */
  public GoalReport with(RunReport found) {
    return new GoalReport(messages, failure, Optional.of(found));
  }

  /** The build goes on. */
  public static GoalReport passed(List<Message> messages) {
    return new GoalReport(messages, Optional.empty());
  }

  /** The build fails because of its parameters. */
  public static GoalReport mistaken(List<Message> mistakes) {
    return failed(mistakes, Words.count(mistakes.size(), "wrong parameter"));
  }

  /** The build fails. */
  public static GoalReport failed(List<Message> messages, String failure) {
    return new GoalReport(messages, Optional.of(failure));
  }
}
