package io.kro4j.maven;

import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Puts messages into Maven's log. */
final class MavenReport {
  private final Log log;

  MavenReport(Log log) {
    this.log = log;
  }

  /**
   * Logs everything that a report says.
   *
   * @throws MojoFailureException if the report says that the build fails
   */
  void add(GoalReport report) throws MojoFailureException {
    report.messages().forEach(this::add);
    if (report.failure().isPresent()) {
      throw new MojoFailureException(report.failure().get());
    }
  }

  /** Logs a message line by line: Maven marks only the first line of a text. */
  void add(Message message) {
    message.text().lines().forEach(line -> add(message.level(), line));
  }

  private void add(Message.Level level, String line) {
    switch (level) {
      case DEBUG -> log.debug(line);
      case INFO -> log.info(line);
      case WARNING -> log.warn(line);
      case ERROR -> log.error(line);
    }
  }
}
