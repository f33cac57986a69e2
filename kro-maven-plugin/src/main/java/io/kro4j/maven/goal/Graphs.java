package io.kro4j.maven.goal;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.maven.compilation.GoalRun;
import io.kro4j.maven.compilation.Outcome;
import io.kro4j.maven.diagram.Diagram;
import io.kro4j.maven.diagram.Dot;
import io.kro4j.maven.diagram.Mermaid;
import io.kro4j.maven.diagram.Svg;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.message.Words;
import io.kro4j.maven.settings.ChangedFile;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws graphs into a folder. */
public final class Graphs {
  private static final List<String> ALL = Stream.of(Format.values()).map(Format::word).toList();

  private final Settings settings;
  private final @Nullable String group;
  private final List<String> formats;
  private final Path folder;

  private enum Format {
    MERMAID("mmd"),
    DOT("dot"),
    SVG("svg");

    private final String extension;

    Format(String extension) {
      this.extension = extension;
    }

    private String draw(Diagram diagram) {
      return switch (this) {
        case MERMAID -> Mermaid.of(diagram);
        case DOT -> Dot.of(diagram);
        case SVG -> Svg.of(diagram);
      };
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param group the name of the only group to draw; null for all
   * @param formats how to draw them; empty for every way there is
   * @param folder where the pictures go
   */
  public Graphs(Settings settings, @Nullable String group, List<String> formats, Path folder) {
    this.settings = settings;
    this.group = group;
    this.formats = formats.isEmpty() ? ALL : formats;
    this.folder = folder;
  }

  /**
   * Draws.
   *
   * @throws IOException if a file cannot be read or written
   */
  public GoalReport run() throws IOException {
    List<Message> mistakes = mistakes();
    if (!mistakes.isEmpty()) {
      return GoalReport.mistaken(mistakes);
    }
    GoalRun run = GoalRun.of("graph", settings);
    return run.report(draw(run.outcome()));
  }

  private GoalReport draw(Outcome outcome) throws IOException {
    ChosenGroups chosen = ChosenGroups.of(outcome, group);
    if (chosen.report().isPresent()) {
      return chosen.report().get();
    }
    List<Message> messages = new ArrayList<>();
    for (CompiledGroup each : chosen.groups()) {
      Diagram diagram = Diagram.of(each.graph());
      for (Format format : Format.values()) {
        if (!formats.contains(format.word())) {
          continue;
        }
        Path file = folder.resolve(each.name() + "." + format.extension);
        messages.add(ChangedFile.write(settings.root(), file, format.draw(diagram), "Drawn"));
      }
    }
    return GoalReport.passed(messages);
  }

  private List<Message> mistakes() {
    return formats.stream()
        .filter(format -> !ALL.contains(format))
        .map(format -> Message.error(Words.noneOf("formats", format, ALL)))
        .toList();
  }
}
