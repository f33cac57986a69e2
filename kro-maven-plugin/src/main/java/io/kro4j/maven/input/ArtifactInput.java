package io.kro4j.maven.input;

import io.kro4j.maven.settings.ArtifactName;
import java.util.List;

/**
 * An artifact whose CRDs are read.
 *
 * @param name its coordinates, with the version that was found
 * @param crds the files in it that may hold CRDs
 */
public record ArtifactInput(ArtifactName name, List<InputFile> crds) {
  /** Copies the list. */
  public ArtifactInput {
    crds = List.copyOf(crds);
  }
}
