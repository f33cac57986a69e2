package io.kro4j.maven;

import io.kro4j.maven.settings.ArtifactName;
import io.kro4j.maven.settings.ReactorModule;
import io.kro4j.maven.settings.Settings;
import io.kro4j.maven.settings.Surroundings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Artifacts and modules as a test says they are. */
public final class KnownSurroundings implements Surroundings {
  private final Map<String, Path> artifacts = new HashMap<>();
  private final Map<String, Settings> modules = new LinkedHashMap<>();
  private final String self;

  /**
   * A project.
   *
   * @param self its {@code groupId:artifactId}
   */
  public KnownSurroundings(String self) {
    this.self = self;
  }

  /** Puts an artifact into the repository. */
  public KnownSurroundings with(String coordinates, Path file) {
    artifacts.put(coordinates, file);
    return this;
  }

  /** Puts a module into the build. */
  public KnownSurroundings with(String name, Settings settings) {
    modules.put(name, settings);
    return this;
  }

  @Override
  public Resolution resolve(ArtifactName artifact) {
    return artifacts.containsKey(artifact.text())
        ? Resolution.found(artifacts.get(artifact.text()), artifact.version())
        : Resolution.failed("is nowhere");
  }

  @Override
  public Optional<String> declaredVersion(ArtifactName artifact) {
    return artifact.artifactId().equals("declared") ? Optional.of("7") : Optional.empty();
  }

  @Override
  public Optional<ReactorModule> self() {
    return modules().stream().filter(module -> module.name().equals(self)).findFirst();
  }

  @Override
  public List<ReactorModule> modules() {
    return modules.entrySet().stream()
        .map(
            module -> {
              String[] name = module.getKey().split(":", -1);
              return new ReactorModule(
                  name[0], name[1], asking -> List.of(module.getValue()), true);
            })
        .toList();
  }
}
