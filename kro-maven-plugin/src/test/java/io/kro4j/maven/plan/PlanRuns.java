package io.kro4j.maven.plan;

import io.kro4j.maven.Examples;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Runs plans and puts what they say into one text. */
final class PlanRuns {
  private PlanRuns() {}

  /** The plan from the merge base to the working tree. */
  static String text(Path folder) throws IOException {
    return text(
        folder, new PlanChanges.Request("", "", List.of("**/*.yaml", "**/*.yml"), List.of(), true));
  }

  /** What a run says, without the ids of commits. */
  static String text(Path folder, PlanChanges.Request request) throws IOException {
    return text(Examples.settings(folder, List.of("src/main/kro")), request);
  }

  /** What a run says, without the ids of commits. */
  static String text(Settings settings, PlanChanges.Request request) throws IOException {
    Path reports = settings.base().resolve("target/kro-reports");
    GoalReport report = new PlanChanges(settings, reports, request).run();
    String log =
        report.messages().stream()
            .map(message -> message.level() + " " + message.text() + "\n")
            .collect(Collectors.joining());
    return (log + report.failure().map(failure -> "FAILED " + failure + "\n").orElse(""))
        .replaceAll("\\([0-9a-f]{10}\\)", "(<id>)")
        .replace(settings.base().toString(), "<folder>");
  }
}
