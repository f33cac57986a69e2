package io.kro4j.compiler.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.testing.ControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the control plane's kubectl as its administrator. */
final class Kubectl {
  private static final long LIMIT_SECONDS = 120;

  private final ControlPlane controlPlane;
  private final Path scratch;

  /**
   * A kubectl.
   *
   * @param scratch a folder for its cache and what it says
   */
  Kubectl(ControlPlane controlPlane, Path scratch) {
    this.controlPlane = controlPlane;
    this.scratch = scratch;
  }

  /**
   * Runs it and returns what it prints.
   *
   * @throws AssertionError if it fails, or says anything else, such as a warning
   */
  String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(controlPlane.binaries().resolve("kubectl").toString());
    command.add("--kubeconfig=" + controlPlane.kubeconfigFile());
    command.add("--cache-dir=" + scratch.resolve("cache"));
    command.addAll(List.of(arguments));
    Path output = scratch.resolve("output");
    Path errors = scratch.resolve("errors");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(Files.readString(errors)).as(String.join(" ", command)).isEmpty();
    assertThat(ended).as("ended in time").isTrue();
    assertThat(process.exitValue()).isZero();
    return Files.readString(output);
  }
}
