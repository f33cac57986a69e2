package io.kro4j.maven.compilation;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.gitops.GlueNames;
import io.kro4j.compiler.gitops.GlueSettings;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.SourceFiles;
import io.kro4j.maven.input.FileFinder;
import io.kro4j.maven.input.FileSource;
import io.kro4j.maven.settings.GlueParameters;
import io.kro4j.maven.settings.ReactorModule;
import io.kro4j.maven.settings.Settings;
import io.kro4j.maven.settings.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Looks for modules of the build that call their objects for Argo CD or Flux as this one does. It
 * reads no more of them than their parameters, and whether they have anything to compile.
 */
final class SharedGlue {
  private static final String POM = "pom.xml";

  private SharedGlue() {}

  /**
   * The findings about this module, in the file that configures it; none if it has no sources.
   *
   * @param inputs its files
   */
  static List<Diagnostic> findings(Settings settings, Inputs inputs) {
    Surroundings surroundings = settings.schemas().surroundings();
    Optional<ReactorModule> self = surroundings.self();
    Optional<GlueSettings> own = glue(settings);
    if (self.isEmpty() || own.isEmpty() || inputs.sources().isEmpty()) {
      return List.of();
    }
    SortedMap<String, GlueSettings> others = new TreeMap<>();
    for (ReactorModule module : surroundings.modules()) {
      if (module.emits() && !module.name().equals(self.get().name())) {
        for (Settings other : module.settings().apply(settings)) {
          glue(other)
              .filter(glue -> glue.name().equals(own.get().name()) && hasSources(other))
              .ifPresent(glue -> others.put(module.name(), glue));
        }
      }
    }
    return others.isEmpty() ? List.of() : GlueNames.shared(pom(settings.base()), own.get(), others);
  }

  private static Optional<GlueSettings> glue(Settings settings) {
    GlueParameters glue = settings.glue();
    return glue.tools().isEmpty() || !glue.mistakes().isEmpty()
        ? Optional.empty()
        : Optional.of(glue.settings());
  }

  private static boolean hasSources(Settings settings) {
    try {
      List<String> paths = settings.sources().stream().filter(FileFinder::isPath).toList();
      return !FileFinder.of(settings, FileFinder.YAML, FileSource.DISK)
          .find(paths)
          .files()
          .isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile pom(Path base) {
    Path file = base.resolve(POM);
    SourceFile empty = SourceFile.of(POM, "");
    try {
      return Files.isRegularFile(file)
          ? SourceFiles.decode(POM, Files.readAllBytes(file)).value().orElse(empty)
          : empty;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
