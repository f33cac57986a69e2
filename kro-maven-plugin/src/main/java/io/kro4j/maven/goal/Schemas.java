package io.kro4j.maven.goal;

import io.kro4j.compiler.api.ApiTypes;
import io.kro4j.compiler.json.IndentedJson;
import io.kro4j.compiler.jsonschema.SchemaDocument;
import io.kro4j.maven.compilation.GoalRun;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.settings.ChangedFile;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes JSON Schemas into a folder. */
public final class Schemas {
  /** What people write by hand. */
  private static final Set<String> WRITTEN = Set.of("ResourceGroup", "ResourceGraphDefinition");

  private Schemas() {}

  /**
   * Writes the schemas of the groups and of all that they define.
   *
   * @param folder where they go
   * @throws IOException if a file cannot be read or written
   */
  public static GoalReport write(Settings settings, Path folder) throws IOException {
    GoalRun run = GoalRun.of("schema", settings);
    return run.report(write(settings, ChosenGroups.of(run.outcome(), null), folder));
  }

  private static GoalReport write(Settings settings, ChosenGroups chosen, Path folder)
      throws IOException {
    if (chosen.report().isPresent()) {
      return chosen.report().get();
    }
    List<SchemaDocument> documents = new ArrayList<>();
    ApiTypes.objects().forEach(crd -> documents.addAll(SchemaDocument.of(crd)));
    documents.removeIf(document -> !WRITTEN.contains(document.kind()));
    chosen.groups().forEach(group -> documents.addAll(SchemaDocument.of(group.crd().json())));
    Map<String, String> files = new TreeMap<>();
    documents.forEach(each -> files.put(each.path(), IndentedJson.write(each.json())));
    List<Message> messages = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      messages.add(ChangedFile.write(settings.root(), path, file.getValue(), "Written"));
    }
    return GoalReport.passed(messages);
  }
}
