package io.kro4j.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that a run reads.
 *
 * @param sources the ResourceGroups
 * @param crds CRDs of kinds that the groups use
 * @param openapi OpenAPI documents of kinds that the groups use
 * @param mistakes what is wrong with the parameters that name them, one sentence each
 */
record Inputs(
    List<InputFile> sources, List<InputFile> crds, List<InputFile> openapi, List<String> mistakes) {
  private static final List<String> YAML = List.of(".yaml", ".yml");
  private static final List<String> YAML_OR_JSON = List.of(".yaml", ".yml", ".json");

  /** Copies the lists. */
  Inputs {
    sources = List.copyOf(sources);
    crds = List.copyOf(crds);
    openapi = List.copyOf(openapi);
    mistakes = List.copyOf(mistakes);
  }

  /**
   * Finds and reads the files.
   *
   * @throws IOException if a file cannot be read
   */
  static Inputs read(Settings settings) throws IOException {
    FileFinder yaml = finder(settings, YAML);
    FileFinder yamlOrJson = finder(settings, YAML_OR_JSON);
    List<String> mistakes = new ArrayList<>();
    FileFinder.Found sources = yaml.find(paths("sources", settings.sources(), mistakes));
    if (!settings.sourcesByDefault()) {
      mistakes.addAll(mistakes("sources", missing(sources, settings.base())));
    }
    FileFinder.Found crds = yamlOrJson.find(paths("crds", settings.crds(), mistakes));
    mistakes.addAll(mistakes("crds", named(crds)));
    FileFinder.Found openapi = yamlOrJson.find(paths("openapi", settings.openapi(), mistakes));
    mistakes.addAll(mistakes("openapi", named(openapi)));
    return new Inputs(sources.files(), crds.files(), openapi.files(), mistakes);
  }

  private static FileFinder finder(Settings settings, List<String> extensions) {
    return new FileFinder(settings.base(), extensions, settings.excludes(), settings.output());
  }

  /** The entries that can be looked up on this machine. */
  private static List<String> paths(String parameter, List<String> entries, List<String> mistakes) {
    List<String> paths = new ArrayList<>();
    for (String entry : entries) {
      if (FileFinder.isPath(entry)) {
        paths.add(entry);
      } else {
        mistakes.add(Words.noPath(parameter, entry));
      }
    }
    return paths;
  }

  /** A folder may be empty, as the default one may: no group is found then, and that is said. */
  private static List<String> missing(FileFinder.Found found, Path base) {
    return found.unmatched().stream()
        .filter(entry -> FileFinder.isPattern(entry) || !Files.isDirectory(base.resolve(entry)))
        .toList();
  }

  /** A pattern says where further kinds would be; there may be none. */
  private static List<String> named(FileFinder.Found found) {
    return found.unmatched().stream().filter(entry -> !FileFinder.isPattern(entry)).toList();
  }

  private static List<String> mistakes(String parameter, List<String> unmatched) {
    return unmatched.stream()
        .map(entry -> "parameter `" + parameter + "`: no file matches `" + entry + "`")
        .toList();
  }
}
