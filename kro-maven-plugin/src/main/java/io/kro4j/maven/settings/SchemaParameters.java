package io.kro4j.maven.settings;

import java.nio.file.Path;
import java.util.List;

/**
 * The parameters that say where the types of resources come from.
 *
 * @param crds files, folders and patterns of CRDs whose kinds the groups may use
 * @param openapi files, folders and patterns of OpenAPI documents, likewise
 * @param artifacts coordinates of Maven artifacts with CRDs, see {@link ArtifactName}
 * @param modules names of modules of the same build whose groups define kinds
 * @param kubernetesVersion the version whose built-in kinds the groups may use; empty for that of
 *     the lock, or else the newest known
 * @param lockFile the file that says what all these were
 * @param surroundings who finds artifacts and modules
 */
public record SchemaParameters(
    List<String> crds,
    List<String> openapi,
    List<String> artifacts,
    List<String> modules,
    String kubernetesVersion,
    Path lockFile,
    Surroundings surroundings) {
  /** Copies the lists. */
  public SchemaParameters {
    crds = List.copyOf(crds);
    openapi = List.copyOf(openapi);
    artifacts = List.copyOf(artifacts);
    modules = List.copyOf(modules);
  }

  /** Built-in kinds only. */
  public static SchemaParameters of(Path base) {
    return new SchemaParameters(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "",
        base.resolve("kro.lock"),
        Surroundings.NONE);
  }
}
