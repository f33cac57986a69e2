package io.kro4j.maven.compilation;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.lock.LockComparison;
import io.kro4j.compiler.lock.LockFile;
import io.kro4j.compiler.lock.SchemaLock;
import io.kro4j.maven.input.LockInput;
import io.kro4j.maven.settings.Settings;
import java.util.List;
import java.util.Optional;

/**
 * Whether a run reads what its lock says.
 *
 * @param findings in what it differs; none without a lock
 * @param goesOn whether there is a Kubernetes version to compile for: nobody chose another one than
 *     the lock, and that is unknown
 */
public record LockCheck(List<Diagnostic> findings, boolean goesOn) {
  /** Copies the list. */
  public LockCheck {
    findings = List.copyOf(findings);
  }

  /**
   * Compares.
   *
   * @param options the parameters, without mistakes
   */
  public static LockCheck of(Settings settings, Inputs inputs, Options options) {
    if (inputs.lock().isEmpty()) {
      return new LockCheck(List.of(), true);
    }
    LockInput lock = inputs.lock().get();
    boolean chosen = !settings.schemas().kubernetesVersion().isEmpty();
    Optional<LockFile> file = lock.content().value();
    if (file.isEmpty()) {
      return new LockCheck(lock.content().diagnostics(), chosen);
    }
    SchemaLock now = CurrentLock.of(inputs, options.builtIn());
    LockComparison comparison = new LockComparison(file.get(), now, command(settings));
    return new LockCheck(comparison.findings(), chosen || comparison.knowsKubernetes());
  }

  /** What to type to write the lock anew. */
  static String command(Settings settings) {
    return settings.commands().again("lock");
  }
}
