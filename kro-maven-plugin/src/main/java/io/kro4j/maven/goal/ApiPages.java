package io.kro4j.maven.goal;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.maven.compilation.GoalRun;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.reference.ApiPage;
import io.kro4j.maven.settings.ChangedFile;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the reference of APIs into a folder. */
public final class ApiPages {
  private ApiPages() {}

  /**
   * Writes a page for each group.
   *
   * @param name the name of the only group to write about; null for all
   * @param folder where the pages go
   * @throws IOException if a file cannot be read or written
   */
  public static GoalReport write(Settings settings, @Nullable String name, Path folder)
      throws IOException {
    GoalRun run = GoalRun.of("docs", settings);
    return run.report(write(settings, ChosenGroups.of(run.outcome(), name), folder));
  }

  private static GoalReport write(Settings settings, ChosenGroups chosen, Path folder)
      throws IOException {
    if (chosen.report().isPresent()) {
      return chosen.report().get();
    }
    List<Message> messages = new ArrayList<>();
    for (CompiledGroup group : chosen.groups()) {
      Path page = folder.resolve(group.name() + ".md");
      String text = ApiPage.of(group, Rights.of(group.graph()));
      messages.add(ChangedFile.write(settings.root(), page, text, "Written"));
    }
    return GoalReport.passed(messages);
  }
}
