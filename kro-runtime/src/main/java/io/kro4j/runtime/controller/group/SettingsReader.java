package io.kro4j.runtime.controller.group;

import io.kro4j.compiler.analysis.ControllerSettingsReader;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.graph.ControllerSettings;
import io.kro4j.compiler.graph.ResourceGraph;
import io.kro4j.compiler.instance.InstanceGraph;
import io.kro4j.compiler.instance.PlannedGraph;
import io.kro4j.compiler.model.ResourceGroup;
import io.kro4j.compiler.model.ResourceGroupReader;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import java.util.List;
import java.util.Optional;

/**
 * Reads how the controller of a group's kind runs. The annotations that say so are no part of a
 * revision, so they may change while the same revision serves.
 */
final class SettingsReader {
  private static final String PREFIX = "kro4j.io/";

  private SettingsReader() {}

  /**
   * What the annotations say.
   *
   * @param settings the settings; the defaults where the annotations say nothing that makes sense
   * @param problem what does not make sense, for users; may be empty
   */
  record Read(ControllerSettings settings, String problem) {}

  /** Reads the annotations of a group whose spec is sound. */
  static Read read(LiveGroup group) {
    if (group.annotations().keySet().stream().noneMatch(key -> key.startsWith(PREFIX))) {
      return new Read(ControllerSettings.DEFAULT, "");
    }
    SourceFile file = Definition.of(group.name(), group.annotations(), group.spec()).file();
    Checked<List<YamlDocument>> documents = YamlReader.read(file, YamlLimits.DEFAULT);
    Optional<ResourceGroup> definition =
        documents
            .value()
            .flatMap(all -> all.stream().findFirst())
            .flatMap(document -> ResourceGroupReader.read(document).value());
    if (definition.isEmpty()) {
      return new Read(ControllerSettings.DEFAULT, "");
    }
    Diagnostics diagnostics = new Diagnostics();
    ControllerSettings settings = ControllerSettingsReader.read(definition.get(), diagnostics);
    List<Diagnostic> errors = diagnostics.list().stream().filter(Diagnostic::isError).toList();
    return new Read(settings, errors.isEmpty() ? "" : Definition.describe(file, errors));
  }

  /** The graph with other settings. */
  static InstanceGraph apply(InstanceGraph graph, ControllerSettings settings) {
    ResourceGraph plain = graph.graph();
    if (plain.settings().equals(settings)) {
      return graph;
    }
    PlannedGraph planned =
        InstanceGraph.of(
            new ResourceGraph(
                plain.name(),
                plain.api(),
                plain.nodes(),
                plain.status(),
                plain.conditions(),
                settings));
    return planned instanceof PlannedGraph.Accepted accepted ? accepted.graph() : graph;
  }
}
