package io.kro4j.maven.input;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.lock.LockFile;
import io.kro4j.compiler.lock.LockReader;
import io.kro4j.compiler.lock.LockedKubernetes;
import java.util.Optional;

/**
 * The lock of a project.
 *
 * @param file the file
 * @param content what it says, or what is wrong with it
 */
public record LockInput(InputFile file, Checked<LockFile> content) {
  /**
   * Reads a lock.
   *
   * @param command what to type to write it anew
   */
  public static LockInput of(InputFile file, String command) {
    Diagnostics diagnostics = new Diagnostics();
    Checked<LockFile> content =
        file.text(diagnostics)
            .map(source -> LockReader.read(source, command))
            .orElseGet(() -> Checked.failed(diagnostics.list()));
    return new LockInput(file, content);
  }

  /** The Kubernetes version that it says; empty if it cannot be read. */
  public Optional<String> kubernetesVersion() {
    return content.value().map(lock -> lock.lock().kubernetes()).map(LockedKubernetes::version);
  }
}
