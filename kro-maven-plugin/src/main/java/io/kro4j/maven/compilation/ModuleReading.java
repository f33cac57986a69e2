package io.kro4j.maven.compilation;

import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.maven.message.Words;
import io.kro4j.maven.settings.ReactorModule;
import io.kro4j.maven.settings.Settings;
import io.kro4j.maven.settings.Surroundings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the modules that a parameter names, and those that they name. It reads their sources and
 * nothing that they have built: a build with several threads may not have come to them yet.
 */
final class ModuleReading {
  private static final String PARAMETER = "parameter `modules`: ";

  private final Reader reader;

  /** What has been read; a module may be used by several others. */
  private final Map<String, List<ModuleInput>> known = new HashMap<>();

  /** Reads the files of a module. */
  interface Reader {
    /**
     * Reads them.
     *
     * @param settings the parameters of the module
     * @param modules what finds the modules that it uses itself
     * @throws IOException if a file cannot be read
     */
    Inputs read(Settings settings, ModuleReading modules) throws IOException;
  }

  /**
   * Looks for modules.
   *
   * @param reader who reads their files
   */
  ModuleReading(Reader reader) {
    this.reader = reader;
  }

  /**
   * The modules that a run uses, in the order of their names.
   *
   * @param mistakes where to add what is wrong with the parameter
   * @throws IOException if a file cannot be read
   */
  List<ModuleInput> read(Settings settings, List<String> mistakes) throws IOException {
    List<ModuleInput> inputs = new ArrayList<>();
    Optional<String> cycle = cycle(settings);
    if (cycle.isPresent()) {
      mistakes.add(PARAMETER + "modules use each other: " + cycle.get());
      return inputs;
    }
    for (String name : settings.schemas().modules().stream().distinct().sorted().toList()) {
      List<ReactorModule> found = find(settings, name);
      if (found.size() == 1) {
        inputs.addAll(read(found.get(0), settings, mistakes));
      } else {
        mistakes.add(
            PARAMETER + (found.isEmpty() ? unknown(settings, name) : several(name, found)));
      }
    }
    return inputs;
  }

  private List<ModuleInput> read(ReactorModule module, Settings settings, List<String> mistakes)
      throws IOException {
    if (settings
        .schemas()
        .surroundings()
        .self()
        .map(ReactorModule::name)
        .equals(Optional.of(module.name()))) {
      mistakes.add(
          PARAMETER + "`" + module.name() + "` is this module; its groups know each other");
      return List.of();
    }
    List<ModuleInput> read = known.get(module.name());
    if (read == null) {
      read = new ArrayList<>();
      for (Settings own : module.settings().apply(settings)) {
        read.add(new ModuleInput(module.name(), own, reader.read(own, this)));
      }
      known.put(module.name(), read);
    }
    if (read.stream().allMatch(ModuleInput::isEmpty)) {
      mistakes.add(PARAMETER + "there is no ResourceGroup in `" + module.name() + "`");
    }
    return read;
  }

  private static List<ReactorModule> find(Settings settings, String name) {
    return settings.schemas().surroundings().modules().stream()
        .filter(module -> module.isCalled(name.strip()))
        .toList();
  }

  private static String unknown(Settings settings, String name) {
    Surroundings surroundings = settings.schemas().surroundings();
    String there = "there is no module `" + Words.oneLine(name) + "` ";
    if (surroundings.self().isEmpty()) {
      return there + "where there is no `pom.xml`";
    }
    List<String> others =
        surroundings.modules().stream()
            .filter(module -> !surroundings.self().get().name().equals(module.name()))
            .map(ReactorModule::artifactId)
            .sorted()
            .toList();
    if (others.isEmpty()) {
      return there
          + "in this build, which has no other; call Maven where all modules are, with `-pl "
          + surroundings.self().get().name()
          + "`";
    }
    return there
        + "in this build; "
        + Suggestions.didYouMean(name, others)
            .orElseGet(() -> "its modules are " + String.join(", ", others));
  }

  private static String several(String name, List<ReactorModule> found) {
    return found.stream()
            .map(module -> "`" + module.name() + "`")
            .collect(Collectors.joining(" or ", "`" + name + "` may be ", ""))
        + "; name one";
  }

  /** The names of modules that lead back to where they start; empty if there are none. */
  private static Optional<String> cycle(Settings settings) {
    List<String> trail = new ArrayList<>();
    settings.schemas().surroundings().self().ifPresent(self -> trail.add(self.name()));
    return cycle(settings, trail, new HashSet<>());
  }

  /**
   * Looks further.
   *
   * @param trail the modules that lead here
   * @param harmless modules from which no way leads back
   */
  private static Optional<String> cycle(
      Settings settings, List<String> trail, Set<String> harmless) {
    for (String name : settings.schemas().modules()) {
      List<ReactorModule> found = find(settings, name);
      if (found.size() != 1
          || isLast(trail, found.get(0).name())
          || harmless.contains(found.get(0).name())) {
        continue;
      }
      String next = found.get(0).name();
      boolean closed = trail.contains(next);
      trail.add(next);
      if (closed) {
        return Optional.of(
            trail.subList(trail.indexOf(next), trail.size()).stream()
                .map(module -> "`" + module + "`")
                .collect(Collectors.joining(" → ")));
      }
      for (Settings own : found.get(0).settings().apply(settings)) {
        Optional<String> cycle = cycle(own, trail, harmless);
        if (cycle.isPresent()) {
          return cycle;
        }
      }
      harmless.add(trail.remove(trail.size() - 1));
    }
    return Optional.empty();
  }

  /** A module that names itself is told so in better words. */
  private static boolean isLast(List<String> trail, String name) {
    return !trail.isEmpty() && trail.get(trail.size() - 1).equals(name);
  }
}
