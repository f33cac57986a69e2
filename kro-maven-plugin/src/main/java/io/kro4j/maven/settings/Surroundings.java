package io.kro4j.maven.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the build has besides the project's own files. */
public interface Surroundings {
  /** No artifacts and no modules. */
  Surroundings NONE =
      new Surroundings() {
        @Override
        public Resolution resolve(ArtifactName artifact) {
          return Resolution.failed("is not found: there are no repositories");
        }

        @Override
        public Optional<String> declaredVersion(ArtifactName artifact) {
          return Optional.empty();
        }

        @Override
        public Optional<ReactorModule> self() {
          return Optional.empty();
        }

        @Override
        public List<ReactorModule> modules() {
          return List.of();
        }
      };

  /**
   * Where an artifact is, or why it is nowhere.
   *
   * @param file the archive, or the folder that the archive will be made of; empty if there is a
   *     problem
   * @param version the version that was found
   * @param problem the end of a sentence about the artifact; empty if there is none
   */
  record Resolution(Optional<Path> file, String version, String problem) {
    /** An artifact that was found. */
    public static Resolution found(Path file, String version) {
      return new Resolution(Optional.of(file), version, "");
    }

    /** An artifact that was not found. */
    public static Resolution failed(String problem) {
      return new Resolution(Optional.empty(), "", problem);
    }
  }

  /** Finds an artifact with a version; fetches it if it has to. */
  Resolution resolve(ArtifactName artifact);

  /** The version that the project's dependencies, or else its dependency management, name. */
  Optional<String> declaredVersion(ArtifactName artifact);

  /** This project; empty if there is no {@code pom.xml}. */
  Optional<ReactorModule> self();

  /** All projects of the build, also those that are not built this time. */
  List<ReactorModule> modules();
}
