package io.kro4j.maven;

import io.kro4j.compiler.Progress;
import io.kro4j.maven.settings.GlueParameters;
import io.kro4j.maven.settings.Policy;
import io.kro4j.maven.settings.Reporting;
import io.kro4j.maven.settings.SchemaParameters;
import io.kro4j.maven.settings.Settings;
import io.kro4j.maven.settings.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The parameters with which another project of the build compiles its groups: those of its {@code
 * pom.xml}. The command line is about the project that is built, so only what says how to compile
 * counts of it, and not what says what.
 *
 * @param project the other project
 * @param configuration the configuration of its execution, or null
 * @param commandLine the properties of the command line
 */
record PomParameters(
    MavenProject project, @Nullable Xpp3Dom configuration, Properties commandLine) {
  /**
   * The parameters as settings.
   *
   * @param asking the parameters of the goal that asks
   * @param surroundings what the other project can use
   */
  Settings settings(Settings asking, Surroundings surroundings) {
    Path base = project.getBasedir().toPath().toAbsolutePath().normalize();
    List<String> sources = list("sources");
    return new Settings(
        base,
        asking.root(),
        sources.isEmpty() ? Settings.DEFAULT_SOURCES : sources,
        sources.isEmpty(),
        list("excludes"),
        new SchemaParameters(
            list("crds"),
            list("openapi"),
            list("schemaArtifacts"),
            list("modules"),
            word("kubernetesVersion").orElse(""),
            base.resolve(value("lockFile").orElse("kro.lock")).normalize(),
            surroundings),
        words("featureGates"),
        word("maxForEachDimensions")
            .filter(number -> number.matches("\\d{1,6}"))
            .map(Integer::parseInt)
            .orElse(asking.maxForEachDimensions()),
        asking.threads(),
        Policy.DEFAULT,
        output(base),
        glue(base),
        asking.commands(),
        Reporting.none(),
        Progress.UNHEARD);
  }

  private Path output(Path base) {
    return base.resolve(value("output").orElse("manifests")).normalize();
  }

  private GlueParameters glue(Path base) {
    return new GlueParameters(
        value("skip").filter("true"::equals).isPresent() ? List.of() : words("glue"),
        glue("name", "glueName").orElse(GlueParameters.NONE.name()),
        glue("path", "gluePath").orElseGet(() -> GlueParameters.inRepository(base, output(base))),
        glue("instances", "glueInstances").orElse(""),
        glue("repository", "glueRepository").orElse(""));
  }

  private Optional<String> glue(String property, String element) {
    return element(element).isPresent() ? value(element) : word("glue." + property);
  }

  /** How to compile, in several words: as {@link #word}. */
  private List<String> words(String name) {
    Optional<String> given = ofCommandLine(name);
    return element(name).isEmpty() && given.isPresent() ? split(given.get()) : list(name);
  }

  /** How to compile: the command line decides where the {@code pom.xml} has no element. */
  private Optional<String> word(String name) {
    return element(name).isEmpty() ? ofCommandLine(name).or(() -> value(name)) : value(name);
  }

  private Optional<String> ofCommandLine(String name) {
    return Optional.ofNullable(commandLine.getProperty("kro." + name));
  }

  private Optional<Xpp3Dom> element(String name) {
    return Optional.ofNullable(configuration).map(all -> all.getChild(name));
  }

  private Optional<String> value(String name) {
    return element(name)
        .flatMap(element -> Optional.ofNullable(element.getValue()))
        .or(() -> Optional.ofNullable(project.getProperties().getProperty("kro." + name)))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private List<String> list(String name) {
    Optional<Xpp3Dom> element = element(name);
    if (element.isPresent() && element.get().getChildCount() > 0) {
      List<String> values = new ArrayList<>();
      for (Xpp3Dom child : element.get().getChildren()) {
        Optional.ofNullable(child.getValue()).map(String::strip).ifPresent(values::add);
      }
      return values;
    }
    return value(name).map(PomParameters::split).orElse(List.of());
  }

  private static List<String> split(String text) {
    return Stream.of(text.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
