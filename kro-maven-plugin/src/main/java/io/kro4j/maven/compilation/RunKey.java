package io.kro4j.maven.compilation;

import io.kro4j.maven.input.LockInput;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;

/** A digest of all that decides what comes out of a run. */
public final class RunKey {
  private RunKey() {}

  /**
   * The key of a run: the compiler, the bytes of all files it reads, and the parameters.
   *
   * @throws IOException if the plugin's own files cannot be looked at
   */
  public static String of(Settings settings, Inputs inputs) throws IOException {
    Fingerprint key = new Fingerprint();
    key.add(Integer.toString(inputs.artifacts().size()));
    inputs.artifacts().forEach(each -> key.add(each.name().text()).addFiles(each.crds()));
    key.add(Integer.toString(inputs.modules().size()));
    for (ModuleInput module : inputs.modules()) {
      key.add(module.name()).add(module.key());
    }
    return key.addFiles(inputs.lock().map(LockInput::file).stream().toList())
        .addAll(Engine.identity())
        .addFiles(inputs.sources())
        .addFiles(inputs.crds())
        .addFiles(inputs.openapi())
        .add(settings.schemas().kubernetesVersion())
        .addAll(settings.featureGates())
        .add(Integer.toString(settings.maxForEachDimensions()))
        .addAll(settings.glue().key())
        .hex();
  }
}
