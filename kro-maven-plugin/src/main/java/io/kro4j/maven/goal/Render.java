package io.kro4j.maven.goal;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.json.IndentedJson;
import io.kro4j.compiler.model.DnsNames;
import io.kro4j.compiler.render.InstanceRenderings;
import io.kro4j.compiler.render.RenderInput;
import io.kro4j.compiler.render.RenderOptions;
import io.kro4j.compiler.render.Rendering;
import io.kro4j.compiler.render.RenderingJson;
import io.kro4j.compiler.render.RenderingText;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.maven.compilation.GoalRun;
import io.kro4j.maven.compilation.Outcome;
import io.kro4j.maven.input.FileFinder;
import io.kro4j.maven.input.FileSource;
import io.kro4j.maven.input.InputFile;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.message.Words;
import io.kro4j.maven.settings.ChangedFile;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Renders instances of the groups among the sources. */
public final class Render {
  private final Settings settings;
  private final List<String> instances;
  private final List<String> observed;
  private final RenderOptions options;
  private final Diagnostics diagnostics = new Diagnostics();
  private final List<Message> messages = new ArrayList<>();
  private final List<Message> mistakes = new ArrayList<>();

  /**
   * A rendering to be made.
   *
   * @param instances files, folders and patterns of instances
   * @param observed files, folders and patterns of objects that are in the cluster
   * @param simulate whether applied objects come back
   * @param version the version of the runtime
   */
  public Render(
      Settings settings,
      List<String> instances,
      List<String> observed,
      boolean simulate,
      String version) {
    this.settings = settings;
    this.instances = instances;
    this.observed = observed;
    this.options = RenderOptions.of(simulate, version);
  }

  /**
   * Renders.
   *
   * @param folder where to write; null to print
   * @throws IOException if a file cannot be read or written
   */
  public GoalReport run(@Nullable Path folder, PrintStream out) throws IOException {
    if (!DnsNames.isLabelValue(options.version())) {
      return GoalReport.mistaken(List.of(Message.error(noVersion(options.version()))));
    }
    GoalRun run = GoalRun.of("render", settings);
    Outcome outcome = run.outcome();
    if (outcome.failure().isPresent() || outcome.groups().isEmpty()) {
      return run.report(outcome.report());
    }
    RenderInput input = input(outcome);
    if (!mistakes.isEmpty()) {
      return GoalReport.mistaken(mistakes);
    }
    Checked<List<Rendering>> renderings = InstanceRenderings.of(input);
    diagnostics.addAll(renderings.diagnostics());
    List<Diagnostic> found = new ArrayList<>(diagnostics.list());
    found.sort(Diagnostic.BY_PLACE);
    messages.addAll(outcome.messages());
    Outcome findings = outcome.beside(settings, found);
    messages.addAll(findings.messages());
    List<Rendering> made = renderings.value().orElse(List.of());
    List<String> twice = folder == null ? List.of() : twice(made);
    if (!twice.isEmpty()) {
      twice.forEach(name -> messages.add(Message.error(severalAre(name))));
      return GoalReport.failed(
          messages, Words.count(twice.size(), "file") + " of several instances");
    }
    for (Rendering rendering : made) {
      emit(rendering, folder, out);
    }
    return run.report(new GoalReport(messages, findings.failure()), findings.findings(), List.of());
  }

  private static String noVersion(String version) {
    return "parameter `runtimeVersion`: `"
        + Words.oneLine(version)
        + "` cannot be the value of a label; use at most 63 letters, digits, `-`, `_` and `.`, with a"
        + " letter or digit at both ends";
  }

  /** The names that several instances have in common. */
  private static List<String> twice(List<Rendering> renderings) {
    List<String> names = new ArrayList<>(renderings.stream().map(Render::name).toList());
    new LinkedHashSet<>(names).forEach(names::remove);
    return names.stream().distinct().toList();
  }

  private static String severalAre(String name) {
    return "several instances would be written to `"
        + name
        + ".yaml`; render them one by one, to different folders";
  }

  private RenderInput input(Outcome outcome) throws IOException {
    List<SourceFile> whole = new ArrayList<>();
    List<SourceFile> mixed = new ArrayList<>();
    for (String entry : instances) {
      boolean single = FileFinder.isPath(entry) && isFile(entry);
      (single ? whole : mixed).addAll(files("instances", entry, FileFinder.YAML));
    }
    List<SourceFile> objects = new ArrayList<>();
    for (String entry : observed) {
      objects.addAll(files("observed", entry, FileFinder.YAML_OR_JSON));
    }
    return new RenderInput(outcome.groups(), outcome.catalog(), whole, mixed, objects, options);
  }

  private boolean isFile(String entry) {
    return !FileFinder.isPattern(entry) && Files.isRegularFile(settings.base().resolve(entry));
  }

  private List<SourceFile> files(String parameter, String entry, List<String> extensions)
      throws IOException {
    if (!FileFinder.isPath(entry)) {
      mistakes.add(Message.error(Words.noPath(parameter, entry)));
      return List.of();
    }
    FileFinder.Found found =
        FileFinder.of(settings, extensions, FileSource.DISK).find(List.of(entry));
    if (!found.unmatched().isEmpty()) {
      mistakes.add(Message.error(Words.noMatch(parameter, entry)));
    }
    return InputFile.texts(found.files(), diagnostics);
  }

  private void emit(Rendering rendering, @Nullable Path folder, PrintStream out)
      throws IOException {
    String text = RenderingText.of(rendering);
    if (folder == null) {
      out.print(text);
      return;
    }
    String name = name(rendering);
    write(folder.resolve(name + ".yaml"), text);
    write(folder.resolve(name + ".json"), IndentedJson.write(RenderingJson.of(rendering)));
  }

  private static String name(Rendering rendering) {
    String kind = String.valueOf(rendering.instance().get("kind")).toLowerCase(Locale.ROOT);
    String name = String.valueOf(PlainJson.at(rendering.instance(), "metadata", "name"));
    return PlainJson.text(PlainJson.at(rendering.instance(), "metadata", "namespace"))
        .map(namespace -> kind + "-" + namespace + "-" + name)
        .orElse(kind + "-" + name);
  }

  private void write(Path file, String text) throws IOException {
    messages.add(ChangedFile.write(settings.root(), file, text, "Written"));
  }
}
