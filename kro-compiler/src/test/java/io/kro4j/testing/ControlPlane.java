package io.kro4j.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real etcd and kube-apiserver, and a kube-controller-manager when asked for, on this machine.
 *
 * <p>Everything listens on free ports of 127.0.0.1. Data are in a temporary folder that is removed
 * at the end. RBAC is on; {@link #kubeconfig()} is an administrator's. There are no nodes and no
 * scheduler: Pods stay Pending. Without the controller manager nothing is garbage-collected and a
 * deleted Namespace stays Terminating.
 *
 * <p>The programs end with this JVM, however it ends. Methods that start and stop must be called by
 * one thread at a time.
 *
 * <pre>{@code
 * try (ControlPlane controlPlane = ControlPlane.start(ControlPlane.Options.defaults())) {
 *   controlPlane.api().apply(yaml, "test");
 * }
 * }</pre>
 */
public final class ControlPlane implements AutoCloseable {

  private final Path binaries;
  private final Options options;
  private final ScratchFolder folder;
  private final Credentials credentials;
  private final int etcdPort = FreePorts.next();
  private final int apiServerPort = FreePorts.next();
  private final Thread closer = new Thread(this::end, "control-plane-closer");

  private @Nullable Component etcd;
  private @Nullable Component apiServer;
  private @Nullable Component controllerManager;
  private @Nullable ApiServer api;

  private ControlPlane(Path binaries, Options options, ScratchFolder folder) {
    this.binaries = binaries;
    this.options = options;
    this.folder = folder;
    this.credentials = Credentials.create(folder.path());
  }

  /**
   * What a control plane is to be.
   *
   * @param controllerManager whether garbage collection and the other built-in controllers run from
   *     the start
   * @param apiServerFlags further flags of kube-apiserver, such as {@code --audit-log-path=…}
   */
  public record Options(boolean controllerManager, List<String> apiServerFlags) {

    /** Copies and checks. */
    public Options {
      apiServerFlags = List.copyOf(apiServerFlags);
    }

    /** Only etcd and the API server. */
    public static Options defaults() {
      return new Options(false, List.of());
    }

    /** The same with the controller manager. */
    public Options withControllerManager() {
      return new Options(true, apiServerFlags);
    }

    /** The same with these flags of kube-apiserver instead of the ones so far. */
    public Options withApiServerFlags(String... flags) {
      return new Options(controllerManager, List.of(flags));
    }
  }

  /**
   * Starts a control plane and returns when it answers. The first call on a machine may take
   * minutes, since it gets the programs.
   *
   * @throws IllegalStateException if the programs cannot be had, or one does not start; the message
   *     has its log's end
   */
  public static ControlPlane start(Options options) {
    Path binaries = Programs.controlPlane();
    ControlPlane controlPlane = new ControlPlane(binaries, options, ScratchFolder.create());
    Runtime.getRuntime().addShutdownHook(controlPlane.closer);
    try {
      controlPlane.startEtcd();
      controlPlane.startApiServer();
      if (options.controllerManager()) {
        controlPlane.startControllerManager();
      }
      return controlPlane;
    } catch (RuntimeException e) {
      controlPlane.close();
      throw e;
    }
  }

  /** Where the API server is, for example {@code https://127.0.0.1:23456}. */
  public URI url() {
    return URI.create("https://127.0.0.1:" + apiServerPort);
  }

  /** A client with all rights. */
  public ApiServer api() {
    if (api == null) {
      throw new IllegalStateException("the API server was never started");
    }
    return api;
  }

  /**
   * A client with the rights of whom this token identifies, see {@link
   * ApiServer#serviceAccountToken}.
   */
  public ApiServer api(String token) {
    return new ApiServer(url(), credentials.tls(), token);
  }

  /** The text of an administrator's kubeconfig. */
  public String kubeconfig() {
    return kubeconfig(credentials.token());
  }

  /**
   * The text of a kubeconfig for whom this token identifies, see {@link
   * ApiServer#serviceAccountToken}.
   */
  public String kubeconfig(String token) {
    return credentials.kubeconfig(url().toString(), token);
  }

  /** A file with the text of {@link #kubeconfig()}, for programs such as kubectl. */
  public Path kubeconfigFile() {
    return folder.file("kubeconfig");
  }

  /** The certificates that a client of the API server must trust, in PEM. */
  public String certificateAuthority() {
    return credentials.certificateAuthorityText();
  }

  /** The administrator's bearer token. */
  public String token() {
    return credentials.token();
  }

  /** The folder with the programs: etcd, kube-apiserver, kube-controller-manager and kubectl. */
  public Path binaries() {
    return binaries;
  }

  /** Kills the API server, as a crash would; its data stay. Does nothing when it is not running. */
  public void stopApiServer() {
    if (apiServer != null) {
      apiServer.kill();
      apiServer = null;
    }
  }

  /** Starts the API server, at the same address as before, and returns when it is ready. */
  public void startApiServer() {
    if (apiServer != null) {
      return;
    }
    Component started = start("kube-apiserver", apiServerArguments());
    apiServer = started;
    started.awaitReady(() -> listens(apiServerPort));
    ApiServer client = api(credentials.token());
    started.awaitReady(client::ready);
    api = client;
    folder.write("kubeconfig", kubeconfig());
  }

  /**
   * Starts the controller manager, unless it runs, and returns when its controllers work. Its
   * garbage collector learns of new kinds every 30 seconds only.
   */
  public void startControllerManager() {
    if (controllerManager != null) {
      return;
    }
    Component started = start("kube-controller-manager", controllerManagerArguments());
    controllerManager = started;
    // One of its controllers makes this object; nothing else does.
    ObjectRef account = new ObjectRef("v1", "ServiceAccount", "default", "default");
    started.awaitReady(() -> api().get(account).status() == 200);
  }

  /** Ends all programs and removes their data. Does nothing when called again. */
  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(closer);
    } catch (IllegalStateException e) {
      // The JVM is going down already, and the hook does the same as this method did.
    }
  }

  private synchronized void end() {
    Stream.of(controllerManager, apiServer, etcd)
        .flatMap(Stream::ofNullable)
        .forEach(Component::kill);
    controllerManager = null;
    apiServer = null;
    etcd = null;
    folder.remove();
  }

  private void startEtcd() {
    Component started = start("etcd", etcdArguments());
    etcd = started;
    started.awaitReady(() -> listens(etcdPort));
  }

  private Component start(String program, List<String> arguments) {
    return Component.start(binaries.resolve(program), folder.file(program + ".log"), arguments);
  }

  private List<String> etcdArguments() {
    String clients = "http://127.0.0.1:" + etcdPort;
    String peers = "http://127.0.0.1:" + FreePorts.next();
    return List.of(
        "--data-dir=" + folder.file("etcd"),
        "--unsafe-no-fsync",
        "--listen-client-urls=" + clients,
        "--advertise-client-urls=" + clients,
        "--listen-peer-urls=" + peers,
        "--initial-advertise-peer-urls=" + peers,
        "--initial-cluster=default=" + peers,
        "--log-level=warn");
  }

  private List<String> apiServerArguments() {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--etcd-servers=http://127.0.0.1:" + etcdPort,
                "--bind-address=127.0.0.1",
                "--advertise-address=127.0.0.1",
                "--secure-port=" + apiServerPort,
                "--cert-dir=" + folder.path(),
                "--authorization-mode=RBAC",
                "--token-auth-file=" + credentials.tokenFile(),
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-account-key-file=" + credentials.serviceAccountKey(),
                "--service-account-signing-key-file=" + credentials.serviceAccountKey(),
                "--service-cluster-ip-range=10.0.0.0/24",
                "--disable-admission-plugins=ServiceAccount",
                // An endpoint of the Service "kubernetes" may not be a loopback address.
                "--endpoint-reconciler-type=none"));
    arguments.addAll(options.apiServerFlags());
    return arguments;
  }

  private List<String> controllerManagerArguments() {
    return List.of(
        "--kubeconfig=" + kubeconfigFile(),
        "--leader-elect=false",
        "--bind-address=127.0.0.1",
        "--secure-port=0",
        "--use-service-account-credentials=false");
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
