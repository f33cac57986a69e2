package io.kro4j.maven.goal;

import io.kro4j.compiler.artifact.YamlWriter;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.draft.DraftName;
import io.kro4j.compiler.draft.GroupDraft;
import io.kro4j.compiler.render.ObservedReader;
import io.kro4j.maven.compilation.GoalRun;
import io.kro4j.maven.compilation.Inputs;
import io.kro4j.maven.compilation.Outcome;
import io.kro4j.maven.input.FileFinder;
import io.kro4j.maven.input.FileSource;
import io.kro4j.maven.input.InputFile;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.message.ShownPaths;
import io.kro4j.maven.message.Words;
import io.kro4j.maven.settings.ChangedFile;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a draft of a group, and says what the compiler thinks of it. */
public final class Drafts {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  private static final Set<String> KUSTOMIZATIONS =
      Set.of("kustomization.yaml", "kustomization.yml");

  private final Settings settings;
  private final Wish wish;
  private final Path folder;
  private final List<String> mistakes = new ArrayList<>();
  private final List<Map<String, Object>> objects = new ArrayList<>();

  /**
   * What the user wants.
   *
   * @param manifests files, folders and patterns
   * @param name the name of the group, if not that of the application
   * @param apiGroup the API group, if not the default
   */
  public record Wish(List<String> manifests, Optional<String> name, Optional<String> apiGroup) {}

  /**
   * @param folder where the draft goes
   */
  public Drafts(Settings settings, Wish wish, Path folder) {
    this.settings = settings;
    this.wish = wish;
    this.folder = folder;
  }

  /**
   * Writes the draft, unless there is a file of its name.
   *
   * @throws IOException if a file cannot be read or written
   */
  public GoalReport run() throws IOException {
    Inputs inputs = Inputs.read(settings);
    Diagnostics diagnostics = read();
    if (diagnostics.hasErrors()) {
      Outcome unusable = Outcome.unusable(settings, diagnostics.list());
      List<Message> messages = new ArrayList<>(unusable.messages());
      messages.add(Message.error("help: -Dkro.excludes=<files> leaves out what is no manifest"));
      return new GoalRun("init", settings, inputs, unusable)
          .report(new GoalReport(messages, unusable.failure()));
    }
    if (mistakes.isEmpty() && objects.isEmpty()) {
      mistakes.add(
          "parameter `manifests`: "
              + (wish.manifests().isEmpty()
                  ? "name the manifests, such as -Dkro.init.manifests=deploy"
                  : "there is no object in them"));
    }
    String group =
        mistakes.isEmpty() ? wish.name().orElseGet(() -> GroupDraft.application(objects)) : "";
    if (mistakes.isEmpty() && !NAME.matcher(group).matches()) {
      mistakes.add(
          "parameter `name`: `"
              + Words.oneLine(group)
              + "` cannot be the name of a group: use lower-case letters, digits and hyphens");
    }
    if (!mistakes.isEmpty()) {
      return GoalReport.mistaken(mistakes.stream().map(Message::error).toList());
    }
    DraftName name = DraftName.of(group, wish.apiGroup());
    Path file = folder.resolve(name.group() + ".yaml");
    String shown = ShownPaths.shown(settings.root(), file);
    if (Files.exists(file)) {
      return GoalReport.failed(
          List.of(
              Message.error(shown + " is there already; remove it, or name the group differently"),
              Message.error("help: -Dkro.init.name=<name>")),
          "a file in the way");
    }
    return written(name, file, shown, inputs);
  }

  private GoalReport written(DraftName name, Path file, String shown, Inputs inputs)
      throws IOException {
    String text = YamlWriter.write(GroupDraft.of(name, objects));
    ChangedFile.write(file, text);
    String source = ShownPaths.shown(settings.base(), file);
    InputFile draft = new InputFile(source, text.getBytes(StandardCharsets.UTF_8));
    Inputs alone = inputs.withSources(List.of(draft));
    Outcome outcome = Outcome.of(settings, alone);
    List<Message> messages = new ArrayList<>();
    messages.add(
        Message.info(
            "Written "
                + shown
                + ": kind "
                + name.kind()
                + ", made of "
                + Words.count(objects.size(), "object")));
    messages.addAll(outcome.messages());
    return new GoalRun("init", settings, alone, outcome)
        .report(new GoalReport(messages, outcome.failure()));
  }

  private Diagnostics read() throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    FileFinder.Found found =
        FileFinder.of(settings, FileFinder.YAML_OR_JSON, FileSource.DISK)
            .find(wish.manifests().stream().filter(FileFinder::isPath).toList());
    found.unmatched().forEach(entry -> mistakes.add(Words.noMatch("manifests", entry)));
    for (InputFile file : found.files()) {
      if (isKustomization(file)) {
        continue;
      }
      file.text(diagnostics)
          .flatMap(source -> diagnostics.collect(ObservedReader.read(source)).value())
          .ifPresent(read -> read.forEach(object -> objects.add(object.json())));
    }
    return diagnostics;
  }

  /** What kustomize builds with lies beside manifests and is none; its name is prescribed. */
  private static boolean isKustomization(InputFile file) {
    return KUSTOMIZATIONS.contains(file.name().substring(file.name().lastIndexOf('/') + 1));
  }
}
