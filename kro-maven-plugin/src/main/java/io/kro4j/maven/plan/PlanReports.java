package io.kro4j.maven.plan;

import io.kro4j.compiler.json.IndentedJson;
import io.kro4j.compiler.plan.Plan;
import io.kro4j.compiler.plan.PlanJson;
import io.kro4j.compiler.plan.PlanMarkdown;
import io.kro4j.maven.settings.ChangedFile;
import java.io.IOException;
import java.nio.file.Path;

/** Writes plans for programs and for pull requests. */
final class PlanReports {
  private static final String JSON = "plan.json";
  private static final String MARKDOWN = "plan.md";

  private PlanReports() {}

  /**
   * Writes a plan into a folder.
   *
   * @throws IOException if a file cannot be written
   */
  static void write(Plan plan, Path reports) throws IOException {
    ChangedFile.write(reports.resolve(JSON), IndentedJson.write(PlanJson.of(plan)));
    ChangedFile.write(reports.resolve(MARKDOWN), PlanMarkdown.of(plan));
  }
}
