package io.kro4j.compiler.artifact;

/**
 * Ends the reading of an artifact at the first thing that is wrong; never leaves the package, as
 * {@link CompiledGraphReader} turns it into {@link ReadGraph.Rejected} and {@link OutputManifest}
 * into nothing. The compiler wrote what it reads here, so there is nothing to collect.
 */
final class InvalidArtifactException extends Exception {
  private final ReadGraph.Rejected rejection;

  InvalidArtifactException(ReadGraph.Reason reason, String path, String message) {
    super(path + ": " + message);
    rejection = new ReadGraph.Rejected(reason, path, message);
  }

  /** The field is not as the format wants it. */
  static InvalidArtifactException invalid(String path, String message) {
    return new InvalidArtifactException(ReadGraph.Reason.INVALID, path, message);
  }

  /** What to tell the caller. */
  ReadGraph.Rejected rejection() {
    return rejection;
  }
}
