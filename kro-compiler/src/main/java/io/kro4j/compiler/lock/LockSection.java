package io.kro4j.compiler.lock;

/** A kind of source that schemas come from. */
public enum LockSection {
  /** Files with CRDs, by their path from the project's folder. */
  CRDS("crds", "CRD file"),
  /** OpenAPI documents, likewise. */
  OPENAPI("openapi", "OpenAPI file"),
  /** Artifacts with CRDs, by their coordinates without the version. */
  ARTIFACTS("artifacts", "artifact"),
  /** Modules of the same build, by {@code groupId:artifactId}. */
  MODULES("modules", "module");

  private final String key;
  private final String noun;

  LockSection(String key, String noun) {
    this.key = key;
    this.noun = noun;
  }

  /** The key of the section in the file. */
  public String key() {
    return key;
  }

  /** What messages call one of them, such as {@code CRD file}. */
  public String noun() {
    return noun;
  }
}
