package io.kro4j.maven.compilation;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.maven.input.ArtifactInput;
import io.kro4j.maven.input.ArtifactReading;
import io.kro4j.maven.input.FileFinder;
import io.kro4j.maven.input.FileSource;
import io.kro4j.maven.input.InputFile;
import io.kro4j.maven.input.LockInput;
import io.kro4j.maven.message.ShownPaths;
import io.kro4j.maven.message.Words;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files that a run reads.
 *
 * @param sources the ResourceGroups
 * @param crds CRDs of kinds that the groups use
 * @param openapi OpenAPI documents of kinds that the groups use
 * @param artifacts artifacts with CRDs of kinds that the groups use
 * @param modules other modules of the build whose groups define such kinds
 * @param lock what all these were when the lock was written, if there is one
 * @param mistakes what is wrong with the parameters that name them, one sentence each
 */
public record Inputs(
    List<InputFile> sources,
    List<InputFile> crds,
    List<InputFile> openapi,
    List<ArtifactInput> artifacts,
    List<ModuleInput> modules,
    Optional<LockInput> lock,
    List<String> mistakes) {
  /** Copies the lists. */
  public Inputs {
    sources = List.copyOf(sources);
    crds = List.copyOf(crds);
    openapi = List.copyOf(openapi);
    artifacts = List.copyOf(artifacts);
    modules = List.copyOf(modules);
    mistakes = List.copyOf(mistakes);
  }

  /**
   * Finds and reads the files.
   *
   * @throws IOException if a file cannot be read
   */
  public static Inputs read(Settings settings) throws IOException {
    return read(settings, FileSource.DISK);
  }

  /**
   * Finds and reads the files.
   *
   * @param source where to look
   * @throws IOException if a file cannot be read
   */
  public static Inputs read(Settings settings, FileSource source) throws IOException {
    return read(settings, source, new ModuleReading((own, modules) -> read(own, source, modules)));
  }

  private static Inputs read(Settings settings, FileSource source, ModuleReading modules)
      throws IOException {
    FileFinder yaml = FileFinder.of(settings, FileFinder.YAML, source);
    FileFinder yamlOrJson = FileFinder.of(settings, FileFinder.YAML_OR_JSON, source);
    List<String> mistakes = new ArrayList<>();
    FileFinder.Found sources = yaml.find(paths("sources", settings.sources(), mistakes));
    List<String> inOutput = inOutput(settings);
    inOutput.forEach(entry -> mistakes.add(inOutput(settings, entry)));
    if (inOutput.isEmpty() && !settings.sourcesByDefault()) {
      mistakes.addAll(mistakes("sources", missing(sources, settings.base(), source)));
    }
    FileFinder.Found crds = yamlOrJson.find(paths("crds", settings.schemas().crds(), mistakes));
    mistakes.addAll(mistakes("crds", named(crds)));
    FileFinder.Found openapi =
        yamlOrJson.find(paths("openapi", settings.schemas().openapi(), mistakes));
    mistakes.addAll(mistakes("openapi", named(openapi)));
    List<ArtifactInput> artifacts = new ArtifactReading(settings, yamlOrJson, mistakes).read();
    return new Inputs(
        sources.files(),
        crds.files(),
        openapi.files(),
        artifacts,
        modules.read(settings, mistakes),
        lock(settings, source, mistakes),
        mistakes);
  }

  /**
   * Finds and reads the files of an earlier state. What it did not have is no mistake: without
   * sources there was no group; other files may never be committed, and are those of the disk.
   * Artifacts are those of the parameters as they are now.
   *
   * @param source the earlier state
   * @throws IOException if a file cannot be read
   */
  public static Inputs readEarlier(Settings settings, FileSource source) throws IOException {
    return readEarlier(
        settings, source, new ModuleReading((own, modules) -> readEarlier(own, source, modules)));
  }

  private static Inputs readEarlier(Settings settings, FileSource source, ModuleReading modules)
      throws IOException {
    List<String> unheard = new ArrayList<>();
    FileFinder yamlOrJson = FileFinder.of(settings, FileFinder.YAML_OR_JSON, source);
    Optional<LockInput> lock = lock(settings, source, unheard);
    List<String> known = settings.sources().stream().filter(FileFinder::isPath).toList();
    return new Inputs(
        FileFinder.of(settings, FileFinder.YAML, source).find(known).files(),
        earlierOrDisk(settings, settings.schemas().crds(), source),
        earlierOrDisk(settings, settings.schemas().openapi(), source),
        new ArtifactReading(settings, yamlOrJson, unheard).read(),
        modules.read(settings, unheard),
        lock.isPresent() ? lock : lock(settings, FileSource.DISK, unheard),
        List.of());
  }

  /** The sources that are never read, because the output folder is around them. */
  private static List<String> inOutput(Settings settings) {
    return settings.sources().stream()
        .filter(FileFinder::isPath)
        .filter(
            entry ->
                settings
                    .base()
                    .resolve(FileFinder.fixedPart(entry))
                    .normalize()
                    .startsWith(settings.output()))
        .toList();
  }

  private static String inOutput(Settings settings, String entry) {
    return "parameter `output`: the sources `"
        + Words.oneLine(entry)
        + "` are in `"
        + Words.oneLine(ShownPaths.shown(settings.root(), settings.output()))
        + "`, and files there are never input; name another folder";
  }

  /** The same with other groups. */
  public Inputs withSources(List<InputFile> sources) {
    return new Inputs(sources, crds, openapi, artifacts, modules, lock, mistakes);
  }

  /** The files with CRDs in artifacts, in the order in which they decide. */
  List<InputFile> crdsOfArtifacts() {
    return artifacts.stream().flatMap(artifact -> artifact.crds().stream()).toList();
  }

  /**
   * What to say of modules that do not compile, a sentence each.
   *
   * @param call the text before the name of a goal where the user calls one
   */
  List<String> brokenModules(String call) {
    List<String> broken = new ArrayList<>();
    for (ModuleInput module : modules) {
      // Of wrong parameters only the module itself says what is wrong.
      module
          .problem()
          .map(
              problem ->
                  "parameter `modules`: `"
                      + module.name()
                      + "` does not compile ("
                      + problem
                      + ")"
                      + (errors(List.of(module)).isEmpty()
                          ? "; see `" + call + "validate -pl " + module.name() + "`"
                          : ""))
          .ifPresent(broken::add);
    }
    return broken;
  }

  /** The errors in the files of modules, by place, in files of the names to show. */
  List<Diagnostic> errorsOfModules() {
    return errors(modules);
  }

  private static List<Diagnostic> errors(List<ModuleInput> modules) {
    Set<ModuleInput> broken = new LinkedHashSet<>();
    modules.forEach(module -> module.addBroken(broken));
    return broken.stream()
        .flatMap(module -> module.errors().stream())
        .sorted(Diagnostic.BY_PLACE)
        .toList();
  }

  private static Optional<LockInput> lock(
      Settings settings, FileSource source, List<String> mistakes) throws IOException {
    Path file = settings.schemas().lockFile();
    String shown = ShownPaths.shown(settings.base(), file);
    if (source.isFolder(file)) {
      mistakes.add("parameter `lockFile`: `" + shown + "` is a folder; name a file");
    }
    if (!source.isFile(file)) {
      return Optional.empty();
    }
    InputFile lock = new InputFile(shown, source.read(file));
    return Optional.of(LockInput.of(lock, LockCheck.command(settings)));
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
