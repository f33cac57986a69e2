package io.kro4j.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Gets programs that tests need from the project's scripts. */
final class Programs {

  private Programs() {}

  /**
   * The folder that holds etcd, kube-apiserver, kube-controller-manager and kubectl.
   *
   * @throws IllegalStateException if the script cannot be found or cannot get the programs
   */
  static Path controlPlane() {
    return folder("scripts/control-plane");
  }

  /**
   * The folder that holds kustomize-controller, and its CRDs in {@code crds}.
   *
   * @throws IllegalStateException if the script cannot be found or cannot get the programs
   */
  static Path flux() {
    return folder("scripts/flux");
  }

  /**
   * The folder that holds the CRDs of Argo CD.
   *
   * @throws IllegalStateException if the script cannot be found or cannot get them
   */
  static Path argocd() {
    return folder("scripts/argocd");
  }

  /**
   * What a script prints. The first call on a machine may take minutes; what the script says
   * meanwhile goes to this process's error output.
   *
   * @throws IllegalStateException if the script cannot be found or cannot get the programs
   */
  private static Path folder(String name) {
    Path script = script(name, Path.of("").toAbsolutePath());
    try {
      Process process =
          new ProcessBuilder(script.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      if (exit != 0) {
        throw new IllegalStateException(
            script + " ended with " + exit + ", see its messages above");
      }
      List<String> lines = output.strip().lines().toList();
      return Path.of(lines.get(lines.size() - 1));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + script, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + script, e);
    }
  }

  /** Tests run in the folder of their module, so the script is in one of the folders above. */
  private static Path script(String name, Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      Path script = folder.resolve(name);
      if (Files.isExecutable(script)) {
        return script;
      }
    }
    throw new IllegalStateException("no " + name + " in " + start + " or a folder above it");
  }
}
