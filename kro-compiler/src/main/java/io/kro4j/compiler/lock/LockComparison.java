package io.kro4j.compiler.lock;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.schema.KubernetesCatalog;
import java.util.List;

/**
 * Says in what a build differs from its lock.
 *
 * @param file the lock
 * @param now what the build reads
 * @param command what to type to write the lock anew
 */
public record LockComparison(LockFile file, SchemaLock now, String command) {
  /** An error for each difference; none if there is none. */
  public List<Diagnostic> findings() {
    Diagnostics diagnostics = new Diagnostics();
    if (!knowsKubernetes()) {
      unknownKubernetes(diagnostics);
    } else if (!file.lock().kubernetes().equals(now.kubernetes())) {
      diagnostics.add(DiagnosticId.LOCK_KUBERNETES, file.kubernetes(), otherKubernetes(), meant());
    }
    LockChange.between(file.lock(), now).forEach(change -> add(change, diagnostics));
    return diagnostics.list();
  }

  /** Whether the compiler has the types of the Kubernetes version in the lock. */
  public boolean knowsKubernetes() {
    return KubernetesCatalog.version(file.lock().kubernetes().version()).isPresent();
  }

  private void unknownKubernetes(Diagnostics diagnostics) {
    diagnostics.add(
        DiagnosticId.LOCK_KUBERNETES,
        file.kubernetes(),
        "the lock says Kubernetes "
            + file.lock().kubernetes().version()
            + ", which is not one of "
            + String.join(", ", KubernetesCatalog.versions()),
        "choose one: `" + command + " -Dkro.kubernetesVersion=" + now.kubernetes().version() + "`");
  }

  private String otherKubernetes() {
    LockedKubernetes locked = file.lock().kubernetes();
    LockedKubernetes current = now.kubernetes();
    if (!locked.version().equals(current.version())) {
      return "the build uses Kubernetes "
          + current.version()
          + ", and the lock says "
          + locked.version();
    }
    return locked.release().equals(current.release())
        ? "the bundled types of Kubernetes " + locked.version() + " are not those of the lock"
        : "the bundled types of Kubernetes "
            + locked.version()
            + " are of "
            + current.release()
            + ", and those of the lock of "
            + locked.release();
  }

  private void add(LockChange change, Diagnostics diagnostics) {
    String what = "the " + change.section().noun() + " `" + change.name() + "` ";
    if (change.before().isEmpty()) {
      diagnostics.add(
          DiagnosticId.LOCK_ADDED,
          file.section(change.section()),
          what + "is used and not in the lock",
          meant());
    } else {
      boolean gone = change.after().isEmpty();
      diagnostics.add(
          gone ? DiagnosticId.LOCK_MISSING : DiagnosticId.LOCK_CHANGED,
          file.source(change.section(), change.name()),
          what + (gone ? "is in the lock and not used" : changed(change)),
          meant());
    }
  }

  private static String changed(LockChange change) {
    String before = change.before().flatMap(LockedSource::version).orElse("");
    String after = change.after().flatMap(LockedSource::version).orElse("");
    return before.equals(after)
        ? "is not what it was when the lock was written"
        : "has version " + after + ", and in the lock " + before;
  }

  private String meant() {
    return "if this is meant, run `" + command + "` and commit the lock";
  }
}
