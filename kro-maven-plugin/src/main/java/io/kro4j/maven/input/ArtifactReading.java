package io.kro4j.maven.input;

import io.kro4j.maven.archive.CrdFile;
import io.kro4j.maven.archive.CrdFiles;
import io.kro4j.maven.message.Words;
import io.kro4j.maven.settings.ArtifactName;
import io.kro4j.maven.settings.Settings;
import io.kro4j.maven.settings.Surroundings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the artifacts that a parameter names, and the CRDs in them. */
public final class ArtifactReading {
  private static final String PARAMETER = "parameter `schemaArtifacts`: ";

  private final Settings settings;
  private final FileFinder finder;
  private final List<String> mistakes;

  /**
   * Looks for artifacts.
   *
   * @param settings the parameters
   * @param finder which files are no input
   * @param mistakes where to add what is wrong with the parameter
   */
  public ArtifactReading(Settings settings, FileFinder finder, List<String> mistakes) {
    this.settings = settings;
    this.finder = finder;
    this.mistakes = mistakes;
  }

  /**
   * The artifacts that can be read, by their coordinates.
   *
   * @throws IOException if a file cannot be read
   */
  public List<ArtifactInput> read() throws IOException {
    Map<String, ArtifactName> names = new TreeMap<>();
    for (String text : settings.schemas().artifacts()) {
      Optional<ArtifactName> name = name(text);
      if (name.isPresent()) {
        ArtifactName other = names.putIfAbsent(name.get().key(), name.get());
        if (other != null && !other.equals(name.get())) {
          mistake(other.key(), "is named in two versions, " + versions(other, name.get()));
        }
      }
    }
    List<ArtifactInput> artifacts = new ArrayList<>();
    for (ArtifactName name : names.values()) {
      read(name).ifPresent(artifacts::add);
    }
    return artifacts;
  }

  private static String versions(ArtifactName one, ArtifactName other) {
    return one.version() + " and " + other.version();
  }

  private Optional<ArtifactName> name(String text) {
    Optional<ArtifactName> parsed = ArtifactName.parse(text);
    if (parsed.isEmpty()) {
      mistake(text, "is not `groupId:artifactId[:extension[:classifier]]:version`");
      return parsed;
    }
    ArtifactName name = parsed.get();
    if (name.version().isEmpty()) {
      Optional<String> version = settings.schemas().surroundings().declaredVersion(name);
      if (version.isEmpty()) {
        mistake(text, "has no version, and neither a dependency nor dependencyManagement says one");
      }
      return version.map(name::withVersion);
    }
    if (name.isRange()) {
      mistake(text, "names a range of versions; name one of them");
      return Optional.empty();
    }
    return parsed;
  }

  private Optional<ArtifactInput> read(ArtifactName name) throws IOException {
    Surroundings.Resolution resolution = settings.schemas().surroundings().resolve(name);
    if (resolution.file().isEmpty()) {
      mistake(name.text(), resolution.problem());
      return Optional.empty();
    }
    CrdFiles found = CrdFiles.in(resolution.file().get());
    if (found.problem().isPresent()) {
      mistake(name.text(), found.problem().get());
      return Optional.empty();
    }
    if (found.files().isEmpty()) {
      mistake(
          name.text(),
          "has no CRD: "
              + Words.count(found.searched(), "YAML or JSON file")
              + " in it, none with `kind: CustomResourceDefinition`");
      return Optional.empty();
    }
    return Optional.of(input(name.withVersion(resolution.version()), found.files()));
  }

  private ArtifactInput input(ArtifactName name, List<CrdFile> files) {
    List<InputFile> crds = new ArrayList<>();
    for (CrdFile file : files) {
      String shown = name.nameOf(file.name());
      if (!finder.isExcluded(shown)) {
        crds.add(new InputFile(shown, file.content()));
      }
    }
    return new ArtifactInput(name, crds);
  }

  private void mistake(String artifact, String problem) {
    mistakes.add(PARAMETER + "`" + Words.oneLine(artifact) + "` " + problem);
  }
}
