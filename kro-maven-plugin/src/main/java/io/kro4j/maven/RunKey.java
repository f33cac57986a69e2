package io.kro4j.maven;

import java.io.IOException;

/** A digest of all that decides what comes out of a run. */
final class RunKey {
  private RunKey() {}

  /**
   * The key of a run: the compiler, the bytes of all files it reads, and the parameters.
   *
   * @throws IOException if the plugin's own files cannot be looked at
   */
  static String of(Settings settings, Inputs inputs) throws IOException {
    return new Fingerprint()
        .addAll(Engine.identity())
        .addFiles(inputs.sources())
        .addFiles(inputs.crds())
        .addFiles(inputs.openapi())
        .add(settings.kubernetesVersion())
        .addAll(settings.featureGates())
        .add(Integer.toString(settings.maxForEachDimensions()))
        .addAll(settings.glue().key())
        .hex();
  }
}
