package io.kro4j.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Flux's own kustomize-controller on a {@link ControlPlane}, and in place of its source-controller
 * a repository that this class serves: each {@link #commit} is what a push would be.
 *
 * <p>The program ends with this JVM, however it ends.
 */
public final class Flux implements AutoCloseable {
  /** The namespace of Flux's own objects. */
  public static final String NAMESPACE = "flux-system";

  private static final String MANAGER = "flux-bootstrap";
  private static final ObjectRef SOURCE =
      new ObjectRef("source.toolkit.fluxcd.io/v1", "GitRepository", NAMESPACE, NAMESPACE);
  private static final String REPOSITORY =
      """
      apiVersion: source.toolkit.fluxcd.io/v1
      kind: GitRepository
      metadata: {name: flux-system, namespace: flux-system}
      spec: {interval: 1h, url: "https://git.example.com/platform.git"}
      """;

  private final ApiServer api;
  private final ScratchFolder folder;
  private final HttpServer server;
  private final Component controller;
  private byte[] archive = {};

  private Flux(ControlPlane controlPlane) throws IOException {
    Path programs = Programs.flux();
    api = controlPlane.api();
    folder = ScratchFolder.create();
    install(programs.resolve("crds"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = archive();
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    controller =
        Component.start(
            programs.resolve("kustomize-controller"),
            folder.file("kustomize-controller.log"),
            arguments(),
            Map.of(
                "KUBECONFIG", controlPlane.kubeconfigFile().toString(),
                "RUNTIME_NAMESPACE", NAMESPACE,
                "TMPDIR", folder.path().toString()));
  }

  /**
   * Installs Flux's CRDs and starts its controller. The first call on a machine may take minutes,
   * since it gets the program.
   *
   * @throws IllegalStateException if the program cannot be had
   */
  public static Flux start(ControlPlane controlPlane) {
    try {
      return new Flux(controlPlane);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes these files what is in the repository.
   *
   * @param files the text of each file by its path
   * @param revision what tells this commit from others, such as {@code main@sha1:1}
   */
  public void commit(Map<String, String> files, String revision) {
    byte[] bytes = TarGz.of(files);
    replace(bytes);
    String status =
        """
        {"status": {"artifact": {"path": "platform.tar.gz", "url": "http://127.0.0.1:%d/%s.tar.gz",
          "revision": "%s", "digest": "sha256:%s", "lastUpdateTime": "2026-01-01T00:00:00Z"},
          "conditions": [{"type": "Ready", "status": "True", "reason": "Succeeded", "message": "stored",
            "lastTransitionTime": "2026-01-01T00:00:00Z"}]}}
        """
            .formatted(
                server.getAddress().getPort(),
                HexFormat.of().toHexDigits(revision.hashCode()),
                revision,
                sha256(bytes));
    Response response = api.merge(SOURCE, "status", status);
    if (!response.ok()) {
      throw new IllegalStateException(response.toString());
    }
  }

  /** The end of the controller's log, for the message of a test that fails. */
  public String log() {
    return controller.tail();
  }

  /** Ends the controller. */
  @Override
  public void close() {
    controller.kill();
    server.stop(0);
    folder.remove();
  }

  private void install(Path crds) throws IOException {
    try (Stream<Path> files = Files.list(crds)) {
      for (Path file : files.sorted().toList()) {
        api.establish(Files.readString(file), MANAGER);
      }
    }
    api.apply("{apiVersion: v1, kind: Namespace, metadata: {name: flux-system}}", MANAGER);
    Response applied = api.apply(REPOSITORY, MANAGER);
    if (!applied.ok()) {
      throw new IllegalStateException(applied.toString());
    }
  }

  private static List<String> arguments() {
    return List.of(
        "--metrics-addr=127.0.0.1:" + FreePorts.next(),
        "--health-addr=127.0.0.1:" + FreePorts.next(),
        "--enable-leader-election=false",
        "--requeue-dependency=1s",
        "--http-retry=2",
        "--log-level=info");
  }

  private synchronized byte[] archive() {
    return archive.clone();
  }

  private synchronized void replace(byte[] bytes) {
    archive = bytes.clone();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
