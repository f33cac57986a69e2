package io.kro4j.runtime.deploy;

import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.main.Main;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The runtime in a process of its own, as a container runs it. */
public final class RuntimeProcess implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final Path log;
  private final int metrics;
  private final int probes;

  private RuntimeProcess(Process process, Path log, int metrics, int probes) {
    this.process = process;
    this.log = log;
    this.metrics = metrics;
    this.probes = probes;
  }

  /**
   * Starts one.
   *
   * @param folder where its kubeconfig and its log go
   * @param kubeconfig who it is
   */
  public static RuntimeProcess start(Path folder, String kubeconfig, String... flags)
      throws IOException {
    Path file = Files.writeString(Files.createTempFile(folder, "kubeconfig", ""), kubeconfig);
    List<String> all = new ArrayList<>(List.of("--kubeconfig=" + file));
    all.addAll(List.of(flags));
    return start(folder, all);
  }

  /**
   * Starts one that finds no kubeconfig but where the flags say so.
   *
   * @param folder where its log goes, and its home
   */
  static RuntimeProcess start(Path folder, List<String> flags) throws IOException {
    List<String> program =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-Duser.home=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    return start(folder, program, flags);
  }

  /**
   * Starts one with another command than the JVM and the class path of the tests.
   *
   * @param folder where its log goes, and its home
   * @param program the command, before the flags
   */
  public static RuntimeProcess start(Path folder, List<String> program, List<String> flags)
      throws IOException {
    Path log = Files.createTempFile(folder, "runtime", ".log");
    int metrics = freePort();
    int probes = freePort();
    List<String> command = new ArrayList<>(program);
    command.add("--zap-log-level=debug");
    command.add("--metrics-bind-address=127.0.0.1:" + metrics);
    command.add("--health-probe-bind-address=127.0.0.1:" + probes);
    command.addAll(flags);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("HOME", folder.toString());
    builder.environment().remove("KUBECONFIG");
    return new RuntimeProcess(builder.start(), log, metrics, probes);
  }

  /** Waits until it says that it is ready. */
  public void awaitReady() {
    Connections.await("a runtime that is ready: " + log(), () -> status("/readyz") == 200);
  }

  /** The status of a probe, or 0 if nobody answers. */
  int status(String path) {
    try {
      return get(probes, path).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  /** What it counted. */
  String metrics() throws IOException {
    return get(metrics, "/metrics").body();
  }

  /** What it logged so far. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Ends it as a node that loses its power would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Waits until it ends by itself, and returns its exit code. */
  int awaitEnd() {
    Connections.await("a process that ends: " + log(), () -> !process.isAlive());
    return process.exitValue();
  }

  /** Ends it as Kubernetes does, and returns its exit code. */
  int terminate() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private HttpResponse<String> get(int port, String path) throws IOException {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
