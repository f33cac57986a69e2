package io.kro4j.maven;

import java.io.IOException;
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
    return read(settings, FileSource.DISK);
  }

  /**
   * Finds and reads the files.
   *
   * @param source where to look
   * @throws IOException if a file cannot be read
   */
  static Inputs read(Settings settings, FileSource source) throws IOException {
    FileFinder yaml = FileFinder.of(settings, FileFinder.YAML, source);
    FileFinder yamlOrJson = FileFinder.of(settings, FileFinder.YAML_OR_JSON, source);
    List<String> mistakes = new ArrayList<>();
    FileFinder.Found sources = yaml.find(paths("sources", settings.sources(), mistakes));
    if (!settings.sourcesByDefault()) {
      mistakes.addAll(mistakes("sources", missing(sources, settings.base(), source)));
    }
    FileFinder.Found crds = yamlOrJson.find(paths("crds", settings.crds(), mistakes));
    mistakes.addAll(mistakes("crds", named(crds)));
    FileFinder.Found openapi = yamlOrJson.find(paths("openapi", settings.openapi(), mistakes));
    mistakes.addAll(mistakes("openapi", named(openapi)));
    return new Inputs(sources.files(), crds.files(), openapi.files(), mistakes);
  }

  /**
   * Finds and reads the files of an earlier state. What it did not have is no mistake: without
   * sources there was no group; other files may never be committed, and are those of the disk.
   *
   * @param source the earlier state
   * @throws IOException if a file cannot be read
   */
  static Inputs readEarlier(Settings settings, FileSource source) throws IOException {
    List<String> known = settings.sources().stream().filter(FileFinder::isPath).toList();
    return new Inputs(
        FileFinder.of(settings, FileFinder.YAML, source).find(known).files(),
        earlierOrDisk(settings, settings.crds(), source),
        earlierOrDisk(settings, settings.openapi(), source),
        List.of());
  }

  private static List<InputFile> earlierOrDisk(
      Settings settings, List<String> entries, FileSource source) throws IOException {
    List<String> paths = entries.stream().filter(FileFinder::isPath).toList();
    FileFinder.Found earlier = FileFinder.of(settings, FileFinder.YAML_OR_JSON, source).find(paths);
    FileFinder.Found disk =
        FileFinder.of(settings, FileFinder.YAML_OR_JSON, FileSource.DISK).find(earlier.unmatched());
    List<InputFile> files = new ArrayList<>(earlier.files());
    files.addAll(disk.files());
    return files;
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
  private static List<String> missing(FileFinder.Found found, Path base, FileSource source) {
    return found.unmatched().stream()
        .filter(
            entry ->
                FileFinder.isPattern(entry) || !source.isFolder(base.resolve(entry).normalize()))
        .toList();
  }

  /** A pattern says where further kinds would be; there may be none. */
  private static List<String> named(FileFinder.Found found) {
    return found.unmatched().stream().filter(entry -> !FileFinder.isPattern(entry)).toList();
  }

  private static List<String> mistakes(String parameter, List<String> unmatched) {
    return unmatched.stream().map(entry -> Words.noMatch(parameter, entry)).toList();
  }
}
